import Corpus
import Fixtures
import Foundation
import Kernel
import Landscape
import Navigation
import Testing

@Suite struct `A navigation project` {
  @Test func `goes this way and no other`() {
    let rows = NavigationStage.allCases.map { stage in
      ([stage.rawValue] + NavigationStep.allCases.map { stage.after($0)?.rawValue ?? "." }).joined(separator: " ")
    }
    #expect(
      NavigationStep.allCases.map(\.rawValue).joined(separator: " ")
        == "freeze submit accept send-back reopen release decline")
    #expect(
      rows == [
        "scoping analysing . . . . . declined", "analysing analysing reviewing . . . . declined",
        "reviewing . . accepted analysing . . declined", "accepted . . . . analysing released declined",
        "released . . . . . . .", "declined . . . . . . .",
      ])
  }

  @Test func `has five kinds, whose chapters have keys of their own and each figure once`() {
    #expect(NavigationKind.allCases.count == 5)
    for kind in NavigationKind.allCases {
      let (keys, drawn) = (kind.sections.map(\.key), kind.sections.flatMap(\.analyses))
      #expect(keys.count == 5 && Set(keys).count == 5, "\(kind)")
      #expect(Set(drawn).count == drawn.count && drawn.contains(.filings), "\(kind)")
    }
    // Seen of GB/T 39551: parts 3 and 4.
    #expect(NavigationKind.allCases.filter(\.isChapterPlanRead) == [.industrial, .enterprise])
  }

  @Test func `refuses facts that say nothing, and a cut-off date that lies ahead`() throws {
    let today = try #require(Day("2026-11-22"))
    var facts = NavigationFacts(title: " 题 ", kind: .talent, need: "问", ordererName: "园")
    #expect(try facts.checked(on: today).title == "题")
    facts.cutoff = today.adding(days: 1)
    #expect(throws: NavigationRefusal.cutoffAhead) { try facts.checked(on: today) }
    facts.cutoff = today
    facts.need = "  "
    #expect(throws: NavigationRefusal.missing(.need)) { try facts.checked(on: today) }
    (facts.need, facts.title) = ("问", String(repeating: "长", count: 121))
    #expect(throws: NavigationRefusal.tooLong(.title, limit: 120)) { try facts.checked(on: today) }
    (facts.title, facts.restriction) = ("题", "(")
    #expect { try facts.checked(on: today) } throws: { ($0 as? NavigationRefusal)?.field == "restriction" }
  }
}

@Suite struct `A technology table` {
  @Test func `is read a branch a line, from what is typed or pasted`() throws {
    let table = try TechnologyBranch.table("焊接 | 激光焊接\n\n机器人\tAP:大学 AND 机器人\n晶圆｜晶圆")
    #expect(table.map(\.name) == ["焊接", "机器人", "晶圆"] && table.map(\.place) == [1, 2, 3])
    #expect(table[1].query == "AP:大学 AND 机器人")
    #expect(table[0].text(within: "ADY=2010..2020") == "(ADY=2010..2020) AND (激光焊接)")
    #expect(try TechnologyBranch.table(table.map(\.line).joined(separator: "\n")) == table)
  }

  @Test func `says which line is wrong`() {
    #expect(throws: NavigationRefusal.badBranch(line: 2)) { try TechnologyBranch.table("焊接 | 激光\n机器人") }
    #expect(throws: NavigationRefusal.branchTwice("焊接")) { try TechnologyBranch.table("焊接 | 激光\n焊接 | 光") }
    #expect { try TechnologyBranch.table("焊接 | 激光\n坏 | (激光") } throws: { refusal in
      guard case .badQuery(let line, _)? = refusal as? NavigationRefusal else { return false }
      return line == 2
    }
    let many = (1...41).map { "支\($0) | 词\($0)" }.joined(separator: "\n")
    #expect(throws: NavigationRefusal.tooManyBranches(limit: 40)) { try TechnologyBranch.table(many) }
  }
}

@Suite struct `A frozen document` {
  @Test func `is the same after it was stored, without its texts`() throws {
    var full = document(4, "标题", "A3", "2021-07-01", "2022-01-01", "甲公司")
    (full.abstract, full.claims, full.district, full.cited) = ("摘要", "权利要求", "江宁区", ["CN9"])
    let frozen = FrozenDocument(full, branches: [1, 3])
    let again = try FrozenDocument(content: frozen.content())
    #expect(again == frozen && again.branches == [1, 3] && again.document.abstract.isEmpty)
    #expect(try again.content() == frozen.content())
  }

  @Test func `of one application is merged into the latest publication`() {
    let frozen = sevenDocuments().map { FrozenDocument($0, branches: [1]) }
    let merges = sameApplications(frozen)
    #expect(merges.map(\.removed) == [1] && merges.map(\.kept) == [2])
  }
}

@Suite struct `A frozen corpus` {
  private func dataset() -> NavigationDataset {
    NavigationDataset(
      id: ID(1), project: ID(1), number: 1, frozenAt: Date.noon, frozenBy: "甲", position: 5, corpus: 7,
      cutoff: Day("2025-12-31"), latest: Day("2026-01-01"), restriction: "",
      branches: [
        FrozenBranch(TechnologyBranch(place: 1, name: "焊接", query: "激光焊接"), hits: 5),
        FrozenBranch(TechnologyBranch(place: 2, name: "机器人", query: "机器人"), hits: 2),
      ], hits: 6, beyond: 1, count: 5, hash: "", months: 18, internationalMonths: 30, names: FrozenNames())
  }

  @Test func `is counted by hand`() throws {
    let documents = [(2, [1]), (4, [2]), (5, [1, 2])].map { place, branches in
      FrozenDocument(sevenDocuments()[place - 1], branches: branches)
    }
    let corpus = try FrozenCorpus(documents, of: dataset())
    #expect(corpus.branches.map(\.count) == [2, 2])
    #expect(corpus.report.documents == 3 && corpus.report.analyses.allSatisfy { $0.balance.adds })
    let filings = try #require(corpus.report.analysis(.filings))
    // 2019 to 2024, of which 2024 is within 18 months of the cut-off date, and 2023 within 30.
    #expect(filings.rows.map(\.value) == [1, 0, 1, 0, 0, 1])
    #expect(
      filings.rows.map(\.standing) == [
        .complete, .complete, .complete, .complete, .internationalIncomplete, .incomplete,
      ])
    let first = try #require(filings.rows.first?.narrowing?.text(behind: ""))
    #expect(try corpus.documents(where: first).map(\.id) == [2])
    #expect(try corpus.documents(where: "AP==\"甲公司\"").map(\.id) == [2, 4])
    #expect(FrozenCorpus.sources(documents).map(\.count) == [3])
  }

  @Test func `adds up: found is beyond and frozen, frozen is removed and left`() {
    let removals = [
      Removal(1, .sameApplication, into: 2, note: "合并", by: "甲", at: Date.noon),
      Removal(3, .noise, note: "无关", by: "甲", at: Date.noon),
    ]
    let balance = DatasetBalance(dataset(), removals, remaining: 3)
    #expect(balance.adds && balance.removedCount == 2)
    #expect(balance.removed.map(\.reason) == [.noise, .sameApplication])
    #expect(!DatasetBalance(dataset(), removals, remaining: 4).adds)
  }
}
