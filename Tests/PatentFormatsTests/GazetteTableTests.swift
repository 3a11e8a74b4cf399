import Kernel
import PatentFormats
import Patents
import Testing

@Suite struct `The gazette table` {
  @Test func `of inventions is read by its content where its header is wrong`() throws {
    let (code, rows) = try given(try fixture("gazette-invention.csv"))
    #expect(code == "cnipa-gazette-csv")
    #expect(rows.map(\.rejection) == [nil, nil, nil, nil, "row.empty", "row.malformed"])
    let first = try #require(rows[0].record)
    #expect(first.title == "一种专利文本检索方法")
    #expect(first.inventors == ["张甲", "王乙", "李丙"])
    #expect(first.address == "211100江苏省南京市江宁区示例路1号")
    #expect(first.province == "江苏")
    #expect(first.applicants == ["南京示例科技有限公司"])
    #expect(first.ipc == ["G06F 16/903", "G06F 40/30"])
    #expect(first.grantDay == Day("2024-03-05"))
    #expect(first.applicationNumber == nil)
    #expect(first.applicationNumberRaw == "2.02E+12")
    #expect(first.applicationNumberState == .ruined)
    #expect(rows[0].repairs.contains("number-ruined application_number 2.02E+12"))
    #expect(rows[0].repairs.contains { $0.hasPrefix("columns-swapped address") })
  }

  @Test func `keeps a number whose check symbol is wrong, and does not use it`() throws {
    let rows = try given(try fixture("gazette-invention.csv")).rows
    #expect(rows[1].record?.applicationNumber?.description == "201710601862.3")
    #expect(rows[2].record?.applicationNumber == nil)
    #expect(rows[2].record?.applicationNumberRaw == "2017106018624")
    #expect(rows[2].record?.applicationNumberState == .wrongCheck)
    #expect(rows[3].record?.title == "含逗号,和\"引号\"的名称")
    #expect(rows[3].repairs.contains("class-unreadable ipc X99Z1/00(2006.01)I"))
    #expect(rows[2].original.hasPrefix("3,带错校验位的一种装置,CN299000003B"))
  }

  @Test func `of designs has Locarno classes`() throws {
    let rows = try given(try fixture("gazette-design.csv")).rows
    #expect(rows.map(\.record?.locarno) == [["01-99"], ["09-03", "31-00"]])
    #expect(rows.map(\.record?.kind) == [.design, .design])
    #expect(rows[1].record?.applicationNumber?.description == "201830264854.X")
    #expect(rows[0].record?.inventors == ["周某"])
    #expect(rows[0].repairs == ["number-ruined application_number 2.0183E+12"])
  }
}
