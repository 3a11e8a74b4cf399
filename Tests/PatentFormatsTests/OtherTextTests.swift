import Kernel
import PatentFormats
import Patents
import Testing

/// Made-up texts in the manner of each collection.
@Suite struct `A text` {
  @Test func `of CNKI's citations, one a line, some broken in two`() throws {
    let (code, rows) = try given(
      try Scratch(
        """
        [1]J·M·甲,P·乙. 检索方法[P]. 美国：CN1387401,2002-12-25.\r
        \r
        [2]丙,丁,\r
        戊. 一种装置[P]. 江苏：CN1382448,2002-12-04.\r
        [3]没有记号的一行\r
        """.utf8))
    #expect(code == "cnki-citations")
    #expect(rows.map(\.rejection) == [nil, nil, "row.malformed"])
    #expect(rows[0].record?.inventors == ["J·M·甲", "P·乙"])
    #expect(rows[0].record?.publicationNumberRaw == "CN1387401")
    #expect(rows[0].record?.publicationDay == Day("2002-12-25"))
    #expect(rows[1].record?.inventors == ["丙", "丁", "戊"])
    #expect(rows[1].record?.province == "江苏")
    #expect(rows[1].repairs.contains { $0.hasPrefix("line-joined") })
  }

  @Test func `of the Green Book, two patents in one file`() throws {
    func patent(_ number: String, _ title: String) -> String {
      """
      PATN
      WKU  \(number)
      APN  5184541
      APD  19741029
      TTL  \(title) for a boat
            loader
      ISD  19760210
      INVT
      NAM  Example; John J.
      ASSG
      NAM  Example Corp.
      CLAS
      OCL  224 4207
      ICL  B60R  900
      ABST
      PAL  A unit.
      CLMS
      NUM  1.
      PAR  1. A support.
      PA1  with a bar
      NUM  2.
      PAR  2. As in claim 1.

      """
    }
    let (code, rows) = try given(try Scratch((patent("039373754", "Support") + patent("D02422335", "Cup")).utf8))
    #expect(code == "uspto-greenbook" && rows.count == 2)
    let record = try #require(rows[0].record)
    #expect(record.publicationNumber?.description == "US3937375A")
    #expect(record.title == "Support for a boat loader")
    #expect(record.inventors == ["John J. Example"] && record.applicants == ["Example Corp."])
    #expect(record.ipc == ["B60R 9/00"])
    #expect(record.firstClaim == "1. A support. with a bar")
    #expect(record.grantDay == Day("1976-02-10"))
    #expect(rows[1].record?.publicationNumber?.description == "USD242233S")
    #expect(rows[1].record?.kind == .design)
  }

  @Test func `of Google Patents' names and values`() throws {
    let (code, rows) = try given(
      try Scratch(
        "ID\n    WO2009000001A1\ntitle\n    Water supply\nabstract\n    A system.\nclassfication_items\n2\n    E\n    E,0,3,B,1,/,0,4\n"
          .utf8))
    #expect(code == "google-patents-text")
    #expect(rows.first?.record?.title == "Water supply")
    #expect(rows.first?.record?.cpc == ["E03B 1/04"])
  }

  @Test func `of the gazette's page of hits`() throws {
    let (code, rows) = try given(
      try Scratch(
        """
        <!DOCTYPE html><html><body><div class="cp_linr"><h1> [发明公布]&nbsp;检索方法</h1><ul><li class="wl228">申请公布号：CN299000001A</li>
        <li>申请公布日：2019.07.09</li><li>申请号：2017106018623</li><li>申请日：2017.07.21</li><li>申请人：示例公司;<a>x</a><div> 示例大学</div></li>
        <li>地址：211100江苏省南京市1号</li><li>分类号：G06F16/903(2019.01)I <a>全部</a><div><ul><li>专利代理机构：示例代理所32204</li></ul></div></li></ul>
        <div class="cp_jsh"><span id="tit">摘要：</span>一种<span>方法。</span></div></div></body></html>
        """.utf8))
    #expect(code == "cnipa-gazette-html")
    let record = try #require(rows.first?.record)
    #expect(record.title == "检索方法" && record.publicationNumber?.description == "CN299000001A")
    #expect(record.applicationNumberState == .verified && record.ipc == ["G06F 16/903"])
    #expect(record.abstract == "一种方法。" && record.agencyCode?.description == "32204")
  }

  @Test(arguments: [
    ("<html><title>请输入验证码</title></html>", FileKind.blockedPage),
    ("<!DOCTYPE html><html><body>抱歉，没有您要查询的结果！</body></html>", .emptyPage),
    ("<!-- DTD --><!ELEMENT a (b)>", .schema),
    ("<?xml version=\"1.0\"?><xs:schema xmlns:xs=\"x\"/>", .schema),
    ("<class-scheme><classification-item/></class-scheme>", .classificationScheme),
    ("<?xml version=\"1.0\"?><Application-body id=\"1\"/>", .contents),
    ("-- MySQL dump 10.13\nCREATE TABLE `a` (", .databaseDump),
    ("%PDF-1.7", .document), ("\u{89}PNG", nil),
  ])
  func `of another kind is refused by it`(_ text: String, _ kind: FileKind?) throws {
    let bytes = kind == nil ? [0x89, 0x50, 0x4E, 0x47] : Array(text.utf8)
    let file = try Scratch(bytes)
    #expect(throws: FormatRefusal.kind(kind ?? .picture)) { try FormatRecognition.recognise(path: file.path) }
  }
}
