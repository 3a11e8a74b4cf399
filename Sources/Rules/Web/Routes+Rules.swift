public import Kernel
public import RulesStore
public import Web

extension Routes {
  /// The doors of the rule book: list, rule, superseding and taking an entry back, deadlines and the holidays that
  /// they are counted by, and the same for programs.
  public mutating func addRules(desk: RuleDesk, world: World) {
    let pages = RulePages(desk: desk, world: world)
    page("/rules", needs: .readRules, pages.list)
    page("/rules/:rule", needs: .readRules, example: "/rules/credit.base", pages.show)
    form(
      "/rules/:rule/supersede", needs: .supersedeRules, example: "/rules/credit.base/supersede",
      show: pages.showSupersede, submit: pages.supersede)
    form(
      "/rules/:rule/entries/:entry/withdraw", needs: .supersedeRules, show: pages.showWithdraw, submit: pages.withdraw)
    let deadlines = DeadlinePages(desk: desk, world: world)
    page(
      "/deadlines", needs: .readRules, example: "/deadlines?rule=foi.days&after=2026-09-28", deadlines.show)
    page(
      "/deadlines/holidays/:year", needs: .readRules, example: "/deadlines/holidays/2026", deadlines.showHolidays)
    file(
      "/deadlines/holidays/:year/calendar.csv", needs: .readRules, example: "/deadlines/holidays/2026/calendar.csv",
      deadlines.calendarFile)
    form(
      "/deadlines/calendars/new", needs: .supersedeRules, show: deadlines.showTakeCalendar,
      submit: deadlines.takeCalendar)
    say([calendarTaken])
    for endpoint in CalendarAPI(desk: desk).endpoints { self.endpoint(endpoint) }
    for endpoint in RuleAPI(desk: desk, world: world).endpoints { self.endpoint(endpoint) }
  }
}
