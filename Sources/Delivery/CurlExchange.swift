import CCurl
import Foundation

/// One use of libcurl: its handle, what is sent and what comes back.
///
/// It lives on one thread; the callbacks of libcurl are called on that thread only.
final class CurlExchange {
  private let handle: UnsafeMutableRawPointer
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  private var outgoing: [UInt8] = []
  private var position = 0
  /// Whether a connection was refused for where it led.
  private(set) var hasRefusedAddress = false

  /// Nil where libcurl has no memory left.
  init?() {
    guard curlIsReady, let handle = curl_easy_init() else { return nil }
    self.handle = handle
  }

  deinit {
    curl_easy_cleanup(handle)
    for list in lists { curl_slist_free_all(list) }
  }

  func set(_ option: CURLoption, _ number: Int) { _ = ipzone_curl_set_number(handle, option, number) }
  func set(_ option: CURLoption, _ text: String) { _ = ipzone_curl_set_text(handle, option, text) }

  func set(_ option: CURLoption, list texts: [String]) {
    var list: UnsafeMutablePointer<curl_slist>?
    for text in texts { list = curl_slist_append(list, text) ?? list }
    guard let list else { return }
    lists.append(list)
    _ = ipzone_curl_set_pointer(handle, option, list)
  }

  /// No file of the user, no signal, no proxy of the environment, no other protocol than `protocols`.
  func prepare(protocols: String, seconds: Int) {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_NETRC, 0)
    set(CURLOPT_PROXY, "")
    set(CURLOPT_PROTOCOLS_STR, protocols)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_CONNECTTIMEOUT, min(seconds, 10))
    set(CURLOPT_TIMEOUT, seconds)
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    // What the other side says is not kept: nobody may fill the memory or the log with it.
    _ = ipzone_curl_set_transfer(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
  }

  /// Sends `bytes` when libcurl asks for them; the exchange must outlive ``perform()``.
  func send(_ bytes: [UInt8]) {
    outgoing = bytes
    _ = ipzone_curl_set_transfer(handle, CURLOPT_READFUNCTION) { buffer, size, count, exchange in
      guard let buffer, let exchange else { return 0 }
      return Unmanaged<CurlExchange>.fromOpaque(exchange).takeUnretainedValue().read(into: buffer, size * count)
    }
    _ = ipzone_curl_set_pointer(handle, CURLOPT_READDATA, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Refuses connections to addresses that are not public, whatever the name resolved to, at the moment they are made.
  func refusePrivateAddresses() {
    _ = ipzone_curl_set_open(handle) { exchange, _, address in
      guard let exchange, let address else { return CURL_SOCKET_BAD }
      return Unmanaged<CurlExchange>.fromOpaque(exchange).takeUnretainedValue().open(address)
    }
    _ = ipzone_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Blocks until all is done.
  func perform() -> CURLcode { withExtendedLifetime(self) { curl_easy_perform(handle) } }

  /// The last answer of the other side; 0 where there was none.
  var answer: Int {
    var number = 0
    _ = ipzone_curl_get_number(handle, CURLINFO_RESPONSE_CODE, &number)
    return number
  }

  /// Whether all that was to be sent was handed over.
  var hasSentAll: Bool { position == outgoing.count }

  private func read(into buffer: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
    let count = min(room, outgoing.count - position)
    outgoing.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, count > 0 else { return }
      UnsafeMutableRawPointer(buffer).copyMemory(from: start + position, byteCount: count)
    }
    position += count
    return count
  }

  /// libcurl's own structure is longer than its declaration: the address is read through the pointer.
  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let start = MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 16
    let raw = UnsafeRawBufferPointer(
      start: UnsafeRawPointer(address) + start, count: Int(min(address.pointee.addrlen, 28)))
    guard NetworkAddress(socketAddress: Array(raw), family: address.pointee.family)?.isPublic == true else {
      hasRefusedAddress = true
      return CURL_SOCKET_BAD
    }
    return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
  }
}
