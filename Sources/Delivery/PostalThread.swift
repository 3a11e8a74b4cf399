import CCurl
import Foundation

/// Runs `work` on a thread of its own: libcurl blocks, and must not hold up Swift's own threads.
func onThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    let thread = Thread { continuation.resume(returning: work()) }
    thread.name = "delivery"
    thread.start()
  }
}

/// libcurl must be prepared once before any thread uses it.
let curlIsReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
