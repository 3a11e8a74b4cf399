public import Corpus

/// What leads from a number to its documents: put behind the question, it finds just those that were counted.
public indirect enum Narrowing: Equatable, Sendable {
  /// A value to the letter; an empty one for documents without any.
  case value(CorpusColumn, String)
  /// Both years included.
  case years(CorpusDay, ClosedRange<Int>)
  case any([Narrowing])
  case all([Narrowing])
  case not(Narrowing)

  /// The narrowing in the language of searches, as docs/search.md describes it.
  public var text: String {
    switch self {
    case .value(let column, let value): "\(column.field)==\(Self.quoted(value))"
    case .years(let day, let years):
      "\(day == .filing ? "ADY" : "PDY")=\(years.lowerBound)\(years.count > 1 ? "..\(years.upperBound)" : "")"
    case .any(let parts): parts.count == 1 ? parts[0].text : "(\(parts.map(\.text).joined(separator: " OR ")))"
    case .all(let parts): parts.map(\.text).joined(separator: " AND ")
    case .not(.any(let parts)) where parts.count > 1: "NOT \(Narrowing.any(parts).text)"
    case .not(let part): "NOT (\(part.text))"
    }
  }

  /// The same for a question, which may be empty; nil where it grows longer than a search may be.
  public func text(behind question: String) -> String? {
    let whole = question.isEmpty ? text : "(\(question)) AND \(text)"
    return whole.count <= QueryParser.limit ? whole : nil
  }

  private static func quoted(_ value: String) -> String {
    let isPlain = !value.isEmpty && value.utf8.allSatisfy { isPlainByte($0) }
    return isPlain ? value : "\"\(value.replacing("\"", with: "\"\""))\""
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2F: true
    default: false
    }
  }
}

extension CorpusColumn {
  /// Its name in searches, as users of other systems know it, too.
  var field: String {
    switch self {
    case .filingYear: "ADY"
    case .publicationYear: "PDY"
    case .kind: "PT"
    case .status: "LS"
    case .source: "SOURCE"
    case .ipcSection: "IPC-section"
    case .ipcClass: "IPC-class"
    case .ipcSubclass: "IPC-subclass"
    case .ipcGroup: "IPC-group"
    case .ipcSubgroup: "IPC-subgroup"
    case .applicant: "AP"
    case .inventor: "IN"
    case .agency: "AGC"
    case .province: "PRO"
    case .city: "CITY"
    case .district: "DISTRICT"
    case .applicationNumber: "APN"
    case .publicationNumber: "PN"
    case .cited: "CITES"
    }
  }
}
