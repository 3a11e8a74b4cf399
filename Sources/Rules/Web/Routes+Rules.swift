public import Kernel
public import RulesStore
public import Web

extension Routes {
  /// The doors of the rule book: list, rule, superseding and taking an entry back, and the same for programs.
  public mutating func addRules(desk: RuleDesk, world: World) {
    let pages = RulePages(desk: desk, world: world)
    page("/rules", needs: .readRules, pages.list)
    page("/rules/:rule", needs: .readRules, example: "/rules/credit.base", pages.show)
    form(
      "/rules/:rule/supersede", needs: .supersedeRules, example: "/rules/credit.base/supersede",
      show: pages.showSupersede, submit: pages.supersede)
    form(
      "/rules/:rule/entries/:entry/withdraw", needs: .supersedeRules, show: pages.showWithdraw, submit: pages.withdraw)
    for endpoint in RuleAPI(desk: desk, world: world).endpoints { self.endpoint(endpoint) }
  }
}
