public import Access
import Kernel
import Patents
import Portfolios

extension PortfolioDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] { looking + keeping + reviewing + taking }

  private var looking: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("portfolios.index", needs: .keepPortfolios) { _ = try await desk.index(by: $0) },
      DeskOperation("portfolios.find", needs: .keepPortfolios) { _ = try await desk.find(ID(-1), by: $0) },
      DeskOperation("portfolios.holding", needs: .keepPortfolios) { _ = try await desk.holding(ID(-1), by: $0) },
      DeskOperation("portfolios.contract", needs: .keepPortfolios) { _ = try await desk.contract(ID(-1), by: $0) },
      DeskOperation("portfolios.candidates", needs: .keepPortfolios) {
        _ = try await desk.candidates(for: ID(-1), by: $0)
      },
      DeskOperation("portfolios.survey", needs: .surveyPortfolios) { _ = try await desk.survey(by: $0) },
      DeskOperation("portfolios.runs", needs: .keepPortfolios) { _ = try await desk.runs(of: ID(-1), by: $0) },
      DeskOperation("portfolios.run", needs: .keepPortfolios) {
        _ = try await desk.run(ID(-1), effects: [], by: $0)
      },
      DeskOperation("portfolios.reviews", needs: .keepPortfolios) { _ = try await desk.reviews(of: ID(-1), by: $0) },
      DeskOperation("portfolios.review", needs: .keepPortfolios) { _ = try await desk.review(ID(-1), by: $0) },
      DeskOperation("portfolios.item", needs: .keepPortfolios) { _ = try await desk.item(ID(-1), by: $0) },
    ]
  }

  private var keeping: [DeskOperation] {
    let (desk, day) = (self, Day(number: 0))
    return [
      DeskOperation("portfolios.open", needs: .keepPortfolios) {
        // A lead that no portfolio has.
        guard let nobody = try? SocialCreditCode("91350100M000100Y43") else { return }
        try await desk.open(for: nobody, reduction: .none, leadDays: 0, by: $0)
      },
      DeskOperation("portfolios.set", needs: .keepPortfolios) {
        try await desk.set(reduction: .none, leadDays: 30, of: ID(-1), seen: -1, by: $0)
      },
      DeskOperation("portfolios.take-over", needs: .keepPortfolios) {
        try await desk.takeOver([], into: ID(-1), by: $0)
      },
      DeskOperation("portfolios.correct", needs: .keepPortfolios) {
        try await desk.correct(ID(-1), to: HoldingFacts(title: "", kind: .design, filedOn: day), seen: -1, by: $0)
      },
      DeskOperation("portfolios.leave", needs: .keepPortfolios) {
        try await desk.leave(ID(-1), Departure(.lapsed, on: day, document: "-"), seen: -1, by: $0)
      },
      DeskOperation("portfolios.pay", needs: .keepPortfolios) {
        try await desk.pay(ID(-1), year: 1, amount: Fen(0), surcharge: Fen(0), on: day, document: "-", by: $0)
      },
      DeskOperation("portfolios.add-contract", needs: .keepPortfolios) {
        try await desk.addContract(
          ContractDraft(.pledge, with: "-", document: "-", from: day, to: nil), on: ID(-1), by: $0)
      },
      DeskOperation("portfolios.end-contract", needs: .keepPortfolios) {
        try await desk.endContract(ID(-1), on: day, seen: -1, by: $0)
      },
    ]
  }

  private var reviewing: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("portfolios.open-review", needs: .keepPortfolios) {
        try await desk.openReview(of: 0, in: ID(-1), by: $0)
      },
      DeskOperation("portfolios.decide", needs: .keepPortfolios) {
        try await desk.decide(DecisionDraft(.keep), on: ID(-1), by: $0)
      },
      DeskOperation("portfolios.confirm", needs: .keepPortfolios) { try await desk.confirm(ID(-1), by: $0) },
      DeskOperation("portfolios.send-back", needs: .keepPortfolios) {
        try await desk.sendBack(ID(-1), because: "-", by: $0)
      },
      DeskOperation("portfolios.close-review", needs: .keepPortfolios) { try await desk.close(ID(-1), by: $0) },
      DeskOperation("portfolios.remind", needs: .remindOfAnnuities) { _ = try await desk.remind(by: $0) },
    ]
  }

  private var taking: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("portfolios.trial", needs: .keepPortfolios) {
        _ = try await desk.trial(.none, in: ID(-1), by: $0)
      },
      DeskOperation("portfolios.take", needs: .keepPortfolios) {
        _ = try await desk.take(.none, named: "-", hash: "", into: ID(-1), by: $0)
      },
    ]
  }
}
