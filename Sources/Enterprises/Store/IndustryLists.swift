public import Kernel
import Ledgers
import LedgersStore
public import Storage

/// The dated lists of industries that enterprises are tagged by: the city's 4266 and the district's 5+4+5.
///
/// Whoever composes the zone knows who keeps them.
public struct IndustryLists: Sendable {
  /// Every edition of a list, in any order.
  public let editions: @Sendable (IndustryScheme, any Reading) throws -> [Edition]

  public init(_ editions: @escaping @Sendable (IndustryScheme, any Reading) throws -> [Edition]) {
    self.editions = editions
  }

  public static let none = IndustryLists { _, _ in [] }

  /// A list as it holds from a day on, until the next.
  public struct Edition: Sendable {
    public let from: Day
    public let names: [Phrase]

    public init(from: Day, names: [Phrase]) {
      self.from = from
      self.names = names
    }
  }

  func edition(of scheme: IndustryScheme, on day: Day, in db: any Reading) throws -> Edition? {
    try editions(scheme, db).filter { $0.from <= day }.max { $0.from < $1.from }
  }

  /// What the tags of an enterprise may be: the names of the list that holds on the record's list date.
  func check(_ record: LedgerRecord, _ db: any Reading) throws -> [any Refusal] {
    var refusals: [any Refusal] = []
    for scheme in IndustryScheme.allCases {
      guard let tag = record.values.text(scheme.field) else { continue }
      let editions = try editions(scheme, db)
      // Where no list is kept there is nothing to hold a tag against.
      guard let earliest = editions.map(\.from).min() else { continue }
      guard let day = record.values.day("list_date") else {
        refusals.append(FieldRefusal(IndustryRefusal.dateMissing, in: "list_date"))
        continue
      }
      guard let list = try edition(of: scheme, on: day, in: db) else {
        refusals.append(FieldRefusal(IndustryRefusal.noList(on: day, earliest: earliest), in: "list_date"))
        continue
      }
      if !list.names.contains(where: { $0.zh == tag }) {
        refusals.append(FieldRefusal(IndustryRefusal.notListed(tag, from: list.from, list.names), in: scheme.field))
      }
    }
    return refusals
  }
}

/// Whose list an industry is on.
public enum IndustryScheme: CaseIterable, Sendable {
  case city, district

  /// The field of an enterprise that holds the tag.
  var field: String {
    switch self {
    case .city: "city_cluster"
    case .district: "district_cluster"
    }
  }
}

/// Why an enterprise cannot be tagged so.
enum IndustryRefusal: Refusal, Equatable {
  case dateMissing
  case noList(on: Day, earliest: Day)
  case notListed(String, from: Day, [Phrase])

  var kind: RefusalKind { .invalid }

  var code: String {
    switch self {
    case .dateMissing: "industries.date-missing"
    case .noList: "industries.no-list"
    case .notListed: "industries.not-listed"
    }
  }

  var phrase: Phrase {
    switch self {
    case .dateMissing:
      Phrase(
        zh: "标注产业须写明名单日期；名单会变，按该日有效的名单核对",
        en: "Please give the date of the list with the industry; lists change, and the one of that day is used")
    case .noList(let day, let earliest):
      Phrase(
        zh: "\(day) 尚无产业名单；最早的名单自 \(earliest) 起", en: "There was no list on \(day); the earliest holds from \(earliest)"
      )
    case .notListed(let tag, let from, let names):
      Phrase(
        zh: "“\(tag)”不在自 \(from) 起的名单中；可选：\(names.map(\.zh).joined(separator: "、"))",
        en: "“\(tag)” is not on the list from \(from); choose from: \(names.map(\.zh).joined(separator: ", "))")
    }
  }
}
