import Kernel
import PatentFormats
import Patents
import Testing

@Suite struct `JSON lines under other names` {
  @Test func `are read by what the names mean, in any order, lists value by value`() throws {
    let lines = """
      {"id": 7, "pub": "CN299000001A", "title": "检索方法", "claims": "1. 一种方法。\\n2. 根据权利要求1所述的方法。", "ipc": ["G06F16/903", "H04L9/00"], \
      "applicant": "甲公司; 乙大学", "region": "江苏", "year": 2017, "score": 0.5}
      {"applicant": ["丙公司", "丁研究院"], "title": "Method \\"X\\"", "pub": "US2019000001A1", "ipc": null, "later": {"a": [1]}}

      """
    let (code, rows) = try given(try Scratch(lines.utf8))
    #expect(code == "plain-table")
    let first = try #require(rows.first?.record)
    #expect(first.publicationNumber?.description == "CN299000001A" && first.title == "检索方法")
    #expect(first.applicants == ["甲公司", "乙大学"] && first.ipc == ["G06F 16/903", "H04L 9/00"])
    #expect(first.firstClaim == "1. 一种方法。" && first.claims?.contains("权利要求1") == true)
    #expect(first.province == "江苏")
    #expect(first.extras.contains(PatentExtra(name: "score", value: "0.5")))
    #expect(first.extras.contains { $0.value == "2017" } && first.extras.contains { $0.value == "7" })
    let second = try #require(rows.last?.record)
    #expect(second.title == "Method \"X\"" && second.applicants == ["丙公司", "丁研究院"] && second.ipc.isEmpty)
    #expect(second.office == "US" && rows.map(\.line) == [1, 2])
    // A name that no object before had.
    #expect(second.extras == [PatentExtra(name: "later", value: #"{"a": [1]}"#)])
  }

  @Test func `keep a name that comes behind the first objects`() throws {
    let many = (1...40).map { #"{"公开(公告)号": "CN2990000\#($0 + 10)A", "标题": "方法\#($0)", "申请(专利权)人": "甲公司"}"# }
    let last = #"{"公开(公告)号": "CN299000099A", "标题": "末条", "主审": "张三"}"#
    let rows = try given(try Scratch((many + [last]).joined(separator: "\n").utf8)).rows
    #expect(rows.count == 41 && rows.allSatisfy { $0.rejection == nil })
    #expect(rows[0].record?.applicants == ["甲公司"])
    #expect(rows[40].record?.extras == [PatentExtra(name: "主审", value: "张三")])
  }

  @Test func `have a line that is no object rejected by itself`() throws {
    let lines = """
      {"pub": "CN299000001A", "title": "一", "abstract": "甲"}
      {"pub": "CN299000002A", "title":
      not at all
      {"pub": "CN299000003A", "title": "三", "abstract": "丙"} {}
      {"pub": "CN299000004A", "title": "四", "abstract": "丁"}
      """
    let rows = try given(try Scratch(lines.utf8)).rows
    #expect(rows.map(\.rejection) == [nil, "row.malformed", "row.malformed", "row.malformed", nil])
    #expect(rows[2].original == "not at all")
  }

  @Test func `are refused where nothing in them is of patents, and can be mapped by hand`() throws {
    let file = try Scratch(#"{"编码": "A1", "标的": "一种方法", "号码": "ZL201710601862.3"}"#.utf8 + [0x0A])
    #expect(throws: FormatRefusal.self) { try FormatRecognition.recognise(path: file.path) }
    let look = try TableLook(path: file.path)
    #expect(look.columns.map(\.header) == ["编码", "标的", "号码"])
    #expect(look.columns.map(\.guess.code) == ["own", "own", "field:application"])
    let uses: [ColumnUse] = [.own, .field(.title), .field(.application)]
    let mapping = try TableMapping(
      name: "某系统", columns: zip(["编码", "标的", "号码"], uses).map { MappedColumn(header: $0, use: $1) })
    let format = try FormatRecognition.recognise(path: file.path, mappings: [mapping])
    var titles: [String?] = []
    try format.read(path: file.path) { if case .record(let record, _) = $0.outcome { titles.append(record.title) } }
    #expect(format.code == "mapping:某系统" && titles == ["一种方法"])
  }

  @Test func `of the corpus keep what its layout has no name for`() throws {
    let line = #"{"publication_number": "CN299000001A", "title": "一", "score": 3, "tags": ["甲", "乙"], "note": null}"#
    let (code, rows) = try given(try Scratch(line.utf8))
    #expect(code == "corpus-jsonl")
    #expect(
      rows[0].record?.extras == [PatentExtra(name: "score", value: "3"), PatentExtra(name: "tags", value: "甲\n乙")])
  }
}
