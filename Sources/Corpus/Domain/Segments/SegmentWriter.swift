/// The parts of a segment; numbers are never changed and never used again.
enum SegmentSection {
  static let facts: UInt32 = 1
  static let postings: UInt32 = 2
  static let bigrams: UInt32 = 3
  static let wordUnits: UInt32 = 4
  static let wordEnds: UInt32 = 5
  static let termStarts: UInt32 = 6
  static let titlePostings: UInt32 = 7
  static let titleTerms: UInt32 = 8
  static let titleStarts: UInt32 = 9
  static let ends: UInt32 = 10
  static let norms: UInt32 = 11
  static let ids: UInt32 = 12
  static let idOrder: UInt32 = 13
  static let filingDays: UInt32 = 14
  static let publicationDays: UInt32 = 15
  static let startBases: UInt32 = 16

  /// The five parts of a column: values, their ends, codes, further documents, further codes.
  static func column(_ column: CorpusColumn, _ part: Int) -> UInt32 { UInt32(100 + column.place * 8 + part) }

  static func name(_ section: UInt32) -> String {
    guard section >= 100 else {
      let names = [
        "", "facts", "postings", "bigrams", "wordUnits", "wordEnds", "termStarts", "titlePostings", "titleTerms",
        "titleStarts", "ends", "norms", "ids", "idOrder", "filingDays", "publicationDays", "startBases",
      ]
      return section < names.count ? names[Int(section)] : "\(section)"
    }
    let place = Int(section - 100) / 8
    return CorpusColumn.allCases.first { $0.place == place }?.rawValue ?? "\(section)"
  }
}

/// Writes a segment from its first byte to its last: sections, the sums of its blocks, the table of sections, the end.
struct SegmentWriter: ~Copyable {
  static let magic: UInt64 = 0x3150_524F_435A_5049  // "IPZCORP1"
  static let endSize = 32

  private let output: any CorpusFile
  private var open = ByteSink(capacity: Checksum.block + 64)
  private var written = 0
  private var sums: [UInt64] = []
  private var table: [(section: UInt32, start: Int, length: Int)] = []

  init(to output: any CorpusFile) throws {
    self.output = output
    try append(Self.magic)
    try append(Self.magic)
  }

  private var place: Int { written + open.count }

  mutating func begin(_ section: UInt32) throws {
    while place % 16 != 0 { try append(UInt8(0)) }
    table.append((section, place, 0))
  }

  mutating func end() { table[table.count - 1].length = place - table[table.count - 1].start }

  mutating func append(raw bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(Checksum.block - open.count)
      open.append(raw: UnsafeRawBufferPointer(rebasing: part))
      rest = rest.dropFirst(part.count)
      if open.count == Checksum.block { try flush() }
    }
  }

  mutating func append<Value: BitwiseCopyable>(_ value: Value) throws {
    var value = value
    try withUnsafeBytes(of: &value) { try append(raw: $0) }
  }

  mutating func write<Value: BitwiseCopyable>(_ section: UInt32, _ values: [Value]) throws {
    try begin(section)
    try values.withUnsafeBytes { try append(raw: $0) }
    end()
  }

  private mutating func flush() throws {
    guard open.count > 0 else { return }
    sums.append(Checksum.of(open.buffer))
    try output.write(open.buffer)
    written += open.count
    open.removeAll()
  }

  /// Closes the segment; returns its length in bytes.
  mutating func finish() throws -> Int {
    try flush()
    let start = written
    var footer = ByteSink()
    footer.append(UInt64(table.count))
    for entry in table {
      footer.append(UInt64(entry.section))
      footer.append(UInt64(entry.start))
      footer.append(UInt64(entry.length))
    }
    footer.append(UInt64(sums.count))
    footer.append(all: sums)
    let (length, sum) = (footer.count, Checksum.of(footer.buffer))
    footer.append(UInt64(start))
    footer.append(UInt64(length))
    footer.append(sum)
    footer.append(Self.magic)
    try output.write(footer.buffer)
    written += footer.count
    return written
  }
}

extension SegmentWriter {
  mutating func write(_ column: CorpusColumn, _ data: ColumnData) throws {
    var (bytes, ends): ([UInt8], [UInt32]) = ([], [])
    ends.reserveCapacity(data.values.count)
    for value in data.values {
      bytes.append(contentsOf: value.utf8)
      ends.append(UInt32(bytes.count))
    }
    try write(SegmentSection.column(column, 0), bytes)
    try write(SegmentSection.column(column, 1), ends)
    switch data.codeSize {
    case 0: try write(SegmentSection.column(column, 2), [UInt8]())
    case 1: try write(SegmentSection.column(column, 2), data.codes.map { UInt8(truncatingIfNeeded: $0) })
    case 2: try write(SegmentSection.column(column, 2), data.codes.map { UInt16(truncatingIfNeeded: $0) })
    default: try write(SegmentSection.column(column, 2), data.codes)
    }
    try write(SegmentSection.column(column, 3), data.extraDocuments)
    try write(SegmentSection.column(column, 4), data.extraCodes)
  }
}
