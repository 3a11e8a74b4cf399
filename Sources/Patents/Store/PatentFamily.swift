import Foundation
public import Kernel
public import Patents
import Storage

/// What is known of the other documents of an invention (同族): from the register and from what sources say.
public struct PatentFamily: Sendable {
  /// Other publications of the same application, oldest first.
  public let ofApplication: [Patent]
  /// What sources say: each name once, with the numbers it lists.
  public let said: [Saying]

  /// One list of a source.
  public struct Saying: Sendable {
    /// The stable name under which the source says it; see ``PatentExtraName``.
    public let name: String
    public let source: PatentSource
    public let members: [Member]
  }

  /// A number as the source writes it, and the document where the register has it.
  public struct Member: Sendable {
    public let number: String
    public let patent: ID<Patent>?
  }

  public var isEmpty: Bool { ofApplication.isEmpty && said.isEmpty }

  /// The names under which sources list priorities and family members.
  static let names = [
    "priority", "priority-number", "family-simple", "family-docdb", "family-extended", "parent", "divisions",
    "division-of", "twin",
  ]
  private static let memberLimit = 100

  init(of patent: Patent, _ sources: [PatentSource], said: (PatentSource) -> [PatentExtra], in db: any Reading) throws {
    ofApplication = try Self.sameApplication(as: patent, in: db)
    var found: [(name: String, source: PatentSource, numbers: [String])] = []
    // The newest source that says something has the word.
    for name in Self.names {
      for source in sources.reversed() {
        guard let saying = said(source).first(where: { $0.name == name }) else { continue }
        found.append((name, source, Self.numbers(saying.value)))
        break
      }
    }
    let identities = found.flatMap(\.numbers).compactMap(Self.identity)
    let known = try PatentRows.find(identities, in: db).reduce(into: [:]) { $0[$1.identity] = $1.id }
    self.said = found.map { name, source, numbers in
      let members = numbers.map { Member(number: $0, patent: Self.identity($0).flatMap { known[$0] }) }
      return Saying(name: name, source: source, members: members)
    }
  }

  private static func sameApplication(as patent: Patent, in db: any Reading) throws -> [Patent] {
    guard let number = patent.facts[.applicationNumber] else { return [] }
    return try db.rows(
      """
      SELECT \(PatentRows.columns) FROM patents WHERE application_number = \(number) AND id <> \(patent.id)
      ORDER BY sort_day, id LIMIT \(memberLimit)
      """
    ).map(Patent.init(row:))
  }

  private static func identity(_ number: String) -> PatentIdentity? {
    (try? PublicationNumber(number)).map { PatentIdentity(text: "P:" + $0.description) }
  }

  /// Lists are written with semicolons, bars or line ends; a comma may stand inside an entry.
  private static func numbers(_ text: String) -> [String] {
    let parts = text.split { $0.isNewline || ";；|、".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
    return Array(parts.filter { !$0.isEmpty }.prefix(memberLimit))
  }
}

extension PatentDossier {
  /// All claims as the newest source that has them gives them, and that source.
  public var claims: (text: String, source: PatentSource)? {
    for source in sources.reversed() {
      if let saying = sayings(of: source).first(where: { $0.name == "claims" }) { return (saying.value, source) }
    }
    return nil
  }
}
