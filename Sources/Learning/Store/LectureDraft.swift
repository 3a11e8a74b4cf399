public import Foundation
public import Kernel
public import Learning

/// What somebody wrote of a lecture that is to be announced.
public struct LectureDraft: Sendable {
  public var texts: [String: String]

  /// - Parameter texts: by the names of ``Field``.
  public init(texts: [String: String]) { self.texts = texts }

  public enum Field: String, CaseIterable, Sendable {
    case title, series, about, lecturer, medium, place, heldOn = "held_on", begins, minutes, capacity, least
  }

  /// - Throws: `FormRefusal` with everything that is wrong.
  public func plan() throws(FormRefusal) -> LecturePlan {
    var faults: [any Refusal] = []
    func text(_ field: Field, limit: Int, isRequired: Bool = true) -> String {
      let text = (texts[field.rawValue] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
      if text.isEmpty, isRequired { faults.append(LearningRefusal.missing(field.rawValue)) }
      if text.count > limit { faults.append(LearningRefusal.tooLong(field.rawValue, limit: limit)) }
      return text
    }
    func number(_ field: Field, _ range: ClosedRange<Int>, else standard: Int?) -> Int {
      let text = text(field, limit: 9, isRequired: standard == nil)
      if text.isEmpty, let standard { return standard }
      if let number = Int(text), range.contains(number) { return number }
      if !text.isEmpty { faults.append(LearningRefusal.wrongNumber(field.rawValue, range)) }
      return range.lowerBound
    }
    let (title, about) = (text(.title, limit: 80), text(.about, limit: 2_000, isRequired: false))
    let (lecturer, place) = (text(.lecturer, limit: 120), text(.place, limit: 120))
    let series = Lecture.Series(rawValue: texts[Field.series.rawValue] ?? "")
    if series == nil { faults.append(LearningRefusal.missing(Field.series.rawValue)) }
    let medium = Lecture.Medium(rawValue: texts[Field.medium.rawValue] ?? "")
    if medium == nil { faults.append(LearningRefusal.missing(Field.medium.rawValue)) }
    let day = Day(text(.heldOn, limit: 10))
    if day == nil, texts[Field.heldOn.rawValue]?.isEmpty == false { faults.append(LearningRefusal.inThePast) }
    let hour = HourOfDay(text(.begins, limit: 5))
    if hour == nil, texts[Field.begins.rawValue]?.isEmpty == false { faults.append(LearningRefusal.wrongTime) }
    let minutes = number(.minutes, 20...480, else: nil)
    let (capacity, least) = (number(.capacity, 1...2_000, else: nil), number(.least, 1...2_000, else: 1))
    if least > capacity, faults.isEmpty { faults.append(LearningRefusal.leastAboveCapacity) }
    guard faults.isEmpty, let series, let medium, let day, let hour else { throw FormRefusal(faults) }
    let start = hour.on(day)
    return LecturePlan(
      title: title, series: series, about: about.isEmpty ? nil : about, lecturer: lecturer, medium: medium,
      place: place, startsAt: start, endsAt: start.addingTimeInterval(Double(60 * minutes)), capacity: capacity,
      least: least)
  }
}
