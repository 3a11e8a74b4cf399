import Foundation
import Kernel
import PatentFormats
import Patents
import Testing

/// The headers as the exports write them, one list a vendor.
private enum Headers {
  static let incoPat = """
    标题, 申请人, 公开(公告)号, 摘要, 公开(公告)日, 申请号, 申请日, 专利类型, 公开国别, 链接到incoPat, IPC主分类, IPC, 国民经济分类, \
    文献种类代码, 小类代码, 申请人贡献分, 标题(翻译), 标题(小语种原文), 摘要(翻译), 标准化当前权利人, 当前权利人, 代理机构, 代理人, 审查员, \
    优先权信息, 优先权号, 优先权日, 最早优先权日, 优先权国别, PCT国际申请号, PCT国际公布号, PCT进入国家阶段日, 首次公开日, 授权公告日, \
    实质审查生效日, 提出实审时长, 审查时长, 失效日, 专利寿命(月), 标准类型, 标准项目, 标准号, 合享价值度, 技术稳定性, 技术先进性, 保护范围, \
    首项权利要求, 独立权利要求, 权利要求数量, 独立权利要求数量, 从属权利要求数量, 文献页数, 首权字数, 技术功效短语, 技术功效句, \
    技术功效1级, 技术功效2级, 技术功效3级, 技术功效TRIZ参数, 洛迦诺分类号, EC, CPC, UC, FI, F-term, 新兴产业分类, 申请人(翻译), \
    申请人(其他), 标准化申请人, 第一申请人, 申请人数量, 申请人类型, 申请人国别代码, 申请人地址, 申请人省市代码, 中国申请人地市, \
    中国申请人区县, 工商别名, 工商英文名, 工商注册地址, 工商公司类型, 工商成立日期, 工商统一社会信用代码, 工商注册号, 工商上市代码, \
    工商企业状态, 发明人, 第一发明人, 当前发明人名称, 发明人数量, 发明人国别, 发明人地址, 引证专利, 被引证专利, 家族引证, 家族被引证, \
    引证次数, 被引证次数, 家族引证次数, 家族被引证次数, 引证科技文献, 引证类别, 简单同族, 扩展同族, DocDB同族, DocDB同族ID, DocDB同族个数, \
    同族国家/地区, 母案, 分案, 一案双申, 专利有效性, 当前法律状态, 法律文书日期, 法律状态, 法律文书编号, 复审请求人, 无效请求人, 复审决定, \
    复审无效决定日, 转让次数, 转让执行日, 转让人, 受让人, 标准受让人, 许可次数, 许可合同备案日期, 许可人, 被许可人, 当前被许可人, 许可类型, \
    质押次数, 质押期限, 出质人, 质权人, 当前质权人, 诉讼次数, 原告, 被告, 诉讼类型, 法庭, 海关备案, 口审日期, 法律事件, 标题 (中文), \
    标题 (英文), IPC主分类-部, IPC主分类-部(释义)
    """
  static let patSnap = """
    序号, 标题, 申请号, 申请日, 授权日, 专利类型, 法律状态/事件, [标]当前申请(专利权)人, [标]原始申请(专利权)人, 发明人, 技术领域, \
    [标]技术问题短语, [标]技术功效短语, IPC分类号, IPC主分类号, IPC主分类号(部)释义, IPC主分类号(小类), 申请年, CPC分类号, 发明人数量, \
    [标]代理机构, 当前申请(专利权)人州/省, 原始申请(专利权)人州/省, [标]原始/当前申请(专利权)人类型, 公开(公告)号, 公开(公告)日, 授权年, \
    战略新兴产业分类, 应用领域分类, 技术主题分类, 失效日, 简单同族被引用专利总数, 被引用专利数量, 5年内被引用数量, 权利要求数, 专利价值, \
    技术价值, 市场价值, 权利转移生效日, 许可类型, 许可次数, 许可生效日, 转让人, 受让人, 受理局, 第一原始申请(专利权)人, \
    原始申请(专利权)人地址, 工商统一社会信用代码, 当前申请(专利权)人地市/区县
    """
  static let daweisoft = """
    AN, AD, PNM, PD, PR, EPRD, DAN, TI, ABST, CLM, CL, DESCR, PA, PPA, CAS, AR, ADDRP, ADDRC, ADDRDC, CASP, CASC, CASD, PAN, INN, \
    SIC, PIC, IPC, PIPC, IPCSC, ICG, LOC, CPC, GBC1, GBC2, GBC3, GBC4, EINDC, UC, FIC, FTERM, IDX, DPIT, DPIL, DPIE, DPIM, DPIS, CO, \
    ED, GD, QLFQR, AGC, AGT, REFP, REFPN, REFBYN, IAN, IAD, IPN, IPD, DEN, LS, CLS, CLSD, CFP, PRCP, POCP, TSFT, TEFD, TLSD, TRSF, \
    ASSI, LICT, LEFD, LSOC, LCRN, PLDO, PLDE, PLDT, PEFD, PDSD, PSOC, PCRN, LV, TZH, SFMLC, ITZH, IFMLN, IFMLC, BZ, WINPS, WINPDY, \
    EAR, CRAI, SQRLX, TRA, LIC, PLE, INV, PERIOD, RET, PTAD, PTED, PTEN
    """
  static let cnipr = """
    公开（公告）号, 公开（公告）日, 申请号, 申请日, 专利号, 名称, 主分类号, 分类号, 申请（专利权）人, 发明（设计）人, 摘要, 主权项, 优先权, \
    同族专利项, 国省代码, 分案原申请号, 地址, 专利代理机构, 代理人, 审查员, 颁证日, 国际申请, 国际公布, 进入国家日期, 摘要附图存储路径, \
    欧洲主分类号, 本国主分类号, 发布路径, 页数, 申请国代码, 专利类型, 申请来源, 参考文献, 范畴分类, 权利要求书, 说明书, 说明书附图
    """
  static let lens = """
    #, Jurisdiction, Kind, Display Key, Lens ID, Publication Date, Publication Year, Application Number, Application Date, \
    Priority Numbers, Earliest Priority Date, Title, Abstract, Applicants, Inventors, Owners, URL, Document Type, Has Full Text, \
    Cites Patent Count, Cited by Patent Count, Simple Family Size, Simple Family Members, Simple Family Member Jurisdictions, \
    Extended Family Size, Extended Family Members, Extended Family Member Jurisdictions, Sequence Count, CPC Classifications, \
    IPCR Classifications, US Classifications, NPL Citation Count, NPL Resolved Citation Count, NPL Resolved Lens ID(s), \
    NPL Resolved External ID(s), NPL Citations, Legal Status
    """
  static let google = """
    id, title, assignee, inventor/author, priority date, filing/creation date, publication date, grant date, result link, \
    representative figure link
    """

