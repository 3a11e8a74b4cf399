public import Tables

/// Tells the format of a file by what is in it, never by its name.
public enum FormatRecognition {
  /// Every format that is understood.
  public static let formats: [any PatentFormat] = [
    CorpusLines(), GazetteTable(), GazettePage(), CNIPAOldXML(), CNIPANewXML(), CNIPRSheet(), IncoPatSheet(),
    PatSnapSheet(), DaweisoftSheet(), LensTable(), GooglePatentsTable(), GooglePatentsText(), PatentscopeTable(),
    EspacenetTable(), CNKITable(), PlainTable(), CNKICitations(), USPTODocuments(), GreenBook(), USPTOFileWrapper(),
    EPOFullText(),
    DOCDBDocuments(), OPSDocuments(), OPSJSON(), JPODocuments(), ST36Documents(), ST96Patents(), TrademarkDocuments(),
    PackedDocuments(),
  ]

  /// - Parameter mayDeclareEntities: false where ``EntityTraces`` were looked for and none found.
  /// - Throws: ``FormatRefusal``, or ``Tables/TableRefusal`` if the file cannot be read at all or declares entities.
  /// - Complexity: XML that may declare entities is looked through once; of other files only the beginning is read.
  public static func recognise(
    path: String, limit: ExpansionLimit = ExpansionLimit(), mayDeclareEntities: Bool = true
  ) throws -> any PatentFormat {
    let source = try ByteSource(path: path, limit: limit)
    let head = try source.peek(1 << 16)
    let input = FormatInput(path: path, limit: limit)
    let text = head.withoutMark
    guard let first = text.first(where: { $0 > 0x20 }) else { throw FormatRefusal.emptyFile }
    if let kind = signatures.first(where: { head.starts(with: $0.bytes) })?.kind { throw FormatRefusal.kind(kind) }
    if first == 0x7B { return OPSJSON.recognises(text) ? OPSJSON() : try recogniseLines(text, input) }
    if head.starts(with: [0x50, 0x4B]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return try recogniseContainer(input, isZip: head[0] == 0x50)
    }
    if first == 0x3C || isMarkupOfWideCharacters(head) {
      let format = try recogniseMarkup(input, MarkupHead(head), source)
      if mayDeclareEntities { try EntityDeclarations.refuse(inFileAt: path, limit: limit) }
      return format
    }
    if GreenBook.recognises(Array(text)) { return GreenBook() }
    if GooglePatentsText.recognises(Array(text)) { return GooglePatentsText() }
    if CNKICitations.recognises(head, whole: head.count < 1 << 16) { return CNKICitations() }
    if isDump(text) { throw FormatRefusal.kind(.databaseDump) }
    return try recogniseTable(input)
  }

  /// As ``recognise(path:limit:)``, with what people have mapped: for the headers that it was made for, a mapping counts
  /// before what is known of headers.
  public static func recognise(
    path: String, limit: ExpansionLimit = ExpansionLimit(), mappings: [TableMapping], mayDeclareEntities: Bool = true
  ) throws -> any PatentFormat {
    let input = FormatInput(path: path, limit: limit)
    do {
      let format = try recognise(path: path, limit: limit, mayDeclareEntities: mayDeclareEntities)
      guard format is any SheetFormat, !mappings.isEmpty else { return format }
      return try MappedTable.matching(input, mappings) ?? format
    } catch let refusal as FormatRefusal {
      guard case .unknown = refusal, !mappings.isEmpty, let mapped = try? MappedTable.matching(input, mappings) else {
        throw refusal
      }
      return mapped
    }
  }

  /// UTF-16 has a zero in every character of markup.
  private static func isMarkupOfWideCharacters(_ head: [UInt8]) -> Bool {
    head.starts(with: [0xFF, 0xFE, 0x3C, 0x00]) || head.starts(with: [0xFE, 0xFF, 0x00, 0x3C])
  }

