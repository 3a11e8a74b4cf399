import Foundation

/// What the bytes of a file are, whatever it is called.
public enum RecognisedFile: Equatable, Sendable {
  case pdf, png, jpeg
  /// A workbook of Excel 2007 or later, and whether it carries programs.
  case workbook(hasMacros: Bool)
  /// A document of Word 2007 or later, and whether it carries programs.
  case document(hasMacros: Bool)
  /// Text from the first byte to the last, in this encoding; ``looksLikeMarkup`` where a browser could take it for a
  /// page, or a shell for a program.
  case text(TextEncoding, looksLikeMarkup: Bool)
  /// Begins like one of these and does not end like it: an interrupted copy.
  case incomplete
  /// Locked by a password, or the container that programs used before 2007.
  case encryptedOrOld
  case unknown
}

extension RecognisedFile {
  private static let tail: UInt64 = 2_048

  /// Looks at the first and last bytes, at the parts of a container, and of a text at every byte.
  ///
  /// - Throws: ``TableRefusal/unreadable(_:)``.
  /// - Complexity: one pass in constant memory.
  public static func recognise(path: String) throws -> RecognisedFile {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw TableRefusal.unreadable(path.split(separator: "/").last.map(String.init) ?? path)
    }
    defer { try? file.close() }
    let head = [UInt8](try file.read(upToCount: 16) ?? Data())
    let size = try file.seekToEnd()
    try file.seek(toOffset: size > tail ? size - tail : 0)
    let end = try file.readToEnd() ?? Data()
    func ends(with mark: [UInt8]) -> RecognisedFile? { end.range(of: Data(mark)) == nil ? .incomplete : nil }

    if head.starts(with: Array("%PDF-".utf8)) { return ends(with: Array("%%EOF".utf8)) ?? .pdf }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      return ends(with: Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]) ?? .png
    }
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return ends(with: [0xFF, 0xD9]) ?? .jpeg }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .encryptedOrOld }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return office(path) }
    try file.seek(toOffset: 0)
    return try text(file)
  }

  private static func office(_ path: String) -> RecognisedFile {
    do throws(TableRefusal) {
      let archive = try ZipArchive(path: path, limit: ExpansionLimit(bytes: 8 << 30, ratio: 1_100))
      guard archive.has("[Content_Types].xml") else { return .unknown }
      if archive.has("xl/workbook.xml") { return .workbook(hasMacros: archive.has("xl/vbaProject.bin")) }
      if archive.has("word/document.xml") { return .document(hasMacros: archive.has("word/vbaProject.bin")) }
      return .unknown
    } catch {
      return error == .encryptedOrOld ? .encryptedOrOld : .incomplete
    }
  }

  private static func text(_ file: FileHandle) throws -> RecognisedFile {
    var proof = TextProof()
    while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
      guard proof.take([UInt8](piece)) else { return .unknown }
    }
    guard let encoding = proof.encoding else { return .unknown }
    return .text(encoding, looksLikeMarkup: proof.looksLikeMarkup)
  }
}

/// Whether bytes that come in pieces are text, and in which encodings they may be.
struct TextProof {
  private var utf8 = EncodingWalk(UTF8Check.length)
  private var gb18030 = EncodingWalk(GB18030Check.length)
  private var isPlain = true
  private var isEmpty = true
  private var start: [UInt8] = []

  /// - Returns: whether it still can be text.
  mutating func take(_ piece: [UInt8]) -> Bool {
    isEmpty = isEmpty && piece.isEmpty
    if start.count < 64 {
      // Blanks and the byte order mark do not hide what follows them.
      start += piece.drop { start.isEmpty && [0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xEF, 0xBB, 0xBF].contains($0) }.prefix(64)
    }
    isPlain = isPlain && piece.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    utf8.take(piece)
    gb18030.take(piece)
    return isPlain && (utf8.holds || gb18030.holds)
  }

  var encoding: TextEncoding? {
    guard isPlain, !isEmpty else { return nil }
    if utf8.isWhole { return utf8.isASCII ? .ascii : .utf8 }
    return gb18030.isWhole ? .gb18030 : nil
  }

  var looksLikeMarkup: Bool { start.first == UInt8(ascii: "<") || start.starts(with: Array("#!".utf8)) }
}

/// One encoding followed through pieces of a text, in which a character may be cut.
private struct EncodingWalk {
  private let length: ([UInt8], Int) -> Int?
  private var rest: [UInt8] = []
  private(set) var holds = true
  private(set) var isASCII = true

  init(_ length: @escaping ([UInt8], Int) -> Int?) { self.length = length }

  var isWhole: Bool { holds && rest.isEmpty }

  mutating func take(_ piece: [UInt8]) {
    guard holds else { return }
    let bytes = rest.isEmpty ? piece : rest + piece
    rest = []
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at += 1
        continue
      }
      isASCII = false
      switch length(bytes, at) {
      case 0?:
        holds = false
        return
      case let count?: at += count
      case nil:
        rest = Array(bytes[at...])
        return
      }
    }
  }
}