  static let all: [(code: String, headers: [String])] = [
    ("incopat-sheet", incoPat), ("patsnap-xlsx", patSnap), ("daweisoft-sheet", daweisoft), ("cnipr-xlsx", cnipr),
    ("lens-csv", lens), ("google-patents-csv", google),
  ].map { ($0.0, $0.1.components(separatedBy: ", ")) }
}

/// A table of one vendor, made up: each column has a value that no other has, as far as its meaning lets it.
private struct MadeUp {
  /// What a column of this header holds, and what must be found of it.
  static func value(_ header: String, _ place: Int) -> String {
    let name = header.replacingOccurrences(of: "（", with: "(").replacingOccurrences(of: "）", with: ")")
    switch name {
    case "公开(公告)号", "PNM", "id", "Display Key": return "CN299000001A"
    case "申请号", "AN", "Application Number": return "CN201710601862.3"
    case "申请日", "AD", "Application Date", "filing/creation date": return "2017-07-21"
    case "公开(公告)日", "PD", "Publication Date", "publication date": return "2019-07-09"
    case "授权公告日", "授权日", "GD", "grant date": return "2019-08-09"
    case "优先权日", "priority date": return "2016-03-01"
    case "最早优先权日", "EPRD", "Earliest Priority Date": return "2016-03-02"
    case "IPC", "IPC主分类", "分类号", "主分类号", "IPC分类号", "IPC主分类号", "SIC", "PIC", "IPCR Classifications": return "G06F 16/903"
    case "CPC", "CPC分类号", "CPC Classifications": return "G06F 40/30"
    case "洛迦诺分类号", "LOC": return "14-02"
    case "专利类型": return "发明"
    case "Kind", "文献种类代码": return "A"
    case "Jurisdiction", "公开国别", "受理局": return "CN"
    default: return "值\(place)号"
    }
  }

