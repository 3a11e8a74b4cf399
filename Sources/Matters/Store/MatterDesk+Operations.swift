public import Access
import Kernel
import Matters

extension MatterDesk {
  /// Every operation with what its first line asks for, for the test that walks them.
  public var operations: [DeskOperation] {
    let (desk, none) = (self, ID<Matter>(-1))
    // Any procedure stands for all: what its form needs is asked of every one in the same place.
    let head = book.all.first?.procedure.head
    let (code, filers) = (head?.code ?? "none", head?.filers ?? .fileMatters)
    return [
      DeskOperation("matters.queue", needs: .workOnMatters) { _ = try await desk.queue(MatterFilter(), by: $0) },
      DeskOperation("matters.own", needs: .fileMatters) { _ = try await desk.own(by: $0) },
      DeskOperation("matters.begin", needs: filers) { _ = try await desk.begin(code, by: $0) },
      DeskOperation("matters.save", needs: filers) { try await desk.save([:], of: code, by: $0) },
      DeskOperation("matters.file", needs: filers) { _ = try await desk.file(MatterFiling(code, texts: [:]), by: $0) },
      DeskOperation("matters.limits", needs: .readGuides) { account in
        guard let procedure = desk.book.all.first?.procedure else { return }
        _ = try await desk.limits(of: procedure, by: account)
      },
      DeskOperation("matters.workload", needs: .workOnMatters) { _ = try await desk.workload(by: $0) },
      DeskOperation("matters.find", needs: .fileMatters) { _ = try await desk.find(none, by: $0) },
      DeskOperation("matters.drafts", needs: .fileMatters) { _ = try await desk.drafts(by: $0) },
      DeskOperation("matters.discard", needs: .fileMatters) { try await desk.discard("none", by: $0) },
      DeskOperation("matters.take", needs: .fileMatters) {
        try await desk.take("none", on: none, StepGiven(), seen: nil, by: $0)
      },
      DeskOperation("matters.handOn", needs: .fileMatters) {
        try await desk.handOn("none", on: none, StepGiven(), from: nil, by: $0)
      },
      DeskOperation("matters.prepare", needs: .fileMatters) { _ = try await desk.prepare("none", on: none, by: $0) },
      DeskOperation("matters.assignable", needs: .workOnMatters) { _ = try await desk.assignable(none, by: $0) },
      DeskOperation("matters.assign", needs: .assignMatters) {
        try await desk.assign(none, to: ID(-1), seen: nil, by: $0)
      },
      DeskOperation("matters.recuse", needs: .workOnMatters) {
        try await desk.recuse(none, because: "-", seen: nil, by: $0)
      },
      DeskOperation("matters.note", needs: .fileMatters) {
        try await desk.note("-", isShared: false, on: none, by: $0)
      },
      DeskOperation("matters.extend", needs: .workOnMatters) {
        try await desk.extend("none", of: none, because: "-", seen: nil, by: $0)
      },
      DeskOperation("matters.runClocks", needs: .runClocks) { _ = try await desk.runClocks(by: $0) },
      DeskOperation("matters.recountClocks", needs: .runClocks) { _ = try await desk.recountClocks(by: $0) },
      DeskOperation("matters.status", needs: .readGuides) { _ = try await desk.status("none", by: $0) },
      DeskOperation("matters.takeByCode", needs: .readGuides) {
        try await desk.take("none", withCode: "none", StepGiven(), by: $0)
      },
      DeskOperation("matters.deadlines", needs: .fileMatters) { _ = try await desk.deadlines(by: $0) },
      DeskOperation("matters.calendar", needs: .fileMatters) { _ = try await desk.calendar(by: $0) },
      DeskOperation("matters.renewCalendar", needs: .fileMatters) {
        _ = try await desk.renewCalendar(in: .zh, by: $0)
      },
      DeskOperation("matters.revokeCalendar", needs: .fileMatters) { try await desk.revokeCalendar(by: $0) },
      DeskOperation("matters.feed", needs: .readGuides) { _ = try await desk.feed("none", by: $0) },
      DeskOperation("matters.letter", needs: .fileMatters) { _ = try await desk.letter(1, of: none, by: $0) },
      DeskOperation("matters.statistics", needs: .readGuides) {
        _ = try await desk.statistics("none", from: Day(number: 0), to: Day(number: 1), by: $0)
      },
      DeskOperation("matters.allStatistics", needs: .readGuides) {
        _ = try await desk.statistics(from: Day(number: 0), to: Day(number: 1), by: $0)
      },
      DeskOperation("matters.opened", needs: .fileMatters) { _ = try await desk.opened([none], by: $0) },
      DeskOperation("matters.counted", needs: .workOnMatters) { _ = try await desk.counted(MatterFilter(), by: $0) },
    ]
  }
}
