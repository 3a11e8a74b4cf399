import Access
import Corpus
import Fixtures
import Journal
import JournalStore
import Kernel
import Landscape
import Navigation
import NavigationStore
import Storage
import Testing

@Suite struct `The navigation desk` {
  @Test(arguments: DatabaseKind.all)
  func `freezes what the searches find up to the cut-off date`(_ kind: DatabaseKind) async throws {
    try await NavigationZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.frozen())
      let file = try await desk.find(id, by: zone.analyst)
      let dataset = try #require(file.dataset)
      #expect(dataset.branches.map(\.hits) == [5, 2])
      #expect((dataset.hits, dataset.beyond, dataset.count, dataset.corpus) == (6, 1, 5, 7))
      #expect(dataset.cutoff == Day("2025-12-31") && dataset.latest == Day("2026-01-01"))
      #expect(dataset.hash.count == 64 && dataset.months == 18)
      let (_, lines) = try await desk.documents(of: id, by: zone.analyst)
      #expect(lines.map(\.document.id) == [1, 2, 3, 4, 5])
      #expect(lines.map(\.document.branches) == [[1], [1], [1], [2], [1, 2]])
      // Twenty working days after Sunday, 22 November 2026.
      #expect(file.clock.deadline?.day == Day("2026-12-18") && !file.clock.isLate)
      #expect(try await zone.desk(on: "2026-12-21").find(id, by: zone.analyst).clock.isLate)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `keeps a cleaning log in which before is after and removed`(_ kind: DatabaseKind) async throws {
    try await NavigationZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.frozen())
      #expect(try await desk.mergeApplications(in: id, by: zone.analyst) == 1)
      #expect(
        try await desk.remove(
          RemovalDraft(query: "夹具", reason: .noise, note: "与问题无关"), from: id, by: zone.analyst) == 1)
      try await desk.closeLog("逐件核对", of: id, by: zone.analyst)
      let figures = try await desk.figures(of: id, by: zone.analyst)
      #expect(figures.corpus.documents.map(\.id) == [2, 4, 5] && figures.adds)
      #expect(figures.balance.removed.map(\.count) == [1, 1] && figures.balance.remaining == 3)
      let noise = try #require(figures.file.removals.first { $0.reason == .noise })
      #expect(noise.document == 3 && noise.note == "与问题无关（夹具）")
      await refuses(.removedAlready(1), desk, RemovalDraft(numbers: ["CN3"], reason: .noise, note: "又"), id, zone)
      await refuses(.notInDataset(1), desk, RemovalDraft(numbers: ["CN99"], reason: .noise, note: "无"), id, zone)
      await refuses(.nothingChosen, desk, RemovalDraft(reason: .noise, note: "无"), id, zone)
      await refuses(.missing(.note), desk, RemovalDraft(numbers: ["CN4"], reason: .noise, note: " "), id, zone)
      await refuses(
        .noMergeTarget, desk, RemovalDraft(numbers: ["CN4"], reason: .duplicate, into: "CN3", note: "并"), id, zone)
      await refuses(.bearsOthers(1), desk, RemovalDraft(numbers: ["CN2"], reason: .noise, note: "去"), id, zone)
      // Taking one back opens the log again.
      try await desk.restore(3, in: id, by: zone.analyst)
      let file = try await desk.find(id, by: zone.analyst)
      #expect(file.dataset?.log == nil && file.balance?.remaining == 4)
    }
  }

  private func refuses(
    _ refusal: NavigationRefusal, _ desk: NavigationDesk, _ draft: RemovalDraft, _ id: ID<NavigationProject>,
    _ zone: NavigationZone
  ) async {
    await #expect(throws: refusal) { try await desk.remove(draft, from: id, by: zone.analyst) }
  }

  @Test(arguments: DatabaseKind.all)
  func `releases nothing without a cleaning log, a cut-off date and a review`(_ kind: DatabaseKind) async throws {
    try await NavigationZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.frozen(try zone.facts(cutoff: nil)))
      let sections = NavigationKind.enterprise.sections
      await #expect(
        throws: NavigationRefusal.notReady([.noCleaningLog, .noCutoff, .unwritten(sections), .noReview])
      ) { try await desk.release(id, by: zone.analyst) }
      await #expect(throws: NavigationRefusal.nothingWritten) { try await desk.submit(id, by: zone.analyst) }
      try await zone.write(id)
      try await desk.closeLog("逐件核对", of: id, by: zone.analyst)
      // Even accepted by an expert, it has no cut-off date.
      try await desk.submit(id, by: zone.analyst)
      try await desk.review(ReviewDraft(.accept, capacity: "研究员", opinion: "同意"), on: id, by: zone.expert)
      await #expect(throws: NavigationRefusal.notReady([.noCutoff])) { try await desk.release(id, by: zone.analyst) }
      try await desk.reopen(id, because: "补截止日", by: zone.analyst)
      try await desk.set(try zone.facts(), of: id, by: zone.analyst)
      await #expect(throws: NavigationRefusal.notReady([.noCutoff, .staleDataset, .noReview])) {
        try await desk.release(id, by: zone.analyst)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is reviewed by somebody else, who accepts or sends back with reasons`(_ kind: DatabaseKind) async throws {
    try await NavigationZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.frozen())
      try await zone.write(id, by: zone.colleague)
      await #expect(throws: NavigationRefusal.unknown(.project)) { try await desk.find(id, by: zone.expert) }
      try await desk.submit(id, by: zone.analyst)
      let accept = ReviewDraft(.accept, capacity: "研究员", opinion: "同意")
      for own in [zone.analyst, zone.colleague] {
        await #expect(throws: NavigationRefusal.ownWork) { try await desk.review(accept, on: id, by: own) }
      }
      await #expect(throws: NavigationRefusal.missing(.opinion)) {
        try await desk.review(ReviewDraft(.sendBack, capacity: "研究员", opinion: " "), on: id, by: zone.expert)
      }
      await #expect(throws: NavigationRefusal.closed(.reviewing)) {
        try await desk.write("改", in: "risk", of: id, by: zone.analyst)
      }
      try await desk.review(ReviewDraft(.sendBack, capacity: "研究员", opinion: "清洗不足"), on: id, by: zone.expert)
      let file = try await desk.find(id, by: zone.expert)
      #expect(file.project.stage == .analysing && file.reviews.map(\.opinion) == ["清洗不足"])
      #expect(file.project.submittedAt != nil)
      await #expect(throws: NavigationRefusal.notNow(.accept, in: .analysing)) {
        try await desk.review(accept, on: id, by: zone.expert)
      }
      // A step that was refused is news to nobody.
      let makers = Set([zone.analyst.id, zone.colleague.id])
      #expect(zone.news.events == [.submitted(makers: makers, agency: nil), .reviewed(.sendBack)])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `shows a released report to who ordered it, and to everybody where it is public`(_ kind: DatabaseKind)
    async throws
  {
    try await NavigationZone.with(kind) { zone in
      let desk = try zone.desk()
      let own = try await zone.accepted()
      let open = try await zone.accepted(try zone.facts(isPublic: true))
      #expect(try await desk.index(by: zone.buyer).isEmpty)
      for id in [own, open] { try await desk.release(id, by: zone.analyst) }
      #expect(Set(try await desk.index(by: zone.buyer).map(\.project.id)) == [own, open])
      #expect(try await desk.index(by: zone.visitor).map(\.project.id) == [open])
      await #expect(throws: NavigationRefusal.unknown(.project)) { try await desk.find(own, by: zone.stranger) }
      let today = desk.today
      let use = UseDraft(user: "示例企业", decision: "改设计", day: today, document: "纪要1")
      try await desk.tellUse(use, of: own, by: zone.buyer)
      #expect(try await desk.find(own, by: zone.buyer).uses.map(\.decision) == ["改设计"])
      await #expect(throws: NavigationRefusal.useOutsideTime(from: today, to: today)) {
        try await desk.tellUse(
          UseDraft(user: "示例企业", decision: "早", day: today.adding(days: -1)), of: own, by: zone.buyer)
      }
      await #expect(throws: NavigationRefusal.notNow(.release, in: .released)) {
        try await desk.release(own, by: zone.analyst)
      }
      await #expect(throws: NavigationRefusal.notNow(.decline, in: .released)) {
        try await desk.decline(own, because: "晚", by: zone.analyst)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `lets an agency make its own, and give it up with a reason`(_ kind: DatabaseKind) async throws {
    try await NavigationZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.frozen(by: zone.agent))
      let project = try await desk.find(id, by: zone.agent).project
      #expect(project.makerName == "示例机构" && project.maker?.description == NavigationZone.agency)
      // Staff see it and leave it alone; others do not see it.
      await #expect(throws: NavigationRefusal.notMaker) { try await desk.closeLog("代写", of: id, by: zone.analyst) }
      await #expect(throws: NavigationRefusal.unknown(.project)) { try await desk.find(id, by: zone.stranger) }
      await #expect(throws: NavigationRefusal.noMandate) { try await desk.open(try zone.facts(), by: zone.stranger) }
      await #expect(throws: NavigationRefusal.missing(.reason)) {
        try await desk.decline(id, because: " ", by: zone.agent)
      }
      try await desk.decline(id, because: "委托方取消", by: zone.agent)
      let declined = try await desk.find(id, by: zone.agent).project
      #expect(declined.stage == .declined && declined.declinedBecause == "委托方取消")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `runs the stored searches again and says how they differ`(_ kind: DatabaseKind) async throws {
    try await NavigationZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.frozen())
      let same = try await desk.rerun(id, by: zone.analyst).rerun
      #expect(same.verdict == .agrees && same.count == 5 && same.hits == 6 && same.beyond == 1)
      try await zone.add(document(8, "激光焊接台", "A8", "2024-09-09", "2025-03-03", "新公司"))
      let later = try await desk.rerun(id, by: zone.analyst).rerun
      #expect(later.verdict == .agreesButForLater && later.more == [8] && later.gone.isEmpty)
      #expect(later.branches.map(\.then) == [5, 2] && later.branches.map(\.now) == [6, 2])
      // What is drawn stays what it was.
      #expect(try await desk.figures(of: id, by: zone.analyst).corpus.documents.count == 5)
      try await zone.database.write { db in
        try db.run("UPDATE navigation_documents SET content = replace(content, '夹具', '工具') WHERE document = 3")
      }
      #expect(try await desk.rerun(id, by: zone.analyst).rerun.verdict == .altered)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `freezes anew without losing the dataset before`(_ kind: DatabaseKind) async throws {
    try await NavigationZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.frozen())
      let first = try #require(try await desk.find(id, by: zone.analyst).dataset)
      try await desk.set(table: TechnologyBranch.table("焊接 | 激光焊接"), of: id, by: zone.analyst)
      #expect(try await desk.find(id, by: zone.analyst).gaps.contains(.staleDataset))
      try await desk.freeze(id, by: zone.analyst)
      let file = try await desk.find(id, by: zone.analyst)
      #expect(file.dataset?.number == 2 && file.dataset?.count == 4 && file.datasets == 2)
      #expect(file.dataset?.id != first.id && file.dataset?.hash != first.hash)
      try await desk.set(table: TechnologyBranch.table("无 | 不存在的词"), of: id, by: zone.analyst)
      await #expect(throws: NavigationRefusal.nothingFound) { try await desk.freeze(id, by: zone.analyst) }
    }
  }
}
