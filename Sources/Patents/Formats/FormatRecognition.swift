public import Tables

/// Tells the format of a file by what is in it, never by its name.
public enum FormatRecognition {
  /// Every format that is understood.
  public static let formats: [any PatentFormat] = [CorpusLines(), GazetteTable()]

  /// - Throws: ``FormatRefusal``, or ``Tables/TableRefusal`` if the file cannot be read at all.
  public static func recognise(path: String, limit: ExpansionLimit = ExpansionLimit()) throws -> any PatentFormat {
    let source = try ByteSource(path: path, limit: limit)
    let head = try source.peek(1 << 16)
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    guard let first = text.first(where: { $0 > 0x20 }) else { throw FormatRefusal.emptyFile }
    if first == 0x7B { return CorpusLines() }
    return try recogniseTable(source)
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
