import Fixtures
import Foundation
import Kernel
import Parties
import PartiesStore
import Patents
import PatentsStore
import Tables
import Testing

@Suite struct `An import` {
  @Test(arguments: DatabaseKind.all)
  func `of the samples takes every document, and a second time nothing`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind, batchSize: 70) { zone in
      let demo = PatentZone.sample("demo/demo-patents.jsonl")
      let first = try await zone.bring(demo)
      #expect(first.stage == .done)
      #expect(first.counts == counts(300, new: 300))
      let folder = PatentZone.sample("uspto")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }.sorted()
      #expect(files.count == 8)
      for file in files {
        let run = try await zone.bring("\(folder)/\(file)")
        #expect(run.counts.new == 1 && run.counts.rows == 1 && run.counts.addsUp)
      }
      let before = try await zone.export()
      for path in [demo] + files.map({ "\(folder)/\($0)" }) {
        let again = try await zone.bring(path)
        #expect(again.counts.new == 0 && again.counts.updated == 0 && again.counts.unchanged == again.counts.rows)
      }
      #expect(try await zone.export() == before)
      #expect(try await zone.desk.facets(by: zone.clerk).total == 308)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all, [1, 2, 5])
  func `counts a document that its own file speaks of again`(_ kind: DatabaseKind, _ batchSize: Int) async throws {
    try await PatentZone.with(kind, batchSize: batchSize) { zone in
      let path = try zone.write([
        line(1), line(2), line(1, title: "改名"), line(1, title: "改名"), line(2),
        line(1, title: "改名", "\"abstract\":\"摘要\""),
      ])
      let run = try await zone.bring(path)
      #expect(run.counts == counts(6, new: 2, updated: 2, unchanged: 2))
      let patent = try #require(try await zone.patent("P:CN110000001A"))
      #expect(patent.facts[.title] == "改名")
      #expect(patent.facts[.abstract] == "摘要")
      let dossier = try await zone.desk.find(patent.id, by: zone.clerk)
      #expect(dossier.sources.map(\.effect) == [.new, .updated, .unchanged, .updated])
      #expect(dossier.origin(of: .title)?.line == 3)
      #expect(dossier.origin(of: .abstract)?.line == 6)
      #expect(dossier.origin(of: .applicants)?.line == 1)
      #expect(dossier.origin(of: .province) == nil)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of documents one of which declares entities is refused before a row of it`(_ kind: DatabaseKind) async throws {
    let patent = "<patent-document country=\"CN\" doc-number=\"110000001\" kind=\"A\"/>"
    try await PatentZone.with(kind) { zone in
      for declaration in ["<!DOCTYPE p [<!ENTITY e \"x\">]>", "<!DOCTYPE p [\n<!ENTITY % e SYSTEM \"a.dtd\"> %e;]>"] {
        let path = try zone.write(["<?xml version=\"1.0\"?>", patent, "<?xml version=\"1.0\"?>", declaration, patent])
        let line = declaration.contains("\n") ? 5 : 4
        await #expect(throws: TableRefusal.xmlDeclaresEntities(line: line)) { try await zone.bring(path) }
      }
      #expect(try await zone.desk.facets(by: zone.clerk).total == 0)
      let plain = try await zone.bring(try zone.write(["<?xml version=\"1.0\"?>", patent]))
      #expect(plain.counts == counts(1, new: 1))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `from an office outranks a collection, whichever comes first`(_ kind: DatabaseKind) async throws {
    let gazette = """
      item,name,authorization_notice_id,authorized_announcement_date,filing_id,filing_date,patentee,address,designer,Int.Cl.
      1,公报名称,CN110000001A,2024.03.05,2017106018623,2017.07.21,甲公司,211100江苏省南京市江宁区1号,张甲,G06F16/903(2019.01)I
      """
    let corpus = line(1, title: "语料名称", "\"abstract\":\"摘要\"")
    for isCorpusFirst in [true, false] {
      try await PatentZone.with(kind) { zone in
        let files = [try zone.write([corpus]), try zone.write([gazette], to: "gazette.csv")]
        for file in isCorpusFirst ? files : files.reversed() { try await zone.bring(file) }
        let patent = try #require(try await zone.patent("P:CN110000001A"))
        #expect(patent.facts[.title] == "公报名称")
        #expect(patent.facts[.abstract] == "摘要")
        #expect(patent.facts[.applicationNumber] == "201710601862.3")
        #expect(patent.precedence == 300)
        #expect(try await zone.isIntact())
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `knows a row again in another file and does not go back to it`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write([line(1, title: "旧")], to: "old.jsonl"))
      try await zone.bring(try zone.write([line(1, title: "新")], to: "new.jsonl"))
      let both = try await zone.bring(try zone.write([line(2), line(1, title: "旧")], to: "both.jsonl"))
      #expect(both.counts == counts(2, new: 1, unchanged: 1))
      #expect(try await zone.patent("P:CN110000001A")?.facts[.title] == "新")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `notes rejected and repaired rows once`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind, batchSize: 2) { zone in
      let path = try zone.write([
        "{}", line(1, "\"application_number\":\"2017106018624\",\"filing_date\":\"无\""), "{\"title\":", line(2),
      ])
      let run = try await zone.bring(path)
      #expect(run.counts == counts(4, new: 2, repaired: 1, rejected: 2))
      let notes = try await zone.desk.notes(of: run.id, by: zone.clerk)
      #expect(notes.map(\.line) == [1, 2, 2, 3])
      #expect(notes.map(\.sort) == [.rejected, .repaired, .repaired, .rejected])
      #expect(Set(notes.map(\.code)) == ["row.empty", "row.malformed", "wrong-check", "date-unreadable"])
      #expect(try await zone.desk.notes(of: run.id, sort: .rejected, by: zone.clerk).map(\.line) == [1, 3])
      let before = try await zone.export()
      let again = try await zone.bring(path)
      #expect(again.counts == counts(4, unchanged: 2, repaired: 1, rejected: 2))
      #expect(try await zone.export() == before)
      #expect(try await zone.desk.notes(of: again.id, by: zone.clerk).isEmpty)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `hands out its notes page by page, even where one row has several`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let bad = "\"application_number\":\"2017106018624\",\"filing_date\":\"无\",\"ipc\":[\"?\",\"!\"]"
      let run = try await zone.bring(try zone.write((1...3).map { line($0, bad) }))
      let all = try await zone.desk.notes(of: run.id, by: zone.clerk)
      #expect(all.count == 12)
      var paged: [ImportNote] = []
      while paged.count < 13 {
        let page = try await zone.desk.notes(
          of: run.id, after: paged.last?.line ?? 0, place: paged.last?.place ?? .max, limit: 5, by: zone.clerk)
        if page.isEmpty { break }
        paged += page
      }
      #expect(paged == all)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `joins spellings that differ only in form to one party`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind, batchSize: 1) { zone in
      let names = ["南京（江宁）公司", "南京(江宁)公司", "南京 (江宁) 公司", "Andr\u{E9}", "ANDR\u{C9}", "另一公司"]
      try await zone.bring(try zone.write(names.enumerated().map { line($0, applicants: [$1]) }))
      #expect(try await zone.parties.page(by: zone.clerk).map(\.name) == ["Andr\u{E9}", "另一公司", "南京（江宁）公司"])
      let party = try #require(try await zone.parties.page(containing: "江宁", by: zone.clerk).first)
      let found = try await zone.desk.page(PatentFilter(applicant: party.id), by: zone.clerk).patents
      #expect(found.map(\.identity.text).sorted() == ["P:CN110000000A", "P:CN110000001A", "P:CN110000002A"])
    }
  }
}
