extension String {
  /// Reads the text's bytes where they lie: `withUTF8` without a copy that can be changed.
  @inlinable
  public func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if let result = try utf8.withContiguousStorageIfAvailable(read) { return result }
    var copy = self
    return try copy.withUTF8(read)
  }
}
