import Foundation
import Patents

/// What a column of a table of patents means.
///
/// The raw values are stored with mappings.
public enum SheetColumn: String, Hashable, CaseIterable, Sendable {
  case title, abstract, firstClaim, claims, publication, application, kind, kindCode, legalStatus, office
  case applicants, inventors, agents, agency
  case classes, mainClass, locarno, cpc
  case filingDay, publicationDay, grantDay, priorityDay, address, province, language

  /// The headers of each column; where a table has several of one column's, the earlier here counts, and the others
  /// are kept under their own names.
  var headers: [String] {
    switch self {
    case .title:
      [
        "标题", "名称", "专利名称", "发明名称", "标题(中文)", "标题(译)(简体中文)", "标题(译)", "Title", "Invention title", "TI",
      ]
    case .abstract: ["摘要", "摘要(中文)", "摘要(译)(简体中文)", "摘要(译)", "Abstract", "ABST", "ChDiv_summary"]
    case .firstClaim: ["主权项", "首项权利要求", "首权", "第一权利要求", "First claim", "CL"]
    case .claims: ["权利要求", "权利要求书", "Claims", "CLM", "claim_text"]
    case .publication:
      [
        "公开(公告)号", "公开号", "公告号", "公开(公告)号码", "Publication number", "Publication Number", "Display Key", "pub", "id",
        "PNM", "PN",
      ]
    case .application: ["申请号", "申请号码", "Application Number", "Application number", "AN", "APN"]
    case .kind: ["专利类型", "专利种类", "PT"]
    case .kindCode: ["文献种类代码", "Kind", "Kind code"]
    case .legalStatus: ["法律状态/事件", "当前法律状态", "法律状态", "Legal Status", "CLS"]
    case .office: ["受理局", "公开国别", "Jurisdiction", "Country", "国家/地区"]
    case .applicants:
      [
        "[标]当前申请(专利权)人", "当前申请(专利权)人", "申请(专利权)人", "申请人", "申请人名称", "[标]原始申请(专利权)人",
        "原始申请(专利权)人", "Applicants", "Applicant", "assignee", "com", "PA",
      ]
    case .inventors:
      ["发明(设计)人", "发明人", "设计人", "Inventors", "Inventor", "inventor/author", "author", "INN", "IN"]
    case .agents: ["代理人", "代理师", "专利代理师", "Agents", "AGT"]
    case .agency: ["专利代理机构", "代理机构", "[标]代理机构", "Agency", "AGC"]
    case .classes: ["IPC分类号", "IPC", "分类号", "IPCR Classifications", "IPC classification", "I P C", "SIC"]
    case .mainClass: ["IPC主分类", "IPC主分类号", "主分类号", "主IPC分类号-小组", "主IPC分类号", "PIC"]
    case .locarno: ["洛迦诺分类号", "外观设计洛迦诺分类号", "Locarno", "LOC"]
    case .cpc: ["CPC", "CPC分类号", "CPC Classifications"]
    case .filingDay:
      ["申请日", "申请日期", "Application Date", "filing/creation date", "Filing date", "AD", "sql"]
    case .publicationDay:
      ["公开(公告)日", "公开日", "公告日", "公开(公告)日期", "Publication Date", "Publication date", "PD", "quote"]
    case .grantDay: ["授权公告日", "授权日", "grant date", "GD"]
    case .priorityDay: ["优先权日", "最早优先权日", "priority date", "Earliest Priority Date", "EPRD"]
    case .address: ["地址", "申请人地址", "Address", "AR"]
    case .province: ["当前申请(专利权)人州/省", "申请人省市", "省市", "省份", "ADDRP", "province", "region"]
    case .language: ["语种", "Language"]
    }
  }

  /// What another column of the same meaning is kept as.
  var spare: String? {
    switch self {
    case .applicants: "original-applicants"
    case .priorityDay: "first-priority-day"
    default: nil
    }
  }
}

/// The meaning of headers.
enum SheetHeader {
  enum Meaning: Equatable {
    /// The lower rank counts where several columns have one meaning.
    case typed(SheetColumn, rank: Int)
    case extra(String)
  }

  /// A header as it is compared: small letters, half-width symbols, no spaces, marks or vendor's signs.
  static func folded(_ header: String) -> String {
    var folded = ""
    for scalar in header.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F, 0xA0, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x2060, 0x3000, 0xFEFF, 0x22, 0x27, 0x5F:
        continue
      case 0xFF01...0xFF5E:
        if let half = Unicode.Scalar(scalar.value - 0xFEE0) { folded.unicodeScalars.append(half) }
      case 0x3010, 0x3014: folded.append("[")
      case 0x3011, 0x3015: folded.append("]")
      default: folded.unicodeScalars.append(scalar)
      }
    }
    folded = folded.lowercased()
    if folded.hasPrefix("[标]") { folded.removeFirst(3) }
    while let last = folded.last, last == ":" || last == "*" { folded.removeLast() }
    return folded
  }

  /// What a header means; nil if it is not known.
  static func meaning(_ header: String) -> Meaning? { meanings[folded(header)] }

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for column in SheetColumn.allCases {
      for (rank, header) in column.headers.enumerated() where meanings[folded(header)] == nil {
        meanings[folded(header)] = .typed(column, rank: rank)
      }
    }
    for name in PatentExtraName.all {
      for header in name.headers where meanings[folded(header)] == nil { meanings[folded(header)] = .extra(name.code) }
    }
    return meanings
  }()
}
