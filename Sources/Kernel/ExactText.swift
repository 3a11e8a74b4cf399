import Glibc

/// A text by its bytes, as both databases compare and sort it: faster to find and to sort than by its characters.
///
/// Two spellings of one character, such as an accent composed and apart, are two texts here.
public struct ExactText: Hashable, Comparable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (left: ExactText, right: ExactText) -> Bool {
    both(left, right) { left, right in left.count == right.count && compare(left, right, left.count) == 0 }
  }

  public static func < (left: ExactText, right: ExactText) -> Bool {
    both(left, right) { left, right in
      let order = compare(left, right, min(left.count, right.count))
      return order == 0 ? left.count < right.count : order < 0
    }
  }

  public func hash(into hasher: inout Hasher) {
    text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  public func hasPrefix(_ part: ExactText) -> Bool {
    Self.both(self, part) { all, part in
      part.count <= all.count && Self.compare(all, part, part.count) == 0
    }
  }

  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ count: Int
  ) -> Int32 {
    guard count > 0, let left = left.baseAddress, let right = right.baseAddress else { return 0 }
    return memcmp(left, right, count)
  }

  private static func both(
    _ left: ExactText, _ right: ExactText,
    _ compare: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    left.text.withBytes { left in right.text.withBytes { right in compare(left, right) } }
  }
}
