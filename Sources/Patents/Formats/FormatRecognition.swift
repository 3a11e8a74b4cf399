public import Tables

/// Tells the format of a file by what is in it, never by its name.
public enum FormatRecognition {
  /// Every format that is understood.
  public static let formats: [any PatentFormat] = [
    CorpusLines(), GazetteTable(), PatSnapSheet(), CNIPRSheet(), USPTODocuments(),
  ]

  /// - Throws: ``FormatRefusal``, or ``Tables/TableRefusal`` if the file cannot be read at all or declares entities.
  /// - Complexity: XML is looked through once for such declarations; of other files only the beginning is read.
  public static func recognise(path: String, limit: ExpansionLimit = ExpansionLimit()) throws -> any PatentFormat {
    let source = try ByteSource(path: path, limit: limit)
    let head = try source.peek(1 << 16)
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    guard let first = text.first(where: { $0 > 0x20 }) else { throw FormatRefusal.emptyFile }
    if let name = signatures.first(where: { head.starts(with: $0.bytes) })?.name {
      throw FormatRefusal.unknown(seen: name)
    }
    if first == 0x7B { return try recogniseLines(text) }
    if head.starts(with: [0x50, 0x4B]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return try recogniseWorkbook(path, limit)
    }
    if first == 0x3C {
      let format = try recogniseXML(text)
      try EntityDeclarations.refuse(inFileAt: path, limit: limit)
      return format
    }
    return try recogniseTable(source)
  }

  /// By the names of the first objects: any program writes JSON lines, only a few of them patents.
  private static func recogniseLines(_ head: ArraySlice<UInt8>) throws(FormatRefusal) -> any PatentFormat {
    var seen: [String] = []
    for line in head.split(separator: 0x0A).prefix(20) {
      let names = CorpusLines.names(in: line)
      if CorpusLines.identifying.contains(where: names.contains) { return CorpusLines() }
      if seen.isEmpty { seen = names }
    }
    throw .unknown(seen: "JSON {\(seen.prefix(12).joined(separator: ", "))}")
  }

  /// What people upload by mistake, by its first bytes.
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), ([0x47, 0x49, 0x46, 0x38], "GIF"),
    ([0x25, 0x50, 0x44, 0x46], "PDF"), ([0x52, 0x61, 0x72, 0x21], "RAR"), ([0x37, 0x7A, 0xBC, 0xAF], "7z"),
    ([0x7F, 0x45, 0x4C, 0x46], "ELF"), ([0x4D, 0x5A, 0x90], "EXE"), ([0x42, 0x5A, 0x68], "bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65], "SQLite"),
  ]

  /// By the name of the root element, which stands behind declarations and comments.
  private static func recogniseXML(_ head: ArraySlice<UInt8>) throws(FormatRefusal) -> any PatentFormat {
    let text = String(decoding: head, as: UTF8.self)
    if USPTODocuments.roots.contains(where: { text.contains("<\($0) ") || text.contains("<\($0)>") }) {
      return USPTODocuments()
    }
    let root = text.split(separator: "<").first { $0.first?.isLetter == true }?.prefix {
      $0.isLetter || $0 == "-" || $0 == ":"
    }
    throw .unknown(seen: "XML <\(root ?? "?")>")
  }

  private static func recogniseWorkbook(_ path: String, _ limit: ExpansionLimit) throws -> any PatentFormat {
    let book = try XLSXReader(path: path, limit: limit)
    var seen: [String] = []
    for sheet in book.sheets.indices {
      guard let header = try book.firstRow(ofSheet: sheet).map(SheetLayout.header) else { continue }
      if PatSnapSheet.layout.recognises(header) { return PatSnapSheet() }
      if CNIPRSheet.layout.recognises(header) { return CNIPRSheet() }
      if seen.isEmpty { seen = header }
    }
    throw FormatRefusal.unknown(seen: seen.filter { !$0.isEmpty }.prefix(12).joined(separator: ", "))
  }

  private static func recogniseTable(_ source: ByteSource) throws -> any PatentFormat {
    let rows = try CSVReader(source)
    guard try rows.advance(), rows.fault == nil, let header = try? rows.texts() else {
      throw FormatRefusal.unknown(seen: "…")
    }
    if GazetteTable.Columns(header) != nil { return GazetteTable() }
    throw FormatRefusal.unknown(seen: header.prefix(12).joined(separator: ", "))
  }
}
