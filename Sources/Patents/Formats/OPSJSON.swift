import Foundation
public import Kernel
import Patents
import Tables

/// Answers of Open Patent Services that a program has put into JSON: the hits of a search, or the text of one document.
public struct OPSJSON: PatentFormat {
  public let code = "epo-ops-json"
  public let name = Phrase(zh: "欧洲专利局 OPS 结果（JSON）", en: "EPO Open Patent Services results (JSON)")
  public let precedence = 200
  public let citation =
    "据两个文件：results[]{country, doc_number, kind, docdb_number, family_id}，document_id 与 description；"
    + "as observed in two files, hits of a search and one description"

  public init() {}

  /// Larger answers the service does not give.
  private static let largest = 64 << 20

  static func recognises(_ head: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: head, as: UTF8.self)
    return text.contains("\"doc_number\"") && (text.contains("\"results\"") || text.contains("\"document_id\""))
  }

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    let source = try ByteSource(path: input.path, limit: input.limit)
    let bytes = try source.peek(Self.largest)
    let answer: Answer
    do {
      answer = try JSONDecoder().decode(Answer.self, from: Data(bytes))
    } catch {
      throw FormatRefusal.unknown(seen: "JSON")
    }
    let hits = answer.results ?? [Hit(answer)]
    for (place, hit) in hits.enumerated() where place >= row {
      let original = "\(hit.country ?? "")\(hit.doc_number ?? "")\(hit.kind ?? "")"
      try visit(
        FormatRow(
          number: place + 1, line: place + 1, outcome: hit.builder.outcome { original },
          bytesRead: source.bytesRead, original: { original }))
    }
  }

  private struct Answer: Decodable {
    let results: [Hit]?
    let document_id: Hit?
    let description: String?
    let abstract: String?
    let claims: String?
  }

  private struct Hit: Decodable {
    let country: String?
    let doc_number: String?
    let kind: String?
    let family_id: String?
    var description: String?
    var abstract: String?
    var claims: String?

    init(_ answer: Answer) {
      (country, doc_number) = (answer.document_id?.country, answer.document_id?.doc_number)
      (kind, family_id) = (answer.document_id?.kind, answer.document_id?.family_id)
      (description, abstract, claims) = (answer.description, answer.abstract, answer.claims)
    }

    var builder: RecordBuilder {
      var builder = RecordBuilder(office: country ?? "EP")
      if let doc_number { builder.setPublication((country ?? "") + doc_number, kindCode: kind) }
      builder.record.abstract = abstract.flatMap(CleanText.lines)
      if let claims { builder.setClaims(claims) }
      builder.addExtra("application-family", family_id)
      builder.addExtra("description", description)
      return builder
    }
  }
}
