public import Kernel

/// What a reader had to mend, or to leave out, to make a record of a row.
public struct Repair: Equatable, Sendable {
  /// The raw values are stored and part of the API.
  public enum Sort: String, CaseIterable, Sendable {
    case numberRuined = "number-ruined"
    case wrongCheck = "wrong-check"
    case numberUnreadable = "number-unreadable"
    case publicationUnreadable = "publication-unreadable"
    case classUnreadable = "class-unreadable"
    case dateUnreadable = "date-unreadable"
    case columnsSwapped = "columns-swapped"
    case wrongType = "wrong-type"
    case numberIncomplete = "number-incomplete"
    case markupMended = "markup-mended"
    case serialDate = "serial-date"
    case lineJoined = "line-joined"
  }

  public let sort: Sort
  /// The field that was mended; nil for the row as a whole.
  public let place: PatentField?
  /// What stood in the file, at most 200 characters of it.
  public let original: String

  public init(_ sort: Sort, _ place: PatentField?, _ original: String) {
    self.sort = sort
    self.place = place
    self.original = original.utf8.count > 200 ? String(original.prefix(200)) : original
  }

  public var code: String { sort.rawValue }
  public var field: String? { place?.rawValue }

  public var phrase: Phrase {
    switch sort {
    case .numberRuined:
      Phrase(
        zh: "申请号已被电子表格舍入，原样保留，不作为识别依据", en: "A spreadsheet rounded the number; kept as it is, not used to identify")
    case .wrongCheck:
      Phrase(zh: "校验位不符，原样保留，不作为识别依据", en: "The check symbol is wrong; kept as it is, not used to identify")
    case .numberUnreadable:
      Phrase(zh: "申请号无法识别，原样保留", en: "The number is not understood; kept as it is")
    case .publicationUnreadable:
      Phrase(zh: "公开（公告）号无法识别，未采用", en: "The publication number is not understood; left out")
    case .classUnreadable: Phrase(zh: "分类号无法识别，未采用", en: "The classification symbol is not understood; left out")
    case .dateUnreadable: Phrase(zh: "日期无法识别，未采用", en: "The date is not understood; left out")
    case .columnsSwapped: Phrase(zh: "表头与内容不符，已按内容对应", en: "The header contradicts the column; read by its content")
    case .wrongType: Phrase(zh: "内容类型不符，未采用", en: "The value is of the wrong type; left out")
    case .numberIncomplete:
      Phrase(
        zh: "公开（公告）号不完整（如缺少文献种类代码），按原文保留", en: "The publication number is incomplete (no kind code, say); kept as it is"
      )
    case .markupMended:
      Phrase(
        zh: "标记符号书写有误（如未转义的 & 或 <），已按文字读取",
        en: "Markup was written wrongly (a bare & or <, say); read as the text it is")
    case .serialDate: Phrase(zh: "日期为电子表格序号，已换算", en: "The date was a spreadsheet's serial number; converted")
    case .lineJoined: Phrase(zh: "一条记录被换行拆成数行，已合并", en: "Line breaks had split the record; joined again")
    }
  }
}
