public import Access
import Kernel
import Navigation

extension NavigationDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] { looking + scoping + reporting }

  private var looking: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("navigation.index", needs: .readNavigation) { _ = try await desk.index(by: $0) },
      DeskOperation("navigation.find", needs: .readNavigation) { _ = try await desk.find(ID(-1), by: $0) },
      DeskOperation("navigation.figures", needs: .readNavigation) { _ = try await desk.figures(of: ID(-1), by: $0) },
      DeskOperation("navigation.documents", needs: .readNavigation) {
        _ = try await desk.documents(of: ID(-1), by: $0)
      },
      DeskOperation("navigation.rerun", needs: .readNavigation) { _ = try await desk.rerun(ID(-1), by: $0) },
      DeskOperation("navigation.trial", needs: .keepNavigation) { _ = try await desk.trial(of: ID(-1), by: $0) },
    ]
  }

  private var scoping: [DeskOperation] {
    let desk = self
    // Nothing that any project could have.
    let facts = NavigationFacts(title: "", kind: .industrial, need: "", ordererName: "")
    return [
      DeskOperation("navigation.open", needs: .keepNavigation) { try await desk.open(facts, by: $0) },
      DeskOperation("navigation.set", needs: .keepNavigation) { try await desk.set(facts, of: ID(-1), by: $0) },
      DeskOperation("navigation.set-table", needs: .keepNavigation) {
        try await desk.set(table: [], of: ID(-1), by: $0)
      },
      DeskOperation("navigation.freeze", needs: .keepNavigation) { try await desk.freeze(ID(-1), by: $0) },
      DeskOperation("navigation.remove", needs: .keepNavigation) {
        try await desk.remove(RemovalDraft(reason: .noise, note: "-"), from: ID(-1), by: $0)
      },
      DeskOperation("navigation.merge-applications", needs: .keepNavigation) {
        try await desk.mergeApplications(in: ID(-1), by: $0)
      },
      DeskOperation("navigation.restore", needs: .keepNavigation) {
        try await desk.restore(-1, in: ID(-1), by: $0)
      },
      DeskOperation("navigation.close-log", needs: .keepNavigation) {
        try await desk.closeLog("-", of: ID(-1), by: $0)
      },
    ]
  }

  private var reporting: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("navigation.write", needs: .keepNavigation) {
        try await desk.write("-", in: "-", of: ID(-1), by: $0)
      },
      DeskOperation("navigation.submit", needs: .keepNavigation) { try await desk.submit(ID(-1), by: $0) },
      DeskOperation("navigation.review", needs: .reviewNavigation) {
        try await desk.review(ReviewDraft(.accept, capacity: "-", opinion: "-"), on: ID(-1), by: $0)
      },
      DeskOperation("navigation.reopen", needs: .keepNavigation) {
        try await desk.reopen(ID(-1), because: "-", by: $0)
      },
      DeskOperation("navigation.release", needs: .keepNavigation) { try await desk.release(ID(-1), by: $0) },
      DeskOperation("navigation.decline", needs: .keepNavigation) {
        try await desk.decline(ID(-1), because: "-", by: $0)
      },
      DeskOperation("navigation.tell-use", needs: .tellNavigationUse) {
        try await desk.tellUse(
          UseDraft(user: "-", decision: "-", day: Day(number: 0)), of: ID(-1), by: $0)
      },
    ]
  }
}
