import Kernel
import Patents
import Tables

/// How a vendor fills its cells.
struct SheetLayout: Sendable {
  /// What stands for "nothing", such as `-`.
  let null: String
  /// What stands between several names or classes.
  let separators: Set<Character>
  /// Whether a header is of this vendor.
  let recognises: @Sendable (_ header: [String]) -> Bool

  /// The places of the columns by meaning; the first of several counts.
  func columns(_ header: [String]) -> [SheetColumn: Int] {
    var places: [SheetColumn: Int] = [:]
    for (place, name) in header.enumerated() {
      if let column = SheetColumn(header: name), places[column] == nil { places[column] = place }
    }
    return places
  }

  /// Gives every row of every sheet that is of this vendor.
  func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    let book = try XLSXReader(path: input.path, limit: input.limit)
    var number = 0
    var readBefore = book.bytesBeforeRows
    for sheet in book.sheets.indices {
      var columns: [SheetColumn: Int]?
      var isFirst = true
      var readOfSheet: Int64 = 0
      try book.forEachRow(ofSheet: sheet) { cells, read in
        readOfSheet = read
        if isFirst {
          isFirst = false
          let header = Self.header(cells)
          if recognises(header) { columns = self.columns(header) }
          return
        }
        guard let columns, !cells.isEmpty else { return }
        number += 1
        if number <= row { return }
        try visit(
          FormatRow(
            number: number, line: cells.number, outcome: outcome(of: cells, columns), bytesRead: readBefore + read,
            original: { Self.original(cells) }))
      }
      readBefore += readOfSheet
    }
  }

  static func header(_ row: XLSXRow) -> [String] { row.cells.map { $0?.text ?? "" } }

  private static func original(_ row: XLSXRow) -> String {
    let text = row.cells.map { $0?.text ?? "" }.joined(separator: "\t")
    return text.utf8.count > originalLimit ? String(text.prefix(originalLimit / 3)) : text
  }

  private func outcome(of row: XLSXRow, _ columns: [SheetColumn: Int]) -> FormatRow.Outcome {
    func text(_ column: SheetColumn) -> String? {
      guard let place = columns[column], let text = row[place]?.text, text != null else { return nil }
      return text
    }
    var builder = RecordBuilder(office: "CN")
    builder.record.title = text(.title).flatMap(CleanText.line)
    builder.record.abstract = text(.abstract).flatMap(CleanText.lines)
    builder.record.firstClaim = text(.firstClaim).flatMap(FirstClaim.of)
    builder.record.legalStatus = text(.legalStatus).flatMap(CleanText.line)
    builder.record.address = text(.address).flatMap(CleanText.line)
    builder.record.province =
      text(.province).flatMap(CleanText.line) ?? builder.record.address.flatMap(ProvinceName.leading)
    builder.record.language = builder.record.title == nil ? nil : "zh"
    builder.record.kind = text(.kind).flatMap { PatentKind(words: $0) }
    setNumbers(&builder, text(.publication), text(.application), row, columns)
    setNames(&builder, text)
    setDays(&builder, row, columns)
    return builder.outcome { Self.original(row) }
  }

  private func setNumbers(
    _ builder: inout RecordBuilder, _ publication: String?, _ application: String?, _ row: XLSXRow,
    _ columns: [SheetColumn: Int]
  ) {
    if let publication { builder.setPublication(publication) }
    guard let application else { return }
    if case .number(let raw)? = columns[.application].flatMap({ row[$0] }), NumberCell.isRounded(raw) {
      builder.setRuinedApplication(raw)
    } else if builder.record.office == "CN" {
      builder.setChineseApplication(application)
    } else {
      builder.setForeignApplication(application)
    }
  }

  private func setNames(_ builder: inout RecordBuilder, _ text: (SheetColumn) -> String?) {
    builder.record.applicants = list(text(.applicants) ?? text(.originalApplicants))
    builder.record.inventors = list(text(.inventors))
    builder.record.agents = list(text(.agents))
    if let agency = text(.agency) { builder.setAgency(agency) }
    for symbol in list(text(.mainClass)) + list(text(.classes)) {
      if let locarno = LocarnoClass.leading(symbol) {
        if !builder.record.locarno.contains(locarno) { builder.record.locarno.append(locarno) }
      } else {
        builder.addClass(symbol)
      }
    }
    for symbol in list(text(.locarno)) where !builder.record.locarno.contains(symbol) {
      builder.record.locarno.append(symbol)
    }
  }

  private func setDays(_ builder: inout RecordBuilder, _ row: XLSXRow, _ columns: [SheetColumn: Int]) {
    func day(_ column: SheetColumn, _ field: PatentField) -> Day? {
      guard let cell = columns[column].flatMap({ row[$0] }), cell.text != null else { return nil }
      if case .day(let day) = cell { return day }
      return builder.day(cell.text, field)
    }
    builder.record.filingDay = day(.filingDay, .filingDay)
    builder.record.publicationDay = day(.publicationDay, .publicationDay)
    builder.record.grantDay = day(.grantDay, .grantDay)
    builder.record.priorityDay = day(.priorityDay, .priorityDay)
  }

  private func list(_ text: String?) -> [String] {
    guard let text else { return [] }
    return text.split(whereSeparator: separators.contains).compactMap { CleanText.line(String($0)) }
  }
}

/// Numbers that were typed into a cell as numbers.
enum NumberCell {
  /// Whether a spreadsheet may have lost digits: a power of ten, or more than fifteen digits.
  static func isRounded(_ raw: String) -> Bool {
    raw.utf8.contains(0x45) || raw.utf8.contains(0x65) || raw.utf8.count { (0x30...0x39).contains($0) } > 15
  }
}