  /// By the names of the first objects: any program writes JSON lines, only a few of them patents.
  private static func recogniseLines(_ head: ArraySlice<UInt8>, _ input: FormatInput) throws -> any PatentFormat {
    var seen: [String] = []
    for line in head.split(separator: 0x0A).prefix(20) {
      let names = CorpusLines.names(in: line)
      if CorpusLines.recognises(names) { return CorpusLines() }
      if seen.isEmpty { seen = names }
    }
    do { return try recogniseTable(input) } catch FormatRefusal.unknown {
      throw FormatRefusal.unknown(seen: "JSON {\(seen.prefix(12).joined(separator: ", "))}")
    }
  }

  /// What people upload by mistake, by its first bytes.
  private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
    ([0x89, 0x50, 0x4E, 0x47], .picture), ([0xFF, 0xD8, 0xFF], .picture), ([0x47, 0x49, 0x46, 0x38], .picture),
    ([0x49, 0x49, 0x2A, 0x00], .picture), ([0x4D, 0x4D, 0x00, 0x2A], .picture), ([0x42, 0x4D], .picture),
    ([0x25, 0x50, 0x44, 0x46], .document), ([0x7B, 0x5C, 0x72, 0x74, 0x66], .document),
    ([0x52, 0x61, 0x72, 0x21], .archive), ([0x37, 0x7A, 0xBC, 0xAF], .archive), ([0x42, 0x5A, 0x68], .archive),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .archive), ([0x7F, 0x45, 0x4C, 0x46], .program), ([0x4D, 0x5A, 0x90], .program),
    ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65], .database),
  ]

  /// Statements of a data base at the beginning of lines.
  private static func isDump(_ head: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: head, as: UTF8.self)
    let marks = [
      "-- MySQL dump", "-- PostgreSQL database dump", "CREATE TABLE ", "INSERT INTO ", "DROP TABLE ", "PRAGMA ",
    ]
    return text.split(whereSeparator: \.isNewline).contains { line in marks.contains { line.hasPrefix($0) } }
  }

  private static func recogniseMarkup(
    _ input: FormatInput, _ head: MarkupHead, _ source: ByteSource
  ) throws -> any PatentFormat {
    if head.isDefinition { throw FormatRefusal.kind(.schema) }
    if head.isPage {
      let whole = try source.peek(4 << 20)
      let text = TextDecoding.text(whole, (try? TextEncoding.detect(whole, whole: true).0) ?? .utf8) ?? ""
      if text.contains(GazettePage.mark) { return GazettePage() }
      if let table = try? recogniseTable(input) { return table }
      throw FormatRefusal.kind(head.pageKind(text))
    }
    if let format = head.format { return format }
    if let kind = head.kind { throw FormatRefusal.kind(kind) }
    if MarkupTable.kind(try source.peek(4_096)) == .spreadsheet { return try recogniseTable(input) }
    throw FormatRefusal.unknown(seen: "XML <\(head.names.first ?? "?")>")
  }

  private static func recogniseContainer(_ input: FormatInput, isZip: Bool) throws -> any PatentFormat {
    do {
      return try recogniseTable(input)
    } catch TableRefusal.notASpreadsheet where isZip {
      if let format = try PackedDocuments.recognise(input) { return format }
      throw FormatRefusal.kind(.archive)
    }
  }

  /// By the headers of its sheets; the first sheet that is of patents decides.
  private static func recogniseTable(_ input: FormatInput) throws -> any PatentFormat {
    let rows = try TableFile.firstRows(input)
    if let first = rows.first, GazetteTable.Columns(first.texts) != nil { return GazetteTable() }
    for sheet in Set(rows.map(\.sheet)).sorted() {
      let own = rows.filter { $0.sheet == sheet }
      guard let place = SheetRows.header(own), let vendor = SheetVendor.of(own[place].texts) else { continue }
      return vendor.format
    }
    let seen = rows.first?.texts.filter { !$0.isEmpty }.prefix(12).joined(separator: ", ") ?? "…"
    throw FormatRefusal.unknown(seen: seen)
  }
}
