public import Access
import Exchange
import FiguresStore
import Kernel

extension ExchangeDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    let publisher = OpenPublisher(
      zone: Phrase(zh: "", en: ""), publisher: Phrase(zh: "", en: ""), licence: nil, origin: "", isDemonstration: true)
    let operations: [(String, @Sendable (Account) async throws -> Void)] = [
      ("datasets", { _ = try await desk.datasets(by: $0) }),
      ("dataset", { _ = try await desk.dataset(.indicators, by: $0) }),
      ("directory", { _ = try await desk.directory(by: $0) }),
      ("institution", { _ = try await desk.institution("", by: $0) }),
      ("published", { _ = try await desk.published(by: $0) }),
      ("published-at", { _ = try await desk.published(at: nil, by: $0) }),
      ("news", { _ = try await desk.news(from: publisher, in: .zh, by: $0) }),
      ("data-values", { _ = try await desk.dataValues(at: nil, by: $0) }),
      ("figure", { _ = try await desk.figure(ID(-1), by: $0) }),
    ]
    return operations.map { DeskOperation("exchange." + $0.0, needs: .readOpenData, run: $0.1) }
  }
}
