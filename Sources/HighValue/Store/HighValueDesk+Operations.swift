public import Access
import HighValue
import Kernel

extension HighValueDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] { looking + keeping }

  private var looking: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("high-value.survey", needs: .readHighValue) { _ = try await desk.survey(by: $0) },
      DeskOperation("high-value.find", needs: .readHighValue) {
        _ = try await desk.find(.elsewhere, by: $0)
      },
      DeskOperation("high-value.assessment", needs: .readHighValue) {
        _ = try await desk.assessment(of: ID(-1), by: $0)
      },
      DeskOperation("high-value.basis", needs: .readHighValue) { _ = try await desk.basis(by: $0) },
      DeskOperation("high-value.tables", needs: .readHighValue) { _ = try await desk.tables(by: $0) },
      DeskOperation("high-value.table", needs: .readHighValue) { _ = try await desk.table(ID(-1), by: $0) },
      DeskOperation("high-value.lists", needs: .readHighValue) { _ = try await desk.lists(by: $0) },
      DeskOperation("high-value.list", needs: .readHighValue) { _ = try await desk.list(ID(-1), by: $0) },
      DeskOperation("high-value.entry", needs: .readHighValue) { _ = try await desk.entry(ID(-1), by: $0) },
    ]
  }

  private var keeping: [DeskOperation] {
    let (desk, day) = (self, Day(number: 0))
    return [
      DeskOperation("high-value.trial", needs: .keepHighValue) { _ = try await desk.trial(.none, hash: "", by: $0) },
      DeskOperation("high-value.take", needs: .keepHighValue) {
        let draft = SEITableDraft(name: "-", source: "-", from: day, fileName: "-", fileHash: "")
        _ = try await desk.take(.none, draft, by: $0)
      },
      DeskOperation("high-value.withdraw", needs: .keepHighValue) {
        try await desk.withdraw(ID(-1), because: "-", seen: -1, by: $0)
      },
      DeskOperation("high-value.make-list", needs: .keepHighValue) {
        _ = try await desk.makeList(on: day, because: "", by: $0)
      },
    ]
  }
}