  /// Everything that a record says, in one list.
  static func said(_ record: PatentRecord) -> Set<String> {
    var said = Set(record.sayings.map(\.value))
    for text in [
      record.title, record.abstract, record.firstClaim, record.agency, record.address, record.province,
      record.legalStatus,
      record.applicationNumberRaw, record.publicationNumber?.description, record.publicationNumber?.kindCode,
      record.office, record.kind?.phrase.zh, record.filingDay?.description, record.publicationDay?.description,
      record.grantDay?.description, record.priorityDay?.description,
    ] {
      if let text { said.insert(text) }
    }
    said.formUnion(record.applicants + record.inventors + record.agents + record.ipc + record.cpc + record.locarno)
    return said
  }
}

@Suite struct `A vendor's export` {
  @Test(arguments: Headers.all.indices) func `keeps what every column says`(_ place: Int) throws {
    let (code, headers) = Headers.all[place]
    let values = headers.enumerated().map { MadeUp.value($1, $0) }
    let file = try Scratch(text([headers, values], separator: ",").utf8)
    let (found, rows) = try given(file.path)
    #expect(found == code)
    let record = try #require(rows.first?.record)
    let said = MadeUp.said(record)
    for (header, value) in zip(headers, values) where !said.contains(value) {
      Issue.record("\(code): \(header) is lost")
    }
    #expect(Set(record.sayings.map(\.name)).count == record.sayings.count)
  }

