/// A text by its bytes, as both databases compare and sort it: faster to find and to sort than by its characters.
///
/// Two spellings of one character, such as an accent composed and apart, are two texts here.
public struct ExactText: Hashable, Comparable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (left: ExactText, right: ExactText) -> Bool {
    both(left, right) { left, right in left.count == right.count && left.elementsEqual(right) }
  }

  public static func < (left: ExactText, right: ExactText) -> Bool {
    both(left, right) { left, right in
      let shared = min(left.count, right.count)
      var place = 0
      while place < shared, left[place] == right[place] { place += 1 }
      return place < shared ? left[place] < right[place] : left.count < right.count
    }
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  public func hasPrefix(_ part: ExactText) -> Bool {
    Self.both(self, part) { all, part in
      part.count <= all.count && part.elementsEqual(UnsafeBufferPointer(rebasing: all[..<part.count]))
    }
  }

  private static func both(
    _ left: ExactText, _ right: ExactText,
    _ compare: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { left in right.withUTF8 { right in compare(left, right) } }
  }
}
