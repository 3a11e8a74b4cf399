import Kernel
import ProgrammeStore
import Rules

/// The thresholds that hold on a day; nil while one of them is unknown.
func scaleThresholds(of book: RuleBook, on day: Day) -> ScaleThresholds? {
  guard let services = try? book.fen("stat.aboveScale.services", on: day),
    let information = try? book.fen("stat.aboveScale.information", on: day),
    let others = try? book.fen("stat.aboveScale.others", on: day)
  else { return nil }
  return ScaleThresholds(services: services.value, information: information.value, others: others.value)
}
