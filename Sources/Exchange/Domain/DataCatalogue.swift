public import Foundation
import Kernel

/// The catalogue of the zone's open data as JSON-LD.
///
/// Source: DCAT-AP 3.0 (SEMIC, 2024-06-14): a catalogue has title, description and publisher, a dataset title and
/// description, a distribution an access URL, an agent a name; the rest is recommended or optional.
public struct DataCatalogue: Sendable {
  private let publisher: OpenPublisher
  private let datasets: [OpenDataset]
  private let issued: Date

  /// - Parameter issued: when the zone was made.
  public init(_ publisher: OpenPublisher, datasets: [OpenDataset], issued: Date) {
    self.publisher = publisher
    self.datasets = datasets
    self.issued = issued
  }

  public var jsonLD: OpenValue {
    var members: [OpenValue.Member] = [
      .init("@context", Self.context),
      .init("@id", .text(publisher.address("/open/catalogue.jsonld"))),
      .init("@type", "dcat:Catalog"),
      .init("dct:title", words(publisher.zone.zh + "开放数据", publisher.zone.en + ": open data", isMarked: true)),
      .init(
        "dct:description",
        words(
          "试验区公开的服务机构名录、指标目录和已公布指标。",
          "The public directory of institutions, the figures' definitions and the published figures.")),
      .init("dct:publisher", agent),
      .init("dct:language", .array(Self.languages)),
      .init("dct:issued", Self.instant(issued)),
      .init("foaf:homepage", ["@id": .text(publisher.address("/open"))]),
    ]
    if let newest = datasets.compactMap(\.modified).max() {
      members.append(.init("dct:modified", Self.instant(newest)))
    }
    members += licence
    members.append(.init("dcat:dataset", .array(datasets.map(dataset))))
    return .object(members)
  }

  private func dataset(_ dataset: OpenDataset) -> OpenValue {
    var members: [OpenValue.Member] = [
      .init("@id", .text(publisher.address("/open#\(dataset.code)"))),
      .init("@type", "dcat:Dataset"),
      .init("dct:identifier", .text(dataset.code)),
      .init("dct:title", words(dataset.title.zh, dataset.title.en, isMarked: true)),
      .init("dct:description", words(dataset.description.zh, dataset.description.en)),
      .init(
        "dcat:keyword",
        .array(dataset.keywords.flatMap { [Self.literal($0.zh, "zh"), Self.literal($0.en, "en")] })),
      .init("dcat:theme", ["@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE"]),
      .init("dct:publisher", agent),
      .init("dct:accessRights", ["@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC"]),
      .init("dct:accrualPeriodicity", ["@id": .text(Self.frequency(of: dataset))]),
      .init("dct:language", .array(Self.languages)),
      .init("dcat:landingPage", ["@id": .text(publisher.address("/open#\(dataset.code)"))]),
    ]
    if let modified = dataset.modified { members.append(.init("dct:modified", Self.instant(modified))) }
    members.append(.init("dcat:distribution", .array(dataset.formats.map { distribution($0, of: dataset) })))
    return .object(members)
  }

  private func distribution(_ format: OpenFormat, of dataset: OpenDataset) -> OpenValue {
    let address = publisher.address("/open/\(dataset.code).\(format.rawValue)")
    return .object(
      [
        .init("@id", .text(address)),
        .init("@type", "dcat:Distribution"),
        .init("dct:title", words(format.phrase.zh, format.phrase.en)),
        .init("dcat:accessURL", ["@id": .text(address)]),
        .init("dcat:downloadURL", ["@id": .text(address)]),
        .init(
          "dcat:mediaType", ["@id": .text("https://www.iana.org/assignments/media-types/" + format.mediaType)]),
        .init(
          "dct:format",
          ["@id": .text("http://publications.europa.eu/resource/authority/file-type/" + format.rawValue.uppercased())]),
      ] + licence)
  }

  private var agent: OpenValue {
    ["@type": "foaf:Agent", "foaf:name": words(publisher.publisher.zh, publisher.publisher.en)]
  }

  private var licence: [OpenValue.Member] {
    publisher.licence.map { [.init("dct:license", ["@id": .text($0)])] } ?? []
  }

  private func words(_ zh: String, _ en: String, isMarked: Bool = false) -> OpenValue {
    let mark = isMarked ? publisher.mark : nil
    return [Self.literal((mark?.zh ?? "") + zh, "zh"), Self.literal((mark?.en ?? "") + en, "en")]
  }

  private static func literal(_ text: String, _ language: String) -> OpenValue {
    ["@value": .text(text), "@language": .text(language)]
  }

  private static func instant(_ date: Date) -> OpenValue {
    ["@value": .text(date.formatted(.iso8601)), "@type": "xsd:dateTime"]
  }

  private static let languages: [OpenValue] = ["ZHO", "ENG"].map {
    ["@id": .text("http://publications.europa.eu/resource/authority/language/" + $0)]
  }

  private static func frequency(of dataset: OpenDataset) -> String {
    let code = dataset.code == OpenData.institutions.rawValue ? "CONT" : "IRREG"
    return "http://publications.europa.eu/resource/authority/frequency/" + code
  }

  private static let context: OpenValue = [
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
  ]
}
