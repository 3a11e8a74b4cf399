import Evidence
public import Kernel

/// What the header of a column in somebody's table stands for.
public enum LedgerColumn: Sendable {
  case field(LedgerField)
  /// The header is that of the field, but its unit is not: its numbers would be read wrongly.
  case wrongUnit(LedgerField)
  /// What tables that the zone hands out say beside the fields; nobody reads it in again.
  case hints
  case unknown
}

extension Ledger {
  /// The field that a header means, whatever its language, case, width, blanks and mark of need.
  ///
  /// A unit in brackets may be left out; where it stands it must be the field's own.
  public func column(headed text: String) -> LedgerColumn {
    let header = Self.key(text)
    guard !header.isEmpty else { return .unknown }
    if [LedgerHint.name.zh, LedgerHint.name.en].map(Self.key).contains(header) { return .hints }
    let fields = fields + LedgerField.proof
    // One field may be called in English what another is called in the API.
    let named = fields.first { $0.keys.contains(header) } ?? fields.first { $0.name == header }
    if let named { return .field(named) }
    let (bare, note) = Self.split(header)
    let found = fields.filter { $0.keys.contains { Self.split($0).bare == bare } }
    guard !bare.isEmpty, found.count == 1, let field = found.first else { return .unknown }
    guard let note, !LedgerField.needs.contains(note) else { return .field(field) }
    return field.takes(unit: note) ? .field(field) : .wrongUnit(field)
  }

  static func key(_ text: String) -> String { LedgerText.folded(text).filter { $0 != "*" && $0 != "\u{FEFF}" } }

  /// A header and what stands in brackets behind it.
  static func split(_ header: String) -> (bare: String, note: String?) {
    guard let last = header.last, last == ")" || last == "]",
      let start = header.lastIndex(of: last == ")" ? "(" : "[")
    else { return (header, nil) }
    return (String(header[..<start]), String(header[header.index(after: start)...].dropLast()))
  }
}

extension LedgerField {
  /// What every table has beside the fields: how much a record proves, and by what.
  public static let proof = [grade, document]

  public static let grade = LedgerField(
    "grade", Phrase(zh: "佐证等级", en: "Evidence grade"),
    .choice(EvidenceGrade.allCases.map { LedgerChoice($0.code, $0.phrase) }))

  public static let document = LedgerField(
    "document", Phrase(zh: "文号或凭证号", en: "Document"), .text(limit: 200)
  ).also("文号", "凭证号", "Document number")

  /// Every header that means the field.
  fileprivate var keys: [String] {
    ([words.zh, words.en, header.zh, header.en] + aliases).map(Ledger.key)
  }

  fileprivate static let needs: Set<String> = ["必填", "选填", "可选", "required", "optional"]

  /// What counts are counted in; it changes no number.
  private static let measures: Set<String> = [
    "人", "家", "件", "个", "项", "次", "名", "份", "天", "宗", "笔", "户", "条", "场", "期",
  ]

  fileprivate func takes(unit: String) -> Bool {
    let own = [words.zh, words.en].compactMap { Ledger.split(Ledger.key($0)).note }
    switch sort {
    case .money(let money):
      return ([money.phrase.zh, money.phrase.en] + money.otherWords).map(Ledger.key).contains(unit)
    case .share: return ["%", "百分比", "percent"].contains(unit)
    case .whole: return own.contains(unit) || own.isEmpty && Self.measures.contains(unit)
    case .hundredths: return own.contains(unit)
    // What stands there only explains.
    case .text, .lines, .day, .choice, .choices, .flag, .creditCode, .organisation, .person: return true
    }
  }
}

extension LedgerField.MoneyUnit {
  fileprivate var otherWords: [String] {
    switch self {
    case .yuan: ["人民币元", "RMB", "CNY", "RMB yuan"]
    case .tenThousand: ["人民币万元", "RMB 10,000", "CNY 10,000"]
    }
  }
}
