import Kernel
import Patents
import Tables

/// Makes a record of one row of a vendor's table.
struct SheetRecord {
  private let vendor: SheetVendor
  private let columns: SheetColumns

  init(_ vendor: SheetVendor, _ columns: SheetColumns) {
    self.vendor = vendor
    self.columns = columns
  }

  func outcome(of row: TableRow) -> FormatRow.Outcome {
    if let fault = row.fault {
      return .rejected(fault.rejection(original: row.original()))
    }
    // What stands behind the last header belongs to no column: a separator within a text has moved the row.
    if row.cells.dropFirst(columns.count).contains(where: { !($0?.text.isEmpty ?? true) }) {
      return .rejected(.malformed(row.original()))
    }
    var builder = RecordBuilder(office: "CN")
    setTexts(&builder, row)
    setNumbers(&builder, row)
    setNames(&builder, row)
    setDays(&builder, row)
    setExtras(&builder, row)
    return builder.outcome(row.original)
  }

  private static let nulls: Set<String> = ["-", "--", "—", "——", "N/A", "null", "NULL", "None", "nan", "#N/A"]

  private func text(_ column: SheetColumn, _ row: TableRow) -> String? {
    for place in columns.all(column) {
      if let text = Self.text(row[place]) { return text }
    }
    return nil
  }

  private static func text(_ cell: XLSXCell?) -> String? {
    guard let cell else { return nil }
    if case .error = cell { return nil }
    let text = cell.text
    return text.isEmpty || text.utf8.count <= 6 && nulls.contains(text.trimmingSpaces) ? nil : text
  }

  private func setTexts(_ builder: inout RecordBuilder, _ row: TableRow) {
    builder.record.title = text(.title, row).flatMap(CleanText.line)
    builder.record.abstract = text(.abstract, row).flatMap(CleanText.lines)
    builder.record.firstClaim = text(.firstClaim, row).flatMap(FirstClaim.of)
    if let claims = text(.claims, row) { builder.setClaims(claims) }
    builder.record.legalStatus = text(.legalStatus, row).flatMap(CleanText.line)
    builder.record.address = text(.address, row).flatMap(CleanText.line)
    builder.record.province =
      text(.province, row).flatMap(CleanText.line) ?? builder.record.address.flatMap(ProvinceName.leading)
    builder.record.language =
      text(.language, row).flatMap(CleanText.line) ?? builder.record.title.map { Self.isChinese($0) ? "zh" : "en" }
    builder.record.kind = text(.kind, row).flatMap { PatentKind(words: $0) }
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  private func setNumbers(_ builder: inout RecordBuilder, _ row: TableRow) {
    let office = text(.office, row).flatMap(OfficeName.code)
    if let office { builder.record.office = office }
    if let publication = text(.publication, row) {
      builder.setPublication(publication, kindCode: text(.kindCode, row), office: office)
    }
    guard let place = columns[.application], let application = Self.text(row[place]) else { return }
    if case .number(let raw)? = row[place], NumberCell.isRounded(raw) {
      builder.setRuinedApplication(raw)
    } else {
      builder.setApplication(application)
    }
  }

  private func setNames(_ builder: inout RecordBuilder, _ row: TableRow) {
    builder.record.applicants = once(texts(.applicants, row).flatMap { names($0, splitsFirms: true) })
    builder.record.inventors = once(texts(.inventors, row).flatMap { names($0, splitsFirms: false) })
    builder.record.agents = once(texts(.agents, row).flatMap { names($0, splitsFirms: false) })
    if let agency = text(.agency, row) { builder.setAgency(agency) }
    for symbol in (texts(.mainClass, row) + texts(.classes, row)).flatMap(list) { builder.addAnyClass(symbol) }
    for symbol in texts(.locarno, row).flatMap(list) { builder.addAnyClass(symbol) }
    for symbol in texts(.cpc, row).flatMap(list) { builder.addCPC(symbol) }
  }

  /// The cells of all columns that hold a list together, else the first cell that speaks.
  private func texts(_ column: SheetColumn, _ row: TableRow) -> [String] {
    guard columns.isJoined(column) else { return text(column, row).map { [$0] } ?? [] }
    return columns.all(column).compactMap { Self.text(row[$0]) }
  }

  /// Each name once; of one column they stay as the file has them.
  private func once(_ names: [String]) -> [String] {
    columns.hasJoined ? names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } : names
  }

  private func setDays(_ builder: inout RecordBuilder, _ row: TableRow) {
    builder.record.filingDay = day(.filingDay, .filingDay, &builder, row)
    builder.record.publicationDay = day(.publicationDay, .publicationDay, &builder, row)
    builder.record.grantDay = day(.grantDay, .grantDay, &builder, row)
    builder.record.priorityDay = day(.priorityDay, .priorityDay, &builder, row)
  }

  private func day(
    _ column: SheetColumn, _ field: PatentField, _ builder: inout RecordBuilder, _ row: TableRow
  ) -> Day? {
    guard let place = columns[column], let cell = row[place], let text = Self.text(cell) else { return nil }
    if case .day(let day) = cell { return day }
    return builder.day(text, field)
  }

