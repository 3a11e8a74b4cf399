public import Access
import Evidence
import Kernel

extension EvidenceDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    let nothing: ID<EvidenceItem> = ID(-1)
    let file = ReceivedEvidence(path: "", sha256: "", size: 0, name: "")
    let facts = EvidenceFacts("", .g4, nil, nil, nil, nil)
    return [
      DeskOperation("evidence.page", needs: .readEvidence) { _ = try await desk.page(limit: 1, by: $0) },
      DeskOperation("evidence.find", needs: .readEvidence) { _ = try await desk.find(nothing, by: $0) },
      DeskOperation("evidence.standing", needs: .readEvidence) { _ = try await desk.standing(named: "-", by: $0) },
      DeskOperation("evidence.open", needs: .readEvidence) { _ = try await desk.open(nothing, by: $0) },
      DeskOperation("evidence.verify", needs: .readEvidence) { _ = try await desk.verify(by: $0) },
      DeskOperation("evidence.add", needs: .addEvidence) { _ = try await desk.add(file, facts, by: $0) },
      DeskOperation("evidence.withdraw", needs: .withdrawEvidence) {
        try await desk.withdraw(nothing, because: "", seen: -1, by: $0)
      },
    ]
  }
}