  @Test(arguments: Headers.all.indices, 1...12)
  func `is known whatever its order, brackets, encoding, separator, and with a fifth of its columns gone`(
    _ place: Int, _ seed: Int
  ) throws {
    var dice = SeededDice(seed: UInt64(seed))
    let (code, all) = Headers.all[place]
    var headers = all
    headers = dice.shuffle(headers)
    if seed % 2 == 0 { headers.removeFirst(headers.count / 5) }
    let needed = Set(headers.map(SheetName.folded))
    // A table without title and number is none of patents, whoever exports it.
    guard needed.contains(where: SheetName.titles.contains), needed.contains(where: SheetName.numbers.contains) else {
      return
    }
    let values = headers.enumerated().map { MadeUp.value($1, $0) }
    let shown = headers.map { seed % 3 == 0 ? SheetName.wide($0) : seed % 3 == 1 ? SheetName.narrow($0) : $0 }
    let separators = [",", "\t", ";"]
    let content = text([shown, values, values], separator: separators[seed % 3])
    let file = try Scratch(try encoded(content, as: ["UTF-8", "UTF-8-MARK", "GB18030", "UTF-16LE"][seed % 4]))
    let (found, rows) = try given(file.path)
    #expect(found == code)
    #expect(rows.count == 2)
    let said = MadeUp.said(try #require(rows.last?.record))
    for (header, value) in zip(headers, values) where !said.contains(value) {
      Issue.record("\(code), seed \(seed): \(header) is lost")
    }
  }

  @Test func `of Google Patents begins with the address of the search`() throws {
    let content = """
      search URL:,"https://patents.google.com/?q=a,b"
      id,title,assignee,inventor/author,priority date,filing/creation date,publication date,grant date,result link,representative figure link
      CN-299000001-A,Retrieval,"Example Co., Ltd., 示例大学","Zhang Jia, Wang Yi",2016-01-02,2017-07-21,2019-07-09,,https://example.org,
      """
    let (code, rows) = try given(try Scratch(content.utf8))
    #expect(code == "google-patents-csv")
    let record = try #require(rows.first?.record)
    #expect(record.publicationNumber?.description == "CN299000001A")
    #expect(record.applicants == ["Example Co., Ltd.", "示例大学"])
    #expect(record.inventors == ["Zhang Jia", "Wang Yi"])
    #expect(record.priorityDay == Day("2016-01-02"))
  }

  @Test func `of PATENTSCOPE is read from a workbook of before 2007`() throws {
    let (code, rows) = try given(try fixture("patentscope.xls"))
    #expect(code == "patentscope-sheet")
    #expect(rows.map(\.line) == [3])
    let record = try #require(rows.first?.record)
    #expect(record.title == "检索方法")
    #expect(record.filingDay == Day("2019-07-09"))
    #expect(record.publicationDay == Day("2020-01-16"))
    #expect(record.applicants == ["示例公司", "示例大学"])
    #expect(record.ipc == ["G06F 16/903", "G06F 40/30"])
    // The list leaves the kind code out: which document it is remains open.
    #expect(record.publicationNumber == nil && record.publicationNumberRaw == "WO/2099/000001")
    #expect(record.extras.contains(PatentExtra(name: "national-phases", value: "US; JP")))
  }

  @Test func `of Espacenet has countries behind its applicants`() throws {
    let content = """
      No,Title,Inventors,Applicants,Publication number,Earliest priority,IPC,CPC,Publication date,Earliest publication,Family number
      1,"A method","ZHANG JIA [CN]\nWANG YI [CN]","EXAMPLE CO LTD [CN]\nEXAMPLE UNIV [CN]",CN299000001A,2016-03-01,G06F16/903,G06F40/30,2019-07-09,2019-07-09,12345678
      """
    let (code, rows) = try given(try Scratch(content.utf8))
    #expect(code == "espacenet-sheet")
    let record = try #require(rows.first?.record)
    #expect(record.applicants == ["EXAMPLE CO LTD", "EXAMPLE UNIV"])
    #expect(record.inventors == ["ZHANG JIA", "WANG YI"])
    #expect(record.cpc == ["G06F 40/30"])
    #expect(record.extras.contains(PatentExtra(name: "application-family", value: "12345678")))
  }

  @Test func `tells what it mended, and rejects a row that a separator has moved`() throws {
    let content = """
      标题,申请号,申请日,公开(公告)号,公开(公告)日,专利类型
      方法,CN201710601862.3,42937,CN299000001A,2019年7月9日,发明
      装置,2.01711E+12,2017/7/21 00:00:00,CN299000002,2019.07.09,发明
      坏行,CN201710601862.3,2017-07-21,CN299000003A,2019-07-09,发明,多出一列
      """
    let rows = try given(try Scratch(content.utf8)).rows
    // 42,937 days after 30 December 1899.
    #expect(rows[0].record?.filingDay == Day("2017-07-21"))
    #expect(rows[0].repairs == ["serial-date filing_day 42937"])
    #expect(rows[0].record?.publicationDay == Day("2019-07-09"))
    #expect(rows[1].record?.filingDay == Day("2017-07-21"))
    #expect(
      Set(rows[1].repairs) == [
        "number-incomplete publication_number CN299000002", "number-ruined application_number 2.01711E+12",
      ])
    #expect(rows[2].rejection == "row.malformed")
  }

  private func text(_ rows: [[String]], separator: String) -> String {
    rows.map { row in
      row.map {
        $0.contains(separator) || $0.contains("\"") ? "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : $0
      }
      .joined(separator: separator) + "\r\n"
    }.joined()
  }
}

private enum SheetName {
  static let titles: Set<String> = ["标题", "名称", "title", "ti"]
  static let numbers: Set<String> = ["公开(公告)号", "申请号", "id", "displaykey", "applicationnumber", "an", "pnm"]

  static func folded(_ header: String) -> String { narrow(header).lowercased().replacingOccurrences(of: " ", with: "") }
  static func wide(_ header: String) -> String {
    header.replacingOccurrences(of: "(", with: "（").replacingOccurrences(of: ")", with: "）")
  }
  static func narrow(_ header: String) -> String {
    header.replacingOccurrences(of: "（", with: "(").replacingOccurrences(of: "）", with: ")")
  }
}
