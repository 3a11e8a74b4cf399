import Kernel
import Patents
import Portfolios
import Testing

@Suite struct `A patent of a portfolio` {
  @Test(
    arguments: [
      ("有效", nil), ("专利权维持", nil), ("授权", nil), ("部分无效", nil), ("专利实施许可合同备案的终止", nil),
      ("未缴年费专利权终止", .lapsed), ("专利权终止", .lapsed), ("期限届满终止", .expired), ("放弃专利权", .abandoned),
      ("视为撤回", .refused), ("驳回", .refused), ("宣告全部无效", .invalidated),
    ] as [(String, Departure.Way?)])
  func `has left where its legal status says so`(_ status: String, _ way: Departure.Way?) {
    #expect(Departure.Way(status: status) == way)
  }

  @Test func `cannot be granted before it is filed, nor paid for years that it does not have`() throws {
    let filed = try #require(Day("2020-03-02"))
    var facts = HoldingFacts(title: "示例", kind: .invention, filedOn: filed, grantedOn: Day("2020-03-01"))
    #expect(throws: PortfolioRefusal.grantedBeforeFiled) { try facts.checked() }
    facts.grantedOn = filed
    facts.paidThrough = 21
    #expect(throws: PortfolioRefusal.noSuchYear(21, through: 20)) { try facts.checked() }
    facts.paidThrough = 20
    #expect(try facts.checked() == facts)
  }

  @Test func `is bound by a contract from its first day to its last`() throws {
    let (from, to) = (try #require(Day("2026-01-10")), try #require(Day("2026-06-30")))
    var contract = HoldingContract(
      id: ID(1), holding: ID(2), kind: .ordinary, counterparty: "示例公司", document: "备案1", from: from, to: to)
    #expect(!contract.isInForce(on: from.adding(days: -1)) && contract.isInForce(on: from))
    #expect(contract.isInForce(on: to) && !contract.isInForce(on: to.adding(days: 1)))
    let end = try #require(Day("2026-03-01"))
    contract.endedOn = end
    #expect(contract.isInForce(on: end.adding(days: -1)) && !contract.isInForce(on: end))
  }
}
