import Kernel
import PatentFormats
import Patents
import Testing

@Suite struct `An unknown table` {
  private static let text = """
    某大学成果清单,,,,,,
    成果编号,专利题名,专利号,完成人一,完成人二,授权时间,内部备注
    A1,一种检索方法,ZL201710601862.3,张三,李四、王五,2019-07-09,不外传
    A2,另一种方法,ZL201830264854.X,赵六,,2019-08-13,

    """

  private static func uses(_ change: (inout [ColumnUse]) -> Void = { _ in }) -> [MappedColumn] {
    var uses: [ColumnUse] = [
      .own, .field(.title), .field(.application), .field(.inventors), .field(.inventors), .field(.grantDay),
      .leftOut(because: "内部信息"),
    ]
    change(&uses)
    let header = ["成果编号", "专利题名", "专利号", "完成人一", "完成人二", "授权时间", "内部备注"]
    return zip(header, uses).map { MappedColumn(header: $0, use: $1) }
  }

  @Test func `is looked at with its header below a title, and each column guessed by what tells`() throws {
    let file = try Scratch(Self.text.utf8)
    let look = try TableLook(path: file.path)
    #expect(look.columns.map(\.header) == ["成果编号", "专利题名", "专利号", "完成人一", "完成人二", "授权时间", "内部备注"])
    #expect(
      look.columns.map(\.guess.code) == [
        "own", "field:title", "field:application", "own", "own", "field:grantDay", "own",
      ])
    #expect(
      look.columns.map(\.ground.rawValue) == ["none", "resemblance", "content", "none", "none", "resemblance", "none"])
    #expect(look.columns[2].samples == ["ZL201710601862.3", "ZL201830264854.X"])
    #expect(look.rows.count == 2 && look.rows[0][1] == "一种检索方法")
  }

  @Test(arguments: ["{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n", "<a><b>1,2</b></a>", "只有一列\n1\n", "a,b\n"])
  func `is none without columns or rows`(_ text: String) throws {
    let file = try Scratch(text.utf8)
    #expect(throws: MappingRefusal.noTable) { try TableLook(path: file.path) }
  }

  @Test func `is read as it was mapped, lists of several columns together`() throws {
    let mapping = try TableMapping(name: " 某大学 ", columns: Self.uses())
    #expect(mapping.name == "某大学")
    let file = try Scratch(Self.text.utf8)
    let format = try FormatRecognition.recognise(path: file.path, mappings: [mapping])
    #expect(format.code == "mapping:某大学" && MappedTable.mappingName(in: format.code) == "某大学")
    let records = try records(format, file)
    #expect(records.map(\.title) == ["一种检索方法", "另一种方法"])
    #expect(records.map { $0.applicationNumber?.description } == ["201710601862.3", "201830264854.X"])
    #expect(records[0].inventors == ["张三", "李四", "王五"] && records[1].inventors == ["赵六"])
    #expect(records[0].grantDay == Day("2019-07-09"))
    #expect(records[0].extras == [PatentExtra(name: "成果编号", value: "A1")])
  }

  @Test func `is known again by the same headers in another order and spelling, and by no others`() throws {
    let mapping = try TableMapping(name: "某大学", columns: Self.uses())
    let permuted = try Scratch("专利号,授权 时间,成果编号,完成人二,专利题名,内部备注,完成人一\nZL201710601862.3,2019-07-09,A1,李四,方法,无,张三\n".utf8)
    let format = try FormatRecognition.recognise(path: permuted.path, mappings: [mapping])
    let record = try #require(try records(format, permuted).first)
    #expect(record.title == "方法" && record.inventors == ["李四", "张三"])
    let fewer = try Scratch("专利号,专利题名\nZL201710601862.3,方法\n".utf8)
    #expect(throws: FormatRefusal.self) { try FormatRecognition.recognise(path: fewer.path, mappings: [mapping]) }
    let named = try MappedTable.named(mapping, for: fewer.path)
    #expect(try records(named, fewer).map(\.title) == ["方法"])
    let other = try Scratch("姓名,电话\n张三,025\n".utf8)
    #expect(throws: MappingRefusal.notThisTable("某大学", missing: ["专利号"])) {
      try MappedTable.named(mapping, for: other.path)
    }
  }

  @Test func `that a vendor's headers tell is read by a mapping of just these headers`() throws {
    let file = try Scratch("标题,公开(公告)号,备注\n方法,CN110000001A,换名\n".utf8)
    #expect(try FormatRecognition.recognise(path: file.path).code == "cnipr-xlsx")
    let columns = zip(["标题", "公开(公告)号", "备注"], [ColumnUse.own, .field(.publication), .field(.title)]).map {
      MappedColumn(header: $0, use: $1)
    }
    let format = try FormatRecognition.recognise(
      path: file.path, mappings: [try TableMapping(name: "换名", columns: columns)])
    #expect(try records(format, file).map(\.title) == ["换名"])
  }

  @Test func `is not mapped without a number, to one field twice, or with columns left out for no reason`() {
    func refused(_ name: String = "某", _ change: (inout [ColumnUse]) -> Void) -> MappingRefusal? {
      do throws(MappingRefusal) {
        _ = try TableMapping(name: name, columns: Self.uses(change))
        return nil
      } catch { return error }
    }
    #expect(refused { $0[2] = .own } == .noNumber)
    #expect(refused { $0[5] = .field(.title) } == .twice(.title, "专利题名", "授权时间", place: 5))
    #expect(refused { $0[6] = .leftOut(because: "  ") } == .reasonMissing("内部备注", place: 6))
    #expect(refused(" ") { _ in } == .nameMissing)
    #expect(refused(String(repeating: "字", count: 61)) { _ in } == .nameTooLong)
    #expect(refused { $0[2] = .field(.publication) } == nil)
    #expect(refused { $0[5] = .field(.title) }?.field == "use-5")
  }

  @Test func `has uses that are read back from what is stored, and no others`() {
    for use in [ColumnUse.own, .field(.filingDay), .extra("cited-by"), .leftOut(because: "无关")] {
      #expect(ColumnUse(use.code, because: use.reason ?? "") == use)
    }
    for code in ["", "field:", "field:none", "extra:none", "own:1", "else"] {
      #expect(ColumnUse(code) == nil, "\(code)")
    }
  }

  private func records(_ format: any PatentFormat, _ file: Scratch) throws -> [PatentRecord] {
    var records: [PatentRecord] = []
    try withExtendedLifetime(file) {
      try format.read(path: file.path) { row in
        if case .record(let record, _) = row.outcome { records.append(record) }
      }
    }
    return records
  }
}
