import Evidence
import Foundation
public import Kernel
public import Ledgers
import Tables

/// A table that somebody brings, CSV or XLSX by its content, as rows of a ledger.
///
/// Columns stand in any order, and are known by their headers alone. What cannot be told for sure ends as a refusal of
/// the file or of the row, never as a guess.
public struct LedgerTable: Sendable {
  public static let mostRows = 50_000
  /// How many rows may stand above the header.
  private static let headerDepth = 5

  public let rows: [LedgerRow]
  /// Headers that stand for no field.
  public let unknownHeaders: [String]

  static let proof = LedgerField.proof

  /// - Throws: ``LedgerTableRefusal``, or the refusal of a file that is no table at all.
  public init(path: String, of ledger: Ledger) throws {
    let head = try ByteSource(path: path).peek(4)
    let sheets =
      head.starts(with: [0x50, 0x4B]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      ? try TableRow.sheets(path) : try TableRow.texts(path)
    var refusal = LedgerTableRefusal.noHeader
    for sheet in sheets {
      let rows = try sheet(Self.mostRows + Self.headerDepth + 1)
      do throws(LedgerTableRefusal) {
        guard let header = try Self.header(rows.prefix(Self.headerDepth), of: ledger) else { continue }
        try self.init(rows[(header.place + 1)...], header, ledger)
        return
      } catch {
        refusal = error
        // Another way to cut the lines may find more columns.
        guard case .columnsMissing = error else { throw error }
      }
    }
    throw refusal
  }

  private init(_ found: ArraySlice<TableRow>, _ header: Header, _ ledger: Ledger) throws(LedgerTableRefusal) {
    let rows = found.filter { !$0.isEmpty }
    guard !rows.isEmpty else { throw .noRows }
    guard rows.count <= Self.mostRows else { throw .tooManyRows(limit: Self.mostRows) }
    let absent = Set((ledger.fields + Self.proof).map(\.name)).subtracting(header.columns.values.map(\.name))
    self.rows = rows.map { Self.read($0, header, absent) }
    unknownHeaders = header.unknown
  }

  private struct Header {
    let place: Int
    let columns: [Int: LedgerField]
    let unknown: [String]
    /// The places that have a header, known or not.
    let headed: Set<Int>
  }

  /// The row that names most fields.
  ///
  /// A personal field may be left out, as exports do, unless it tells records apart.
  private static func header(_ rows: ArraySlice<TableRow>, of ledger: Ledger) throws(LedgerTableRefusal) -> Header? {
    var best: (place: Int, count: Int)?
    for (place, row) in zip(rows.indices, rows) {
      let count = row.cells.count { cell in
        if case .field = ledger.column(headed: cell?.text ?? "") { true } else { false }
      }
      if count > best?.count ?? 0 { best = (place, count) }
    }
    guard let best else { return nil }
    var columns: [Int: LedgerField] = [:]
    var (unknown, headed): ([String], Set<Int>) = ([], [])
    for (place, cell) in rows[best.place].cells.enumerated() {
      guard let text = cell?.text.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else { continue }
      headed.insert(place)
      switch ledger.column(headed: text) {
      case .field(let field):
        guard !columns.values.contains(where: { $0.name == field.name }) else { throw .columnTwice(field.words) }
        columns[place] = field
      case .wrongUnit(let field): throw .wrongUnit(text, wanted: field.header)
      case .hints: break
      case .unknown: unknown.append(text)
      }
    }
    let named = Set(columns.values.map(\.name))
    let missing = ledger.fields.filter {
      $0.isRequired && !named.contains($0.name) && (!$0.isPersonal || ledger.identity.contains($0.name))
    }
    guard missing.isEmpty else { throw .columnsMissing(missing.map(\.header)) }
    return Header(place: best.place, columns: columns, unknown: unknown, headed: headed)
  }

  private static func read(_ row: TableRow, _ header: Header, _ absent: Set<String>) -> LedgerRow {
    var draft = LedgerDraft(texts: [:])
    draft.kept = absent
    var faults: [any Refusal] = row.fault.map { [$0] } ?? []
    for (place, cell) in row.cells.enumerated() {
      guard let cell, !cell.text.isEmpty else { continue }
      guard let field = header.columns[place] else {
        if !header.headed.contains(place) {
          faults.append(LedgerTableRefusal.cellWithoutColumn(String(cell.text.prefix(40))))
        }
        continue
      }
      draft.texts[field.name] = cell.text
      do throws(LedgerFault) { draft.texts[field.name] = try cell.text(for: field) } catch {
        faults.append(FieldRefusal(error, in: field.name))
      }
    }
    faults += takeProof(&draft)
    return LedgerRow(number: row.number, draft: draft, faults: faults)
  }

  /// Where nothing is said of the grade, it stays as it is.
  private static func takeProof(_ draft: inout LedgerDraft) -> [any Refusal] {
    let document = LedgerDraft(texts: [:], document: draft.texts.removeValue(forKey: "document")).document
    draft.document = document
    guard let text = draft.texts.removeValue(forKey: "grade") else {
      draft.kept.insert("grade")
      return []
    }
    do throws(LedgerFault) {
      guard let code = try LedgerField.grade.read(text)?.text, let grade = EvidenceGrade(code: code) else { return [] }
      draft.grade = grade
      return []
    } catch {
      return [FieldRefusal(error, in: "grade")]
    }
  }
}

/// A row as it stands in a file.
private struct TableRow {
  /// As spreadsheets count.
  let number: Int
  let cells: [XLSXCell?]
  var fault: LedgerTableRefusal?

