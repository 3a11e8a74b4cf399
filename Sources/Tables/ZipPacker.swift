import CZip
import Glibc
public import Kernel

/// Packs parts into a ZIP file, such as the parts of an office document: the same parts give the same bytes.
public enum ZipPacker {
  /// - Throws: ``ZipRefusal/notPacked``.
  public static func pack(_ parts: [(path: String, bytes: [UInt8])]) throws(ZipRefusal) -> [UInt8] {
    var error = zip_error_t()
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw .notPacked }
    // One hold for the archive, which lets go of it when it is closed, and one for reading it afterwards.
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw .notPacked
    }
    for part in parts where !add(part.path, part.bytes, to: archive) {
      zip_discard(archive)
      throw .notPacked
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw .notPacked
    }
    return try content(of: target)
  }

  private static func add(_ path: String, _ bytes: [UInt8], to archive: OpaquePointer) -> Bool {
    // The archive frees its own copy when it is done with it.
    guard let copy = malloc(max(bytes.count, 1)) else { return false }
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
    }
    guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
      free(copy)
      return false
    }
    let place = zip_file_add(archive, path, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard place >= 0 else {
      zip_source_free(source)
      return false
    }
    // 1980-01-01, the first day that a ZIP file knows.
    return zip_file_set_dostime(archive, zip_uint64_t(place), 0, 33, 0) == 0
  }

  private static func content(of source: OpaquePointer) throws(ZipRefusal) -> [UInt8] {
    var facts = zip_stat_t()
    guard zip_source_stat(source, &facts) == 0, zip_source_open(source) == 0 else { throw .notPacked }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(facts.size))
    let count = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count)) }
    guard count == zip_int64_t(bytes.count) else { throw .notPacked }
    return bytes
  }
}

/// Why parts cannot be packed.
public enum ZipRefusal: Refusal, Equatable {
  case notPacked

  public var kind: RefusalKind { .conflict }
  public var code: String { "zip.not-packed" }
  public var phrase: Phrase {
    Phrase(zh: "文件未能生成，请稍后再试", en: "The file could not be made; please try again")
  }
}
