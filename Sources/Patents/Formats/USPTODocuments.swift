public import Kernel
import Patents
import Tables

/// Grants and published applications of the United States Patent and Trademark Office as XML.
///
/// A file holds one document, or the hundreds of a week one after the other. What is not a patent, such
/// as the sequence listings between them, and what is not well-formed is rejected as one row. A file with a
/// document that declares entities is refused as a whole when it is recognised.
public struct USPTODocuments: PatentFormat {
  public let code = "uspto-xml"
  public let name = Phrase(zh: "美国专利商标局 XML", en: "USPTO XML (grants and applications)")
  public let precedence = 300
  public let citation =
    "USPTO us-patent-grant v4.0–v4.5, us-patent-application v4.0–v4.4, patent-application-publication (PAP) v1.5, "
    + "PATDOC (ST.32) v2.4–v2.5"

  public init() {}

  /// The roots that are told apart when a file is recognised.
  static let roots = ["us-patent-grant", "us-patent-application", "patent-application-publication", "PATDOC"]

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    let pieces = DocumentPieces(try ByteSource(path: input.path, limit: input.limit))
    let document = USPTODocument()
    let events = try XMLEvents(document)
    while try pieces.beginDocument() {
      let isWanted = pieces.number > row
      var fault: TableRefusal?
      while let piece = try pieces.next() {
        guard isWanted, fault == nil else { continue }
        do throws(TableRefusal) { try events.feed(piece) } catch { fault = error }
      }
      guard isWanted else { continue }
      if fault == nil {
        do throws(TableRefusal) { try events.finish() } catch { fault = error }
      }
      let beginning = pieces.beginning
      try visit(
        FormatRow(
          number: pieces.number, line: pieces.line, outcome: Self.outcome(document, fault, beginning),
          bytesRead: pieces.bytesRead, original: { String(decoding: beginning, as: UTF8.self) }))
      document.clear()
      events.reset()
    }
  }

  private static func outcome(
    _ document: USPTODocument, _ fault: TableRefusal?, _ beginning: [UInt8]
  ) -> FormatRow.Outcome {
    let original = { String(decoding: beginning, as: UTF8.self) }
    if let fault { return .rejected(Rejection(code: fault.code, phrase: fault.phrase, original: original())) }
    guard document.isPatent else {
      return .rejected(
        Rejection(
          code: "row.not-a-patent",
          phrase: Phrase(
            zh: "该文档不是专利文献（如序列表），未导入", en: "The document is no patent (a sequence listing, say); not imported"),
          original: original()))
    }
    return document.builder().outcome(original)
  }
}
