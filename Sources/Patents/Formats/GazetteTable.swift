public import Kernel
import Patents
import Tables

/// The weekly gazette (专利公报) as a table: ten columns, one publication a row.
public struct GazetteTable: PatentFormat {
  public let code = "cnipa-gazette-csv"
  public let name = Phrase(zh: "专利公报表格（CSV）", en: "CNIPA gazette table (CSV)")
  public let precedence = 300
  public let citation =
    "据2019年7月9日专利公报的四个表格（发明公布、发明授权、实用新型、外观设计）；"
    + "as observed in four tables of the gazette of 9 July 2019"

  public init() {}

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    let columns = try Self.columns(of: input)
    let rows = try CSVReader(try ByteSource(path: input.path, limit: input.limit))
    _ = try rows.advance()
    while try rows.advance() {
      let number = rows.number - 1
      if number <= row { continue }
      try visit(
        FormatRow(
          number: number, line: rows.number, outcome: outcome(of: rows, columns), bytesRead: rows.bytesRead,
          original: { rows.original(limit: originalLimit) }))
    }
  }

  /// The columns by the header, mended by what stands in the first rows.
  private static func columns(of input: FormatInput) throws -> Columns {
    let rows = try CSVReader(try ByteSource(path: input.path, limit: input.limit))
    guard try rows.advance() else { throw FormatRefusal.emptyFile }
    let header = (try? rows.texts()) ?? []
    guard var columns = Columns(header) else {
      throw FormatRefusal.unknown(seen: header.prefix(12).joined(separator: ", "))
    }
    var balance = 0
    while rows.number < 500, try rows.advance() {
      guard rows.fault == nil, let address = try? rows.text(columns.address),
        let inventors = try? rows.text(columns.inventors)
      else { continue }
      balance += (beginsWithPostcode(address) ? 1 : 0) - (beginsWithPostcode(inventors) ? 1 : 0)
    }
    if balance < 0 { columns.swapAddressAndInventors() }
    return columns
  }

  /// Chinese addresses in the gazette begin with six digits.
  private static func beginsWithPostcode(_ text: String) -> Bool {
    text.utf8.prefix(6).count == 6 && text.utf8.prefix(6).allSatisfy { (0x30...0x39).contains($0) }
  }

  private func outcome(of rows: CSVReader, _ columns: Columns) -> FormatRow.Outcome {
    let original = { rows.original(limit: originalLimit) }
    if let fault = rows.fault {
      return .rejected(Rejection(code: fault.code, phrase: fault.phrase, original: original()))
    }
    guard rows.fieldCount == columns.count else { return .rejected(.malformed(original())) }
    do throws(RowFault) {
      return try record(of: rows, columns).outcome(original)
    } catch {
      return .rejected(Rejection(code: error.code, phrase: error.phrase, original: original()))
    }
  }

  private func record(of rows: CSVReader, _ columns: Columns) throws(RowFault) -> RecordBuilder {
    var builder = RecordBuilder(office: "CN")
    builder.record.language = "zh"
    builder.record.title = CleanText.line(try rows.text(columns.title))
    builder.setPublication(try rows.text(columns.publication))
    builder.setChineseApplication(try rows.text(columns.application))
    builder.record.publicationDay = builder.day(try rows.text(columns.publicationDay), .publicationDay)
    builder.record.filingDay = builder.day(try rows.text(columns.filingDay), .filingDay)
    builder.record.applicants = Self.names(try rows.text(columns.applicants))
    builder.record.inventors = Self.names(try rows.text(columns.inventors))
    builder.record.address = CleanText.line(try rows.text(columns.address))
    builder.record.province = builder.record.address.flatMap(ProvinceName.leading)
    for text in Self.names(try rows.text(columns.classes)) {
      if let locarno = LocarnoClass.leading(text) {
        builder.record.locarno.append(locarno)
      } else {
        builder.addClass(text)
      }
    }
    if columns.areSwapped, let address = builder.record.address { builder.note(.columnsSwapped, .address, address) }
    return builder
  }

  /// Values between semicolons.
  ///
  /// Behind them stand the remains of a wide space: two question marks, or U+2002.
  private static func names(_ text: String) -> [String] {
    text.split(separator: ";").compactMap { part in
      CleanText.line(String(part.drop { $0 == "?" || $0 == " " || $0 == "\u{2002}" }))
    }
  }

  /// Where each value stands.
  struct Columns {
    let count: Int
    let title: Int
    let publication: Int
    let publicationDay: Int
    let application: Int
    let filingDay: Int
    let applicants: Int
    private(set) var inventors: Int
    private(set) var address: Int
    let classes: Int
    /// Whether the header calls the addresses inventors and the other way round, as one of the tables does.
    private(set) var areSwapped = false

    init?(_ header: [String]) {
      let names = header.map { CleanText.line($0) ?? "" }
      func place(_ name: String) -> Int? { names.firstIndex(of: name) }
      guard let title = place("name"), let publication = place("authorization_notice_id"),
        let publicationDay = place("authorized_announcement_date"), let application = place("filing_id"),
        let filingDay = place("filing_date"), let applicants = place("patentee"), let inventors = place("designer"),
        let address = place("address"), let classes = place("Int.Cl.")
      else { return nil }
      count = names.count
      (self.title, self.publication, self.publicationDay) = (title, publication, publicationDay)
      (self.application, self.filingDay, self.applicants) = (application, filingDay, applicants)
      (self.inventors, self.address, self.classes) = (inventors, address, classes)
    }

    mutating func swapAddressAndInventors() {
      swap(&inventors, &address)
      areSwapped = true
    }
  }
}