  var isEmpty: Bool {
    fault == nil && cells.allSatisfy { $0?.text.allSatisfy(\.isWhitespace) != false }
  }

  /// Each sheet of a workbook, to be read up to a number of rows.
  static func sheets(_ path: String) throws -> [(Int) throws -> [TableRow]] {
    let book = try XLSXReader(path: path)
    return book.sheets.indices.map { place in
      { limit in
        var rows: [TableRow] = []
        try book.forEachRow(ofSheet: place) { row, _ in
          guard rows.count < limit, !row.isEmpty else { return }
          rows.append(TableRow(number: row.number, cells: row.cells))
        }
        return rows
      }
    }
  }

  /// A text file, cut by the separator of its first line, and by each other: a title may stand in that line.
  static func texts(_ path: String) throws -> [(Int) throws -> [TableRow]] {
    [nil, 0x2C, 0x3B, 0x09].map { separator in { limit in try texts(path, separator, limit) } }
  }

  private static func texts(_ path: String, _ separator: UInt8?, _ limit: Int) throws -> [TableRow] {
    let reader = try CSVReader(ByteSource(path: path), separator: separator)
    var rows: [TableRow] = []
    while rows.count < limit, try reader.advance() {
      var fault = reader.fault
      var texts: [String] = []
      do throws(Tables.RowFault) { texts = try reader.texts() } catch { fault = error }
      let cells = texts.map { text -> XLSXCell? in
        text.isEmpty ? nil : .text(LedgerExport.unguarded(text).precomposedStringWithCanonicalMapping)
      }
      rows.append(
        TableRow(
          number: reader.number, cells: cells,
          fault: fault.map { LedgerTableRefusal.brokenRow(code: $0.code, $0.phrase) }))
    }
    return rows
  }
}

extension XLSXCell {
  /// What the cell says in a column of `field`.
  fileprivate func text(for field: LedgerField) throws(LedgerFault) -> String {
    switch self {
    case .text(let text): return text.precomposedStringWithCanonicalMapping
    case .boolean: return text
    case .error(let text): throw .errorInCell(text)
    case .day(let day):
      switch field.sort {
      case .text, .lines, .choice, .choices, .creditCode, .organisation, .person: throw .dateInText(day.description)
      case .day, .whole, .hundredths, .money, .share, .flag: return day.description
      }
    case .share(let raw):
      guard case .share = field.sort else { return try Self.plain(raw, for: field) }
      guard let points = Decimal(string: try Self.plain(raw, for: field), locale: Self.locale) else { return raw }
      return (points * 100).description + "%"
    case .number(let raw): return try Self.plain(raw, for: field)
    }
  }

  private static let locale = Locale(identifier: "en_US_POSIX")

  /// A number without exponent and without the digits that binary arithmetic adds behind the fifteenth.
  private static func plain(_ raw: String, for field: LedgerField) throws(LedgerFault) -> String {
    let digits = raw.utf8.count { (0x30...0x39).contains($0) }
    let hasExponent = raw.utf8.contains(0x45) || raw.utf8.contains(0x65)
    if !hasExponent, digits <= 15 { return raw }
    let isFraction = raw.utf8.contains(0x2E) && !hasExponent
    guard field.isNumber || isFraction, let number = Double(raw), abs(number) < 1e15,
      let exact = Decimal(string: String(format: "%.15g", number), locale: locale)
    else { throw .ruinedNumber(raw) }
    return exact.description
  }
}
