public import Access
import Kernel
import Rules

extension RuleDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    let day = Day(number: 0)
    let noRule: RuleID = "no.rule"
    return [
      DeskOperation("rules.list", needs: .readRules) { _ = try await desk.list(group: "", on: day, by: $0) },
      DeskOperation("rules.find", needs: .readRules) { _ = try await desk.find(noRule, on: day, by: $0) },
      DeskOperation("rules.finding-without", needs: .readRules) {
        _ = try await desk.findingWithout(ID(-1), by: $0)
      },
      DeskOperation("rules.deadline", needs: .readRules) {
        _ = try await desk.deadline(of: noRule, after: day, by: $0)
      },
      DeskOperation("rules.calendars", needs: .readRules) { _ = try await desk.holidays(by: $0) },
      DeskOperation("rules.calendar-editions", needs: .readRules) {
        _ = try await desk.calendarEditions(of: 0, by: $0)
      },
      DeskOperation("rules.take-calendar", needs: .supersedeRules) {
        let draft = HolidayDraft(year: 0, title: "", number: "", issuedOn: day, address: "", days: [])
        _ = try await desk.takeCalendar(draft, because: nil, by: $0)
      },
      DeskOperation("rules.supersede", needs: .supersedeRules) {
        let basis = Supersession.Basis.document(name: "", number: "", article: nil)
        _ = try await desk.supersede(noRule, with: .flag(true), from: day, basis: basis, because: "", by: $0)
      },
      DeskOperation("rules.withdraw", needs: .supersedeRules) {
        try await desk.withdraw(ID(-1), because: "", by: $0)
      },
    ]
  }
}
