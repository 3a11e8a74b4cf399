/// How far compressed data may expand before it counts as a bomb.
///
/// deflate cannot exceed 1032 : 1; real tables and patent texts stay below 60 : 1.
public struct ExpansionLimit: Sendable {
  /// The most bytes that may come out.
  public var bytes: Int64
  /// The most bytes that may come out for each byte in, looked at only beyond ``freeBytes``.
  public var ratio: Int64
  /// What may come out at any ratio: small files of spaces are harmless.
  public var freeBytes: Int64

  public init(bytes: Int64 = 64 << 30, ratio: Int64 = 150, freeBytes: Int64 = 64 << 20) {
    self.bytes = bytes
    self.ratio = ratio
    self.freeBytes = freeBytes
  }

  /// - Throws: ``TableRefusal/expandsTooMuch(limit:)``.
  public func check(out: Int64, from read: Int64) throws(TableRefusal) {
    if out > bytes || (out > freeBytes && out / max(read, 1) > ratio) { throw .expandsTooMuch(limit: bytes) }
  }
}
