public import Kernel
public import Programme

/// Where the values of the zone's figures come from.
public protocol FigureValues: Sendable {
  /// The value of the figure `code` at the end of `day`, and the words for it; or the words for why there is none.
  func value(of code: String, at day: Day) async throws -> (reading: FigureReading?, words: Phrase)
}

/// A zone without figures: every one is missing, and none is 0.
public struct NoFigureValues: FigureValues {
  public init() {}

  public func value(of code: String, at day: Day) async throws -> (reading: FigureReading?, words: Phrase) {
    (nil, Phrase(zh: "尚无数据", en: "No data yet"))
  }
}
