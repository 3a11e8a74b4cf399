public import Foundation
public import Kernel

/// A dataset as the catalogue describes it.
public struct OpenDataset: Equatable, Sendable {
  /// Stable, such as `institutions`: the name of its files.
  public let code: String
  public let title: Phrase
  public let description: Phrase
  public let keywords: [Phrase]
  public let formats: [OpenFormat]
  /// When its content last changed; nil while it is empty.
  public let modified: Date?
  public let rows: Int
  public let columns: [OpenColumn]

  public init(
    code: String, title: Phrase, description: Phrase, keywords: [Phrase], formats: [OpenFormat], modified: Date?,
    rows: Int, columns: [OpenColumn]
  ) {
    self.code = code
    self.title = title
    self.description = description
    self.keywords = keywords
    self.formats = formats
    self.modified = modified
    self.rows = rows
    self.columns = columns
  }
}

/// A form that a dataset is given out in.
public enum OpenFormat: String, CaseIterable, Sendable {
  case csv, json, xlsx

  public var phrase: Phrase {
    switch self {
    case .csv: Phrase(zh: "CSV（UTF-8）", en: "CSV (UTF-8)")
    case .json: Phrase(zh: "JSON", en: "JSON")
    case .xlsx: Phrase(zh: "Excel 工作簿", en: "Excel workbook")
    }
  }

  public var mediaType: String {
    switch self {
    case .csv: "text/csv"
    case .json: "application/json"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }
}

/// Who publishes, under which licence, and from which address.
public struct OpenPublisher: Equatable, Sendable {
  public let zone: Phrase
  public let publisher: Phrase
  /// The address of the licence's text; nil while the publisher has set none.
  public let licence: String?
  /// Scheme and host, such as `https://ip.example.cn`.
  public let origin: String
  /// Whether everything is invented: 示例数据.
  public let isDemonstration: Bool

  public init(zone: Phrase, publisher: Phrase, licence: String?, origin: String, isDemonstration: Bool) {
    self.zone = zone
    self.publisher = publisher
    self.licence = licence
    self.origin = origin
    self.isDemonstration = isDemonstration
  }

  /// Stands before every title of a demonstration.
  public var mark: Phrase {
    isDemonstration ? Phrase(zh: "【示例数据】", en: "[Sample data] ") : Phrase(zh: "", en: "")
  }

  public func address(_ path: String) -> String { origin + path }
}
