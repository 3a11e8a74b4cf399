import Glibc

/// The bytes of a file or a descriptor in order, gzip taken off, in constant memory.
///
/// Whether the data is compressed is told by its first bytes, never by a name.
public final class ByteSource {
  /// Bytes taken from the file itself, compressed as it is: what progress is measured by.
  public private(set) var bytesRead: Int64 = 0
  /// Bytes handed out, that is, after decompression.
  public private(set) var bytesGiven: Int64 = 0
  /// The size of the file, or nil for a pipe.
  public let size: Int64?

  private let descriptor: Int32
  private let owned: Bool
  private let limit: ExpansionLimit
  private var inflater: Inflater?
  private var head: [UInt8] = []
  private var headTaken = 0
  private var peeked: [UInt8] = []
  private var peekedTaken = 0

  /// - Parameter asStored: whether gzip is left on.
  public convenience init(
    path: String, limit: ExpansionLimit = ExpansionLimit(), asStored: Bool = false
  ) throws(TableRefusal) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(Self.lastComponent(path)) }
    try self.init(opened: descriptor, owned: true, limit: limit, asStored: asStored)
  }

  /// Reads an open descriptor, such as 0 for standard input, and leaves it open.
  public convenience init(descriptor: Int32, limit: ExpansionLimit = ExpansionLimit()) throws(TableRefusal) {
    try self.init(opened: descriptor, owned: false, limit: limit, asStored: false)
  }

  private init(
    opened descriptor: Int32, owned: Bool, limit: ExpansionLimit, asStored: Bool
  ) throws(TableRefusal) {
    self.descriptor = descriptor
    self.owned = owned
    self.limit = limit
    var status = stat()
    let known = fstat(descriptor, &status) == 0
    size = known && status.st_mode & S_IFMT == S_IFREG ? Int64(status.st_size) : nil
    let first = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 16)
    defer { first.deallocate() }
    while head.count < 2 {
      let count = try readFile(first)
      if count == 0 { break }
      head.append(contentsOf: first[..<count])
    }
    if !asStored, head.starts(with: [0x1F, 0x8B]) { inflater = try Inflater() }
  }

  deinit {
    if owned { close(descriptor) }
  }

  public var isCompressed: Bool { inflater != nil }

  /// Fills `target`, at least in part; 0 at the end.
  public func read(into target: UnsafeMutableRawBufferPointer) throws(TableRefusal) -> Int {
    if peekedTaken < peeked.count {
      let count = min(target.count, peeked.count - peekedTaken)
      peeked.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[peekedTaken..<peekedTaken + count])) }
      peekedTaken += count
      if peekedTaken == peeked.count { (peeked, peekedTaken) = ([], 0) }
      return count
    }
    return try readOn(into: target)
  }

  /// Up to `count` of the coming bytes, which stay to be read; fewer only at the end.
  public func peek(_ count: Int) throws(TableRefusal) -> [UInt8] {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { piece.deallocate() }
    while peeked.count - peekedTaken < count {
      let got = try readOn(into: piece)
      if got == 0 { break }
      peeked.append(contentsOf: piece[..<got])
    }
    return Array(peeked[peekedTaken...].prefix(count))
  }

  /// Passes over `count` bytes that were looked at with ``peek(_:)``.
  func dropPeeked(_ count: Int) { peekedTaken = min(peekedTaken + count, peeked.count) }

  private func readOn(into target: UnsafeMutableRawBufferPointer) throws(TableRefusal) -> Int {
    guard let inflater else {
      let count = try readStored(target)
      bytesGiven += Int64(count)
      return count
    }
    let count = try inflater.read(into: target) { (input) throws(TableRefusal) in try self.readStored(input) }
    bytesGiven += Int64(count)
    try limit.check(out: bytesGiven, from: bytesRead)
    return count
  }

  /// The file's own bytes: those read to recognise it, then the rest.
  private func readStored(_ target: UnsafeMutableRawBufferPointer) throws(TableRefusal) -> Int {
    guard headTaken < head.count else { return try readFile(target) }
    let count = min(target.count, head.count - headTaken)
    head.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[headTaken..<headTaken + count])) }
    headTaken += count
    return count
  }

  private func readFile(_ target: UnsafeMutableRawBufferPointer) throws(TableRefusal) -> Int {
    while true {
      let count = Glibc.read(descriptor, target.baseAddress, target.count)
      if count >= 0 {
        bytesRead += Int64(count)
        return count
      }
      guard errno == EINTR else { throw .unreadable("") }
    }
  }

  private static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
