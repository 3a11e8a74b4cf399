public import Access
import Kernel
import Matters

extension MatterDesk {
  /// Every operation with what its first line asks for, for the test that walks them.
  public var operations: [DeskOperation] {
    let none = ID<Matter>(-1)
    return [
      DeskOperation("matters.queue", needs: .workOnMatters) { _ = try await queue(MatterFilter(), by: $0) },
      DeskOperation("matters.own", needs: .fileMatters) { _ = try await own(by: $0) },
      DeskOperation("matters.find", needs: .fileMatters) { _ = try await find(none, by: $0) },
      DeskOperation("matters.drafts", needs: .fileMatters) { _ = try await drafts(by: $0) },
      DeskOperation("matters.discard", needs: .fileMatters) { try await discard("none", by: $0) },
      DeskOperation("matters.take", needs: .fileMatters) {
        try await take("none", on: none, StepGiven(), seen: nil, by: $0)
      },
      DeskOperation("matters.assignable", needs: .workOnMatters) { _ = try await assignable(none, by: $0) },
      DeskOperation("matters.assign", needs: .assignMatters) {
        try await assign(none, to: ID(-1), seen: nil, by: $0)
      },
      DeskOperation("matters.recuse", needs: .workOnMatters) {
        try await recuse(none, because: "-", seen: nil, by: $0)
      },
      DeskOperation("matters.note", needs: .fileMatters) { try await note("-", isShared: false, on: none, by: $0) },
      DeskOperation("matters.extend", needs: .workOnMatters) {
        try await extend("none", of: none, because: "-", seen: nil, by: $0)
      },
      DeskOperation("matters.runClocks", needs: .runClocks) { _ = try await runClocks(by: $0) },
      DeskOperation("matters.recountClocks", needs: .runClocks) { _ = try await recountClocks(by: $0) },
      DeskOperation("matters.status", needs: .readGuides) { _ = try await status("none", by: $0) },
      DeskOperation("matters.takeByCode", needs: .readGuides) {
        try await take("none", withCode: "none", StepGiven(), by: $0)
      },
      DeskOperation("matters.deadlines", needs: .fileMatters) { _ = try await deadlines(by: $0) },
      DeskOperation("matters.letter", needs: .fileMatters) { _ = try await letter(1, of: none, by: $0) },
      DeskOperation("matters.statistics", needs: .readGuides) {
        _ = try await statistics("none", from: Day(number: 0), to: Day(number: 1), by: $0)
      },
    ]
  }
}
