public import Kernel
import Patents

/// How tables of one set of headers are read, as a person has settled it (列对应).
public struct TableMapping: Equatable, Sendable {
  public static let longestName = 60
  public static let mostColumns = 400

  /// Known for ever by it: what was read by a mapping names it as its source.
  public let name: String
  /// In the order of the table that it was made for.
  public let columns: [MappedColumn]

  /// - Throws: ``MappingRefusal`` for a mapping that could identify no patent, says two things of one field, or leaves
  ///   a column out without saying why.
  public init(name: String, columns: [MappedColumn]) throws(MappingRefusal) {
    guard let name = CleanText.line(name) else { throw .nameMissing }
    guard name.count <= Self.longestName else { throw .nameTooLong }
    let columns = columns.filter { !SheetHeader.folded($0.header).isEmpty }
    guard !columns.isEmpty else { throw .noColumns }
    guard columns.count <= Self.mostColumns else { throw .tooManyColumns }
    try Self.check(columns)
    self.name = name
    self.columns = columns
  }

  /// Tables with the same headers, in whatever order and spelling of width, case and spaces, have the same.
  public var signature: String { Self.signature(of: columns.map(\.header)) }

  /// The headers of the columns that identify a patent.
  var numbered: [String] { columns.filter { $0.use.isNumber }.map(\.header) }

  static func signature(of header: [String]) -> String {
    header.map(SheetHeader.folded).filter { !$0.isEmpty }.sorted().joined(separator: "\n")
  }

  private static func check(_ columns: [MappedColumn]) throws(MappingRefusal) {
    var seen: [SheetColumn: String] = [:]
    for (place, column) in columns.enumerated() {
      switch column.use {
      case .field(let field):
        if let other = seen[field], !field.isRepeatable {
          throw .twice(field, other, column.header, place: place)
        }
        seen[field] = seen[field] ?? column.header
      case .leftOut(let reason):
        guard CleanText.line(reason) != nil else { throw .reasonMissing(column.header, place: place) }
      case .extra, .own: continue
      }
    }
    guard columns.contains(where: { $0.use.isNumber }) else { throw .noNumber }
  }
}

/// A column of a table and what becomes of it.
public struct MappedColumn: Equatable, Sendable {
  /// As the table has it.
  public let header: String
  public let use: ColumnUse

  public init(header: String, use: ColumnUse) {
    self.header = header
    self.use = use
  }
}

/// What becomes of a column.
public enum ColumnUse: Equatable, Sendable {
  /// It fills a field of the register, or is read together with those that do.
  case field(SheetColumn)
  /// It is kept under a name that is known; see ``Patents/PatentExtraName``.
  case extra(String)
  /// It is kept under its own header.
  case own
  case leftOut(because: String)

  /// Reads what ``code`` wrote; nil for what is no use of a column.
  ///
  /// - Parameter reason: for a column that is left out.
  public init?(_ code: String, because reason: String = "") {
    let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("own", 1): self = .own
    case ("out", 1): self = .leftOut(because: reason)
    case ("field", 2):
      guard let column = SheetColumn(rawValue: parts[1]) else { return nil }
      self = .field(column)
    case ("extra", 2):
      guard PatentExtraName.all.contains(where: { $0.code == parts[1] }) else { return nil }
      self = .extra(parts[1])
    default: return nil
    }
  }

  /// Stable, in forms, in the API and in what is stored: `field:title`, `extra:cited-by`, `own`, `out`.
  public var code: String {
    switch self {
    case .field(let column): "field:\(column.rawValue)"
    case .extra(let name): "extra:\(name)"
    case .own: "own"
    case .leftOut: "out"
    }
  }

  public var reason: String? {
    if case .leftOut(let reason) = self { reason } else { nil }
  }

  /// Whether it holds numbers by which a patent is known.
  public var isNumber: Bool { self == .field(.publication) || self == .field(.application) }

  public var phrase: Phrase {
    switch self {
    case .field(let column): column.phrase
    case .extra(let name): PatentExtraName.phrase(of: name)
    case .own: Phrase(zh: "按原列名保留", en: "Kept under its own header")
    case .leftOut: Phrase(zh: "不读取", en: "Left out")
    }
  }
}

extension SheetColumn {
  /// Whether several columns may hold values of the field together.
  public var isRepeatable: Bool {
    switch self {
    case .applicants, .inventors, .agents, .classes, .mainClass, .locarno, .cpc: true
    default: false
    }
  }

  public var phrase: Phrase {
    switch self {
    case .title: Phrase(zh: "名称", en: "Title")
    case .abstract: Phrase(zh: "摘要", en: "Abstract")
    case .firstClaim: Phrase(zh: "主权项", en: "First claim")
    case .claims: Phrase(zh: "权利要求", en: "Claims")
    case .publication: Phrase(zh: "公开（公告）号", en: "Publication number")
    case .application: Phrase(zh: "申请号（专利号）", en: "Application number")
    case .kind: Phrase(zh: "专利类型", en: "Kind of patent")
    case .kindCode: Phrase(zh: "文献种类代码", en: "Kind code")
    case .legalStatus: Phrase(zh: "法律状态", en: "Legal status")
    case .office: Phrase(zh: "受理局", en: "Office")
    case .applicants: Phrase(zh: "申请（专利权）人", en: "Applicants")
    case .inventors: Phrase(zh: "发明（设计）人", en: "Inventors")
    case .agents: Phrase(zh: "代理师", en: "Agents")
    case .agency: Phrase(zh: "代理机构", en: "Agency")
    case .classes: Phrase(zh: "IPC分类号", en: "IPC symbols")
    case .mainClass: Phrase(zh: "IPC主分类号", en: "Main IPC symbol")
    case .locarno: Phrase(zh: "洛迦诺分类号", en: "Locarno class")
    case .cpc: Phrase(zh: "CPC分类号", en: "CPC symbols")
    case .filingDay: Phrase(zh: "申请日", en: "Filing date")
    case .publicationDay: Phrase(zh: "公开（公告）日", en: "Publication date")
    case .grantDay: Phrase(zh: "授权公告日", en: "Grant date")
    case .priorityDay: Phrase(zh: "优先权日", en: "Priority date")
    case .address: Phrase(zh: "地址", en: "Address")
    case .province: Phrase(zh: "省市", en: "Province")
    case .language: Phrase(zh: "语种", en: "Language")
    }
  }
}
