public import Kernel
import Patents
public import Tables

/// A table whose columns a person has mapped.
public struct MappedTable: PatentFormat {
  public let mapping: TableMapping
  /// Whether somebody named the mapping for this file; then the file may have columns more or less.
  let isNamed: Bool

  public var code: String { Self.prefix + mapping.name }
  public var name: Phrase { Self.phrase(of: mapping.name) }
  /// As shipped; the zone orders sources by rules.
  public let precedence = 150
  public let citation = "由本区人员逐列对应并命名保存；mapped column by column and saved by the zone's staff"

  public init(_ mapping: TableMapping) { self.init(mapping, isNamed: false) }

  private init(_ mapping: TableMapping, isNamed: Bool) {
    self.mapping = mapping
    self.isNamed = isNamed
  }

  private static let prefix = "mapping:"
  /// People's own tables part names by what vendors use, and by the Chinese mark between items.
  private static let separators: Set<Character> = [";", "；", "|", "、", "\n"]

  /// The name of the mapping whose code this is; nil for the code of another format.
  public static func mappingName(in code: String) -> String? {
    code.hasPrefix(prefix) ? String(code.dropFirst(prefix.count)) : nil
  }

  /// What a source is called that is known by a mapping.
  public static func phrase(of name: String) -> Phrase {
    Phrase(zh: "列对应“\(name)”", en: "Mapping “\(name)”")
  }

  /// The file as the mapping that somebody named for it reads it.
  ///
  /// - Throws: ``MappingRefusal/notThisTable(_:missing:)``; what a file is refused with that is no table.
  public static func named(_ mapping: TableMapping, for path: String, limit: ExpansionLimit = ExpansionLimit()) throws
    -> MappedTable
  {
    let format = MappedTable(mapping, isNamed: true)
    let rows = try TableFile.firstRows(FormatInput(path: path, limit: limit))
    guard rows.chunked.contains(where: { format.header($0) != nil }) else {
      let missing = mapping.numbered.isEmpty ? mapping.columns.map(\.header) : mapping.numbered
      throw MappingRefusal.notThisTable(mapping.name, missing: missing)
    }
    return format
  }

  /// The mapping whose headers a table has; nil where none of them has exactly these.
  static func matching(_ input: FormatInput, _ mappings: [TableMapping]) throws -> MappedTable? {
    let bySignature = Dictionary(mappings.map { ($0.signature, $0) }, uniquingKeysWith: { first, _ in first })
    for row in try TableFile.firstRows(input) where row.fault == nil {
      if let found = bySignature[TableMapping.signature(of: row.texts)] { return MappedTable(found) }
    }
    return nil
  }

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    let (mapping, vendor) = (mapping, SheetVendor(self, headers: "", separators: Self.separators))
    var number = 0
    let reading = SheetReading(header: header) { SheetColumns($0, by: mapping) }
    try SheetRows.forEach(input, by: reading) { cells, columns in
      number += 1
      if number <= row { return }
      try visit(
        FormatRow(
          number: number, line: cells.number, outcome: SheetRecord(vendor, columns).outcome(of: cells),
          bytesRead: cells.bytesRead, original: cells.original))
    }
  }

  /// The row that has the headers of the mapping; where somebody named the mapping, the row with most of them.
  private func header(_ rows: [TableRow]) -> Int? {
    guard isNamed else {
      let signature = mapping.signature
      return rows.firstIndex { $0.fault == nil && TableMapping.signature(of: $0.texts) == signature }
    }
    let wanted = Set(mapping.columns.map { SheetHeader.folded($0.header) })
    let numbers = Set(mapping.numbered.map(SheetHeader.folded))
    var best: (place: Int, known: Int)?
    for (place, row) in rows.enumerated() where row.fault == nil {
      let folded = Set(row.texts.map(SheetHeader.folded))
      let known = folded.intersection(wanted).count
      if !folded.isDisjoint(with: numbers), known > best?.known ?? 0 { best = (place, known) }
    }
    return best?.place
  }
}

extension [TableRow] {
  /// The rows of each sheet.
  var chunked: [[TableRow]] {
    reduce(into: []) { sheets, row in
      if sheets.last?.last?.sheet == row.sheet {
        sheets[sheets.count - 1].append(row)
      } else {
        sheets.append([row])
      }
    }
  }
}
