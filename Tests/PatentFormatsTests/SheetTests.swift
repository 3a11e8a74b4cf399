import Kernel
import PatentFormats
import Patents
import Testing

@Suite struct `A vendor's workbook` {
  @Test func `of PatSnap keeps persons whole and takes a dash for nothing`() throws {
    let (code, rows) = try given(try fixture("patsnap.xlsx"))
    #expect(code == "patsnap-xlsx")
    #expect(rows.map(\.rejection) == [nil, nil, "row.empty"])
    #expect(rows.map(\.line) == [2, 3, 4])
    let first = try #require(rows[0].record)
    #expect(first.inventors == ["张, 三", "LI, Si"])
    #expect(first.applicants == ["南京示例公司", "示例大学"])
    #expect(first.title == "连接结构 | 改进型")
    #expect(first.ipc == ["E04B 1/98", "E04B 1/58"])
    #expect(first.kind == .utilityModel)
    #expect(first.filingDay == Day("2021-02-01"))
    #expect(first.publicationDay == Day("2021-09-24"))
    #expect(first.legalStatus == "授权 | 权利转移")
    let second = try #require(rows[1].record)
    #expect(second.office == "US")
    #expect(second.applicants == ["示例株式会社"])
    #expect(second.applicationNumberRaw == "US17043275")
    #expect(second.applicationNumberState == .foreign)
    #expect(second.inventors == [] && second.abstract == nil && second.legalStatus == nil)
  }

  @Test func `of CNIPR has its agencies parted from their codes`() throws {
    let (code, rows) = try given(try fixture("cnipr.xlsx"))
    #expect(code == "cnipr-xlsx")
    #expect(rows.map(\.rejection) == [nil, nil, nil, "row.empty"])
    let first = try #require(rows[0].record)
    #expect(first.agency == "南京示例知识产权代理有限公司")
    #expect(first.agencyCode?.description == "32243")
    #expect(first.applicants == ["南通示例制品有限公司", "示例大学"])
    #expect(first.ipc == ["E01B 3/32", "E01B 9/10"])
    #expect(first.publicationDay == Day("2013-01-02"))
    #expect(first.firstClaim == "1.一种轨枕。")
    #expect(first.province == "江苏")
    #expect(rows[2].record?.agency == "示例专利事务所(普通合伙)")
    #expect(rows[2].record?.agencyCode?.description == "11370")
  }

  @Test func `with numbers typed as numbers never has digits guessed`() throws {
    let rows = try given(try fixture("cnipr.xlsx")).rows
    #expect(rows[1].record?.applicationNumber?.description == "201710601862.3")
    #expect(rows[2].record?.applicationNumber == nil)
    #expect(rows[2].record?.applicationNumberState == .ruined)
  }

  @Test func `without numbers is taken where it tells what the patents are`() throws {
    let (code, rows) = try given(try fixture("other.xlsx"))
    #expect(code == "cnipr-xlsx")
    #expect(rows.allSatisfy { $0.record?.title != nil && $0.record?.publicationNumber == nil })
  }

  @Test func `with titles alone is not taken for patents`() throws {
    let file = try Scratch("序号,名称,分类\n1,方法,A\n".utf8)
    #expect(throws: FormatRefusal.unknown(seen: "序号, 名称, 分类")) { try FormatRecognition.recognise(path: file.path) }
  }
}
