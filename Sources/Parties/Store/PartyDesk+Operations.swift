public import Access
import Kernel
import Parties

extension PartyDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    let nobody: ID<Party> = ID(-1)
    return [
      DeskOperation("parties.page", needs: .readParties) { _ = try await desk.page(limit: 1, by: $0) },
      DeskOperation("parties.find", needs: .readParties) { _ = try await desk.find(nobody, by: $0) },
      DeskOperation("parties.merge", needs: .mergeParties) {
        try await desk.merge(nobody, into: nobody, because: "", seen: -1, by: $0)
      },
      DeskOperation("parties.unmerge", needs: .mergeParties) {
        try await desk.unmerge(nobody, because: "", seen: -1, by: $0)
      },
    ]
  }
}