  private func setExtras(_ builder: inout RecordBuilder, _ row: TableRow) {
    for (place, use) in columns.uses.enumerated() {
      guard case .extra(let name)? = use, let value = Self.text(row[place]).flatMap(CleanText.lines) else { continue }
      builder.record.extras.append(PatentExtra(name: name, value: value))
    }
    // The whole kind of an office's document, which the register's kinds fold.
    for column in [SheetColumn.kind, .kindCode, .office] {
      guard let value = text(column, row).flatMap(CleanText.line), !builder.holds(column, value) else { continue }
      builder.record.extras.append(PatentExtra(name: column.headers[0], value: value))
    }
  }

  /// Names without the country behind them that Espacenet writes.
  private func names(_ text: String?, splitsFirms: Bool) -> [String] {
    guard let text else { return [] }
    var parts = vendor.values(in: text)
    if vendor.separators == [","] {
      parts = splitsFirms ? FirmNames.split(text) : text.split(separator: ",").map(String.init)
    }
    return parts.compactMap { CleanText.line(Self.withoutCountry($0)) }
  }

  private static func withoutCountry(_ name: String) -> String {
    let trimmed = name.trimmingSpaces
    guard trimmed.hasSuffix("]"), trimmed.utf8.count > 4 else { return trimmed }
    let tail = Array(trimmed.utf8.suffix(4))
    guard tail[0] == 0x5B, tail[1...2].allSatisfy({ (0x41...0x5A).contains($0) }) else { return trimmed }
    return String(trimmed.dropLast(4))
  }

  private func list(_ text: String?) -> [String] {
    guard let text else { return [] }
    let parts = vendor.separators == [","] ? text.split(separator: ",").map(String.init) : vendor.values(in: text)
    return parts.compactMap(CleanText.line)
  }
}

/// Names of firms between commas, some of which have commas of their own.
enum FirmNames {
  /// `Samsung Electronics Co., Ltd., 华为` are two: what only a firm's form can be belongs to the name before.
  static func split(_ text: String) -> [String] {
    var names: [String] = []
    for part in text.split(separator: ",") {
      let name = String(part).trimmingSpaces
      let folded = name.lowercased().filter { $0.isLetter }
      if forms.contains(folded), let last = names.last {
        names[names.count - 1] = "\(last), \(name)"
      } else if !name.isEmpty {
        names.append(name)
      }
    }
    return names
  }

  private static let forms: Set<String> = [
    "ltd", "limited", "inc", "incorporated", "llc", "lp", "llp", "co", "coltd", "corp", "corporation", "company",
    "gmbh",
    "ag", "sa", "sas", "srl", "spa", "bv", "nv", "plc", "kk", "ab", "oy", "as", "pty", "ptyltd", "gmbhcokg", "thhe",
    "the",
  ]
}

extension String {
  var trimmingSpaces: String {
    if hasPlainEnds { return self }
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// Whether it surely begins and ends without white space: with a sign of ASCII or an ideograph.
  private var hasPlainEnds: Bool {
    guard let first = utf8.first, let last = utf8.last, let third = utf8.suffix(3).first else { return true }
    return ((0x21...0x7E).contains(first) || Self.ideographs.contains(first))
      && ((0x21...0x7E).contains(last) || Self.ideographs.contains(third) && last >= 0x80)
  }

  /// What the three bytes of an ideograph begin with.
  private static let ideographs: ClosedRange<UInt8> = 0xE4...0xE9
}

/// Numbers that were typed into a cell as numbers.
enum NumberCell {
  /// Whether a spreadsheet may have lost digits: a power of ten, or more than fifteen digits.
  static func isRounded(_ raw: String) -> Bool {
    raw.utf8.contains(0x45) || raw.utf8.contains(0x65) || raw.utf8.count { (0x30...0x39).contains($0) } > 15
  }
}

/// Offices as tables name them.
enum OfficeName {
  /// ST.3, or nil if the text is none that is known.
  static func code(_ text: String) -> String? {
    let name = text.trimmingSpaces
    let letters = Array(name.uppercased().utf8)
    if letters.count == 2, letters.allSatisfy({ (0x41...0x5A).contains($0) }) { return name.uppercased() }
    return names[name]
  }

  private static let names = [
    "中国": "CN", "中国大陆": "CN", "美国": "US", "日本": "JP", "韩国": "KR", "欧洲专利局": "EP", "欧专局": "EP",
    "世界知识产权组织": "WO", "德国": "DE", "法国": "FR", "英国": "GB", "波兰": "PL", "加拿大": "CA", "澳大利亚": "AU",
    "俄罗斯": "RU", "印度": "IN", "巴西": "BR", "西班牙": "ES", "意大利": "IT", "奥地利": "AT", "瑞士": "CH", "瑞典": "SE",
    "荷兰": "NL", "丹麦": "DK", "挪威": "NO", "芬兰": "FI", "以色列": "IL", "墨西哥": "MX", "新加坡": "SG", "中国台湾": "TW",
    "台湾": "TW", "中国香港": "HK", "香港": "HK", "中国澳门": "MO", "南非": "ZA", "比利时": "BE", "葡萄牙": "PT", "土耳其": "TR",
    "乌克兰": "UA", "新西兰": "NZ", "马来西亚": "MY", "越南": "VN", "泰国": "TH", "印度尼西亚": "ID", "菲律宾": "PH",
  ]
}
