import Foundation
public import Kernel
import Patents
public import Tables

/// A ZIP file of documents, each in a layout that is known.
///
/// A document that is none becomes a rejected row that names it.
public struct PackedDocuments: PatentFormat {
  public let code = "packed-documents"
  public let name = Phrase(zh: "专利文件压缩包（ZIP）", en: "ZIP of patent documents")
  /// That of the layout of the first document.
  public let precedence: Int
  public let citation = "ZIP 内各文件按其自身格式识别；each file in the ZIP is recognised by its own content"

  public init() { precedence = 250 }
  init(precedence: Int) { self.precedence = precedence }

  private static let largest = 256 << 20

  /// The archive's format, if it has a document that is known among its first.
  static func recognise(_ input: FormatInput) throws -> PackedDocuments? {
    let folder = try ZipFolder(path: input.path, limit: input.limit)
    for name in folder.names.prefix(50) {
      let file = try Unpacked(folder.bytes(of: name, limit: Self.largest))
      if let format = try? FormatRecognition.recognise(path: file.path, limit: input.limit) {
        return PackedDocuments(precedence: format.precedence)
      }
    }
    return nil
  }

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    let folder = try ZipFolder(path: input.path, limit: input.limit)
    let size = try ByteSource(path: input.path, limit: input.limit).size ?? 0
    var number = 0
    for (place, name) in folder.names.enumerated() {
      let done = size * Int64(place + 1) / Int64(max(folder.names.count, 1))
      let file = try Unpacked(folder.bytes(of: name, limit: Self.largest))
      func hand(_ outcome: FormatRow.Outcome, line: Int, _ original: @escaping () -> String) throws {
        number += 1
        if number <= row { return }
        try visit(FormatRow(number: number, line: line, outcome: outcome, bytesRead: done, original: original))
      }
      do {
        let format = try FormatRecognition.recognise(path: file.path, limit: input.limit)
        // What lies in an archive within the archive is not looked for.
        guard !(format is PackedDocuments) else { throw FormatRefusal.kind(.archive) }
        try format.read(FormatInput(path: file.path, limit: input.limit), after: 0) { found in
          let original = found.original
          try hand(found.outcome, line: found.line) { original }
        }
      } catch let refusal as FormatRefusal {
        try hand(.rejected(Self.rejection(refusal, name)), line: 0) { name }
      } catch let refusal as TableRefusal {
        try hand(.rejected(Self.rejection(refusal, name)), line: 0) { name }
      }
    }
  }

  private static func rejection(_ refusal: some Refusal, _ name: String) -> Rejection {
    Rejection(code: refusal.code, phrase: refusal.phrase, original: name)
  }
}

/// A file taken out of an archive, gone with the value.
private final class Unpacked {
  let path: String

  init(_ bytes: [UInt8]) throws {
    // The system finds a name that nobody has.
    var template = Array(FileManager.default.temporaryDirectory.appending(path: "ipzone-XXXXXX").path.utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: Data(bytes))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
