public import Kernel

/// Which years a landscape cannot show in full yet: applications are published months after they were filed.
public struct Completeness: Sendable, Equatable {
  /// The last day that the data reach: the latest publication in the corpus.
  public let cutoff: Day
  /// For how long after filing an application may be unpublished.
  public let months: Int
  /// The same for international applications that enter the national phase.
  public let internationalMonths: Int

  public init(cutoff: Day, months: Int, internationalMonths: Int) {
    self.cutoff = cutoff
    self.months = months
    self.internationalMonths = internationalMonths
  }

  /// The last day of filing whose applications are all published.
  public var completeUntil: Day { cutoff.adding(months: -months) }
  /// The same for applications that came by the international way.
  public var internationalCompleteUntil: Day { cutoff.adding(months: -internationalMonths) }

  public func standing(ofFilingYear year: Int) -> YearStanding {
    guard let last = Day(year: max(1, min(year, 9_999)), month: 12, day: 31) else { return .complete }
    if last > completeUntil { return .incomplete }
    return last > internationalCompleteUntil ? .internationalIncomplete : .complete
  }

  public func standing(ofPublicationYear year: Int) -> YearStanding {
    guard let last = Day(year: max(1, min(year, 9_999)), month: 12, day: 31) else { return .complete }
    return last > cutoff ? .incomplete : .complete
  }

  /// The last year of filing whose figures are complete, but perhaps for international applications.
  public var lastCompleteYear: Int {
    let year = completeUntil.year
    return standing(ofFilingYear: year) == .incomplete ? year - 1 : year
  }
}

/// How much of a year the data can hold.
public enum YearStanding: String, Sendable {
  case complete, internationalIncomplete, incomplete

  public var phrase: Phrase? {
    switch self {
    case .complete: nil
    case .internationalIncomplete: Phrase(zh: "PCT不完整", en: "PCT incomplete")
    case .incomplete: Phrase(zh: "不完整", en: "incomplete")
    }
  }
}
