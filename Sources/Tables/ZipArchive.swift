import CZip

/// A ZIP file that is read with a limit on what may come out of it.
final class ZipArchive {
  private let archive: OpaquePointer
  private let limit: ExpansionLimit
  private let size: Int64
  private var given: Int64 = 0

  /// More parts than a workbook has use for.
  private static let mostEntries = 20_000

  /// - Throws: ``TableRefusal/notASpreadsheet``, ``TableRefusal/expandsTooMuch(limit:)``.
  init(path: String, limit: ExpansionLimit) throws(TableRefusal) {
    var code: Int32 = 0
    guard let opened = zip_open(path, ZIP_RDONLY, &code) else { throw .notASpreadsheet }
    archive = opened
    self.limit = limit
    var total: UInt64 = 0
    var compressed: UInt64 = 0
    let count = zip_get_num_entries(opened, 0)
    var isEncrypted = false
    for place in 0..<max(0, min(count, zip_int64_t(Self.mostEntries))) {
      var entry = zip_stat_t()
      guard zip_stat_index(opened, zip_uint64_t(place), 0, &entry) == 0 else { continue }
      total = total.addingReportingOverflow(entry.size).partialValue
      compressed = compressed.addingReportingOverflow(entry.comp_size).partialValue
      if entry.encryption_method != ZIP_EM_NONE { isEncrypted = true }
    }
    size = Int64(clamping: compressed)
    // From here on every property has its value, so a throw runs `deinit`, which closes the archive.
    if isEncrypted { throw .encryptedOrOld }
    if count > Self.mostEntries { throw .expandsTooMuch(limit: limit.bytes) }
    try limit.check(out: Int64(clamping: total), from: size)
  }

  deinit { zip_discard(archive) }

  /// The bytes of a part in pieces; nil if there is no such part.
  func open(_ name: String) throws(TableRefusal) -> ZipPart? {
    let place = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
    guard place >= 0 else { return nil }
    var entry = zip_stat_t()
    zip_stat_index(archive, zip_uint64_t(place), 0, &entry)
    guard let file = zip_fopen_index(archive, zip_uint64_t(place), 0) else { throw .damaged }
    return ZipPart(file, compressed: Int64(clamping: entry.comp_size), size: Int64(clamping: entry.size), in: self)
  }

  /// The paths of its parts, in the order of the archive.
  var names: [String] {
    (0..<zip_get_num_entries(archive, 0)).compactMap { place in
      zip_get_name(archive, zip_uint64_t(place), 0).map { String(cString: $0) }
    }
  }

  func has(_ name: String) -> Bool { zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE)) >= 0 }

  /// Counts what really comes out: the sizes in the directory may lie.
  fileprivate func count(_ bytes: Int64) throws(TableRefusal) {
    given += bytes
    try limit.check(out: given, from: size)
  }

  /// A part of a ZIP file, read once from its beginning.
  final class ZipPart {
    private let file: OpaquePointer
    private let archive: ZipArchive
    private let compressed: Int64
    private let size: Int64
    private var read: Int64 = 0

    fileprivate init(_ file: OpaquePointer, compressed: Int64, size: Int64, in archive: ZipArchive) {
      self.file = file
      self.archive = archive
      self.compressed = compressed
      self.size = size
    }

    deinit { zip_fclose(file) }

    /// How much of the compressed part has been used, by proportion.
    var compressedRead: Int64 { size == 0 ? compressed : Int64(Double(compressed) * Double(read) / Double(size)) }
    var compressedSize: Int64 { compressed }

    func read(into target: UnsafeMutableRawBufferPointer) throws(TableRefusal) -> Int {
      let count = zip_fread(file, target.baseAddress, zip_uint64_t(target.count))
      guard count >= 0 else { throw .damaged }
      read += count
      try archive.count(count)
      return Int(count)
    }
  }
}

typealias ZipPart = ZipArchive.ZipPart
