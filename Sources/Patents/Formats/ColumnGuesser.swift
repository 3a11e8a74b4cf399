import Kernel
import Patents

/// Guesses what the columns of an unknown table mean: by their headers, by what these resemble, by their values.
struct ColumnGuesser {
  typealias Guess = (use: ColumnUse, ground: TableLook.Ground)

  private(set) var guesses: [Guess]
  private let header: [String]
  private let rows: [[String]]

  init(_ header: [String], _ rows: [[String]]) {
    self.header = header
    self.rows = rows
    guesses = header.map { _ in (.own, .none) }
    guessByHeader()
    guess(.resemblance) { place in HeaderResemblance.column(of: header[place]) }
    guess(.content) { place in ValueForm.column(of: rows.map { $0[place] }) }
    guessNumbers()
  }

  private mutating func guessByHeader() {
    let columns = SheetColumns(header)
    for (place, text) in header.enumerated() {
      switch SheetHeader.meaning(text) {
      case .typed(let column, _)? where columns[column] == place: guesses[place] = (.field(column), .header)
      case .typed(let column, _)?:
        let spare = column.spare.flatMap { ColumnUse("extra:\($0)") }
        guesses[place] = (column.isRepeatable ? spare ?? .own : .own, .header)
      case .extra(let name)?: guesses[place] = (.extra(name), .header)
      case nil: continue
      }
    }
  }

  /// Fills in what nothing is known of, each field that has one value but once.
  private mutating func guess(_ ground: TableLook.Ground, _ column: (Int) -> SheetColumn?) {
    for place in header.indices where guesses[place].ground == .none {
      guard let found = column(place), !isTaken(found) else { continue }
      guesses[place] = (.field(found), ground)
    }
  }

  /// A list of one's own patents often has them under “专利号” alone, which is the application's number.
  private mutating func guessNumbers() {
    guard !isTaken(.publication), !isTaken(.application) else { return }
    for place in header.indices {
      guard case .extra = guesses[place].use, let found = ValueForm.column(of: rows.map { $0[place] }),
        ColumnUse.field(found).isNumber
      else { continue }
      guesses[place] = (.field(found), .content)
      return
    }
  }

  private func isTaken(_ column: SheetColumn) -> Bool { guesses.contains { $0.use == .field(column) } }
}

/// What a header resembles that is none of those that are known.
enum HeaderResemblance {
  /// By the end of a Chinese header, which is its head, or by the words of an English one; nil where neither tells.
  static func column(of header: String) -> SheetColumn? {
    var folded = SheetHeader.folded(header)
    // What stands in brackets behind a header explains it: 申请号(必填).
    if folded.hasSuffix(")"), let open = folded.lastIndex(of: "("), open > folded.startIndex {
      folded = String(folded[..<open])
    }
    if let found = endings.first(where: { folded.hasSuffix($0.ending) })?.column { return found }
    return words.first { words in words.parts.allSatisfy(folded.contains) }?.column
  }

  private static let endings: [(ending: String, column: SheetColumn)] = [
    ("公开号", .publication), ("公告号", .publication), ("公布号", .publication), ("申请号", .application),
    ("申请编号", .application), ("专利名称", .title), ("发明名称", .title), ("发明创造名称", .title), ("专利标题", .title),
    ("专利题目", .title), ("专利题名", .title), ("成果名称", .title), ("摘要", .abstract), ("主权项", .firstClaim),
    ("权利要求", .claims), ("权利要求书", .claims), ("申请人", .applicants), ("专利权人", .applicants), ("权利人", .applicants),
    ("申请单位", .applicants), ("权属单位", .applicants), ("持有人", .applicants), ("申请机构", .applicants), ("发明人", .inventors),
    ("设计人", .inventors), ("完成人", .inventors), ("发明人姓名", .inventors), ("代理机构", .agency), ("代理公司", .agency),
    ("代理人", .agents), ("代理师", .agents), ("分类号", .classes), ("申请日", .filingDay), ("申请日期", .filingDay),
    ("申请时间", .filingDay), ("公开日", .publicationDay), ("公告日", .publicationDay), ("公布日", .publicationDay),
    ("公开日期", .publicationDay), ("公告日期", .publicationDay), ("授权日", .grantDay), ("授权日期", .grantDay),
    ("授权时间", .grantDay), ("优先权日", .priorityDay), ("专利类型", .kind), ("专利类别", .kind), ("专利种类", .kind),
    ("法律状态", .legalStatus), ("专利状态", .legalStatus), ("案件状态", .legalStatus), ("地址", .address), ("语种", .language),
  ]

  private static let words: [(parts: [String], column: SheetColumn)] = [
    (["pub", "date"], .publicationDay), (["grant", "date"], .grantDay), (["issue", "date"], .grantDay),
    (["priority", "date"], .priorityDay), (["filing", "date"], .filingDay), (["appl", "date"], .filingDay),
    (["pub", "no"], .publication), (["pub", "num"], .publication), (["appl", "no"], .application),
    (["appl", "num"], .application), (["filing", "no"], .application), (["filing", "num"], .application),
    (["invention", "title"], .title), (["patent", "title"], .title), (["abstract"], .abstract), (["claims"], .claims),
    (["assignee"], .applicants), (["applicant", "name"], .applicants), (["patentee"], .applicants),
    (["inventor"], .inventors), (["ipc"], .classes), (["cpc"], .cpc), (["locarno"], .locarno),
    (["legal", "status"], .legalStatus), (["lawfirm"], .agency), (["agency"], .agency), (["attorney"], .agents),
  ]
}

/// What values look like.
enum ValueForm {
  /// The meaning that at least two thirds of the values have the form of; nil for anything that words could be.
  static func column(of values: [String]) -> SheetColumn? {
    let given = values.filter { !$0.isEmpty }
    guard !given.isEmpty else { return nil }
    func most(_ isOfForm: (String) -> Bool) -> Bool { 3 * given.count(where: isOfForm) >= 2 * given.count }
    if most(isApplication) { return .application }
    if most({ (try? PublicationNumber($0)) != nil }) { return .publication }
    if most({ ClassText.symbol($0) != nil }) { return .classes }
    if most({ PatentKind(words: $0) != nil && $0.count <= 6 }) { return .kind }
    return nil
  }

  /// Only with a check symbol that is right: other digits may be anything.
  private static func isApplication(_ text: String) -> Bool {
    if case .checked? = try? ApplicationNumberReading(text) { true } else { false }
  }
}
