import Foundation
import Kernel
import PatentFormats
import Patents
import Testing

@Suite struct `Corpus lines` {
  @Test func `become records with their repairs`() throws {
    let (code, rows) = try given(try fixture("corpus.jsonl"))
    #expect(code == "corpus-jsonl")
    #expect(rows.map(\.number) == [1, 2, 3, 4, 5, 6, 7])
    #expect(rows.map(\.line) == [1, 2, 4, 5, 6, 7, 8])
    #expect(rows.map(\.rejection) == [nil, "row.malformed", nil, nil, "row.empty", nil, "row.malformed"])
    let first = try #require(rows[0].record)
    #expect(first.title == "检索方法 专利𠮷")
    #expect(first.abstract == "第一行\n\"引\"")
    #expect(first.firstClaim == "1.一种方法。")
    #expect(first.publicationNumber?.description == "CN299000001A")
    #expect(first.applicationNumber?.description == "201710601862.3")
    #expect(first.applicationNumberState == .verified)
    #expect(first.kind == .invention)
    #expect(first.applicants == ["甲公司", "乙大学"])
    #expect(first.agency == "示例代理（普通合伙）")
    #expect(first.agencyCode?.description == "32204")
    #expect(first.ipc == ["G06F 16/903"])
    #expect(first.filingDay == Day("2017-07-21"))
    #expect(first.publicationDay == nil)
    #expect(
      rows[0].repairs.sorted() == [
        "class-unreadable ipc Y02B30/00", "date-unreadable publication_day 2017-13-01",
      ])
  }

  @Test func `lose control characters and wide spaces, and take the kind for the number`() throws {
    let rows = try given(try fixture("corpus.jsonl")).rows
    #expect(rows[2].record?.title == "全角空格与 控制符")
    #expect(rows[2].record?.publicationNumber?.description == "CN299000002U")
    #expect(rows[2].record?.kind == .utilityModel)
    #expect(rows[3].record?.office == "JP")
    #expect(rows[3].record?.applicationNumberState == .foreign)
    #expect(rows[5].repairs == ["wrong-type title 5"])
  }

  @Test func `go on behind a row`() throws {
    #expect(try given(try fixture("corpus.jsonl"), after: 4).rows.map(\.number) == [5, 6, 7])
  }

  @Test func `survive every cut and every altered byte, one row each`() throws {
    let line = Array(#"{"title": "专利\u4e13", "ipc": ["G06F16/903"], "x": {"y": [1, null]}, "abstract": null}"#.utf8)
    // Good lines first, so that a broken character does not hide the file's encoding.
    let good = Array(Array(repeating: line + [0x0A], count: 60).joined())
    for length in 1..<line.count {
      let file = try Scratch(good + line[..<length] + [0x0A] + line)
      let rows = try given(file.path).rows
      #expect(rows.suffix(2).map(\.rejection) == ["row.malformed", nil], "cut at \(length)")
      #expect(rows.count == 62)
    }
    for place in line.indices {
      var altered = line
      altered[place] = 0xFF
      let file = try Scratch(good + altered + [0x0A] + line)
      #expect(try given(file.path).rows.count == 62, "altered at \(place)")
    }
  }

  @Test func `of the demonstration all say so`() throws {
    let rows = try given(sample("demo/demo-patents.jsonl")).rows
    #expect(rows.count == 300)
    let records = rows.compactMap(\.record)
    #expect(records.count == 300)
    #expect(records.allSatisfy { $0.source == "示例数据" && $0.applicationNumberState == .verified })
    #expect(records.allSatisfy { $0.applicants.allSatisfy { $0.hasSuffix("（示例）") } && !$0.applicants.isEmpty })
    #expect(Set(records.compactMap(\.publicationNumber)).count == 300)
    #expect(rows.allSatisfy { $0.repairs.isEmpty })
  }
}
