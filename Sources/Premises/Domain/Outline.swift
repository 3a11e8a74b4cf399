public import Kernel

/// A polygon on a plan: of a room or floor in decimetres, of a site on the schematic in units of the drawing.
public struct Outline: Hashable, Sendable, CustomStringConvertible {
  public let points: [Point]

  /// A corner; `y` grows downwards, as drawings on screens do.
  public struct Point: Hashable, Sendable {
    public let x: Int
    public let y: Int

    public init(_ x: Int, _ y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// Reads what ``description`` wrote: `0,0 60,0 60,45 0,45`.
  ///
  /// - Returns: nil for fewer than three corners, more than 200, or a coordinate outside of 0 ... 100 000.
  public init?(_ text: String) {
    var points: [Point] = []
    for pair in text.split(whereSeparator: \.isWhitespace) {
      let numbers = pair.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let x = numbers[0], let y = numbers[1], Self.range.contains(x), Self.range.contains(y)
      else { return nil }
      points.append(Point(x, y))
    }
    guard (3...200).contains(points.count) else { return nil }
    self.points = points
  }

  /// A rectangle by its upper left corner and its size.
  public init(x: Int, y: Int, width: Int, height: Int) {
    points = [Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height)]
  }

  private static let range = 0...100_000

  public var description: String { points.map { "\($0.x),\($0.y)" }.joined(separator: " ") }

  public var left: Int { points.map(\.x).min() ?? 0 }
  public var right: Int { points.map(\.x).max() ?? 0 }
  public var top: Int { points.map(\.y).min() ?? 0 }
  public var bottom: Int { points.map(\.y).max() ?? 0 }

  /// The middle of the polygon's box, for its label.
  public var middle: Point { Point((left + right) / 2, (top + bottom) / 2) }
}
