public import Corpus
import Foundation
import Kernel

/// A document as it stood when a dataset was frozen: everything that is counted of it.
public struct FrozenDocument: Equatable, Sendable {
  public let document: CorpusDocument
  /// The places of the branches that found it.
  public let branches: [Int]

  public init(_ document: CorpusDocument, branches: [Int]) {
    var counted = document
    // Texts are searched in the corpus, not counted.
    (counted.abstract, counted.claims) = ("", "")
    self.document = counted
    self.branches = branches
  }

  public var id: Int64 { document.id }
  /// What people know it by: the publication's number, or else the application's.
  public var number: String {
    document.publicationNumbers.first ?? document.applicationNumbers.first ?? "\(document.id)"
  }
}

extension FrozenDocument {
  /// As it is stored: the same document gives the same text.
  public func content() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Stored(self)), as: UTF8.self)
  }

  public init(content: String) throws {
    let stored = try JSONDecoder().decode(Stored.self, from: Data(content.utf8))
    self.init(stored.document, branches: stored.branches)
  }
}

/// The shape of a stored document; its names stay for ever.
private struct Stored: Codable {
  let id: Int64
  let title: String
  let applicants, inventors, agencies, ipc, applications, publications, cited, sources: [String]
  let filed, published, kind, status, province, city, district: String?
  let branches: [Int]

  init(_ frozen: FrozenDocument) {
    let document = frozen.document
    id = document.id
    title = document.title
    applicants = document.applicants
    inventors = document.inventors
    agencies = document.agencies
    ipc = document.ipc
    applications = document.applicationNumbers
    publications = document.publicationNumbers
    cited = document.cited
    sources = document.sources
    filed = document.filingDay?.description
    published = document.publicationDay?.description
    kind = document.kind
    status = document.status
    province = document.province
    city = document.city
    district = document.district
    branches = frozen.branches
  }

  var document: CorpusDocument {
    var document = CorpusDocument(id: id)
    document.title = title
    document.applicants = applicants
    document.inventors = inventors
    document.agencies = agencies
    document.ipc = ipc
    document.applicationNumbers = applications
    document.publicationNumbers = publications
    document.cited = cited
    document.sources = sources
    document.filingDay = filed.flatMap { Day($0) }
    document.publicationDay = published.flatMap { Day($0) }
    document.kind = kind
    document.status = status
    document.province = province
    document.city = city
    document.district = district
    return document
  }
}
