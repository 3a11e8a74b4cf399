/// The names of fields that people type, in the habits of this portal, incoPat and PatSnap.
enum QueryField: Equatable {
  case texts(Set<CorpusText>)
  case name(CorpusColumn)
  case value(CorpusColumn)
  case numbers(Set<CorpusColumn>)
  case ipc
  case day(CorpusDay)
  /// `AN` is an application number at one vendor and an applicant at another: the value decides.
  case applicantOrNumber

  init?(_ name: String) {
    guard let found = Self.names[FoldedText(name).text] else { return nil }
    self = found
  }

  private static let names: [String: QueryField] = {
    var names: [String: QueryField] = [:]
    for (field, words) in table {
      for word in words.split(separator: " ") { names[FoldedText(String(word)).text] = field }
    }
    return names
  }()

  private static let table: [(QueryField, String)] = [
    (.texts([.title]), "ti ttl title 名称 标题 题名 发明名称 专利名称"),
    (.texts([.abstract]), "ab abst abstract 摘要"),
    (.texts([.claims]), "cl clm clms claim claims 权利要求 权利要求书 权要"),
    (.texts([.title, .abstract]), "tiab ta 名称摘要 标题摘要"),
    (.texts([.title, .abstract, .claims]), "tiabc tac full 全文 名称摘要权利要求 标题摘要权利要求"),
    (.name(.applicant), "ap pa ancs ans applicant assignee 申请人 专利权人 申请专利权人 当前权利人 权利人"),
    (.name(.inventor), "in inv inventor 发明人 设计人"),
    (.name(.agency), "agc at agency 代理机构 代理"),
    (.applicantOrNumber, "an"),
    (.numbers([.applicationNumber]), "apn appno 申请号"),
    (.numbers([.publicationNumber]), "pn pnm pubno 公开号 公告号 公开公告号 授权公告号"),
    (.numbers([.applicationNumber, .publicationNumber]), "no number 号码 专利号"),
    (.numbers([.cited]), "cites ct 引证 引证专利 引证文献"),
    (.ipc, "ipc ic icl ipcm 分类号 国际分类号 主分类号 ipc分类号"),
    (.day(.filing), "ad apd filed 申请日"),
    (.day(.publication), "pd pbd published 公开日 公告日 公开公告日"),
    (.value(.filingYear), "ady apdy year 申请年 申请年份"),
    (.value(.publicationYear), "pdy pbdy 公开年 公开年份"),
    (.value(.kind), "kind pt pdt 类型 专利类型 种类"),
    (.value(.status), "status ls simplelegalstatus 法律状态 状态"),
    (.value(.source), "source 来源 数据来源"),
    (.value(.ipcSection), "ipc-section ipc部"),
    (.value(.ipcClass), "ipc-class ipc大类"),
    (.value(.ipcSubclass), "ipc-subclass ipc小类"),
    (.value(.ipcGroup), "ipc-group ipc大组"),
    (.value(.ipcSubgroup), "ipc-subgroup ipc小组"),
    (.value(.province), "province pro 省 省份"),
    (.value(.city), "city 市 城市"),
    (.value(.district), "district 区 区县"),
  ]

  /// Words for values that are kept in short.
  static func value(_ text: String, of column: CorpusColumn) -> String {
    switch column {
    case .kind: return kind(text)
    case .province: return stem(text, ["特别行政区", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市"])
    case .city: return stem(text, ["市"])
    default: return text
    }
  }

  /// Places stand without the word that says what they are.
  private static func stem(_ text: String, _ endings: [String]) -> String {
    guard let ending = endings.first(where: { text.count > $0.count + 1 && text.hasSuffix($0) }) else { return text }
    return String(text.dropLast(ending.count))
  }

  private static func kind(_ text: String) -> String {
    switch FoldedText(text).text {
    case "发明", "发明专利", "发明申请", "invention", "a", "b": return "invention"
    case "实用新型", "新型", "utility", "utilitymodel", "utility-model", "u": return "utilityModel"
    case "外观", "外观设计", "design", "s": return "design"
    default: return text
    }
  }
}
