public import Kernel
import Parties
public import Patents
public import Storage

/// What other parts of the zone ask of the register of patents, inside their own transactions.
public enum PatentRegister {
  /// Chinese applications by their numbers; those that the register does not have are left out.
  public static func find(_ numbers: [ApplicationNumber], in db: any Reading) throws -> [RegisterEntry] {
    var found: [Patent] = []
    for chunk in numbers.map(\.description).chunks(of: 500) {
      found += try db.rows(
        "SELECT \(PatentRows.columns) FROM patents WHERE application_number IN \(SQL.list(chunk)) ORDER BY id"
      ).map(Patent.init(row:))
    }
    return entries(of: found)
  }

  /// Chinese applications of a party under any of its spellings, the newest filing first.
  ///
  /// - Parameter name: in any spelling of width, case, brackets and spaces.
  public static func applied(
    by name: String, limit: Int, in db: any Reading
  ) throws -> [RegisterEntry] {
    let found = try db.rows(
      """
      SELECT \(PatentRows.columns) FROM patents
      WHERE office = 'CN' AND application_number IS NOT NULL AND filing_day IS NOT NULL AND id IN (
        SELECT patent FROM patent_names WHERE role = \(PatentRole.applicant.rawValue) AND name IN (
          SELECT id FROM party_names WHERE party IN (
            SELECT party FROM party_names WHERE folded = \(foldedName(name)))))
      ORDER BY filing_day DESC, id DESC LIMIT \(2 * limit)
      """
    ).map(Patent.init(row:))
    return Array(entries(of: found).prefix(limit))
  }

  /// How large the family of a patent is and how often it is cited, as the sources of the register say.
  public static func weights(of patent: ID<Patent>, in db: any Reading) throws -> [(name: Phrase, value: String)] {
    let said = try SayingRows.sayings(of: patent, in: db).values.flatMap { $0 }
    return ["family-simple-count", "citation-count", "cited-by", "family-cited-by-count"].compactMap { name in
      said.first { $0.name == name }.map { (PatentExtraName.phrase(of: name), $0.value) }
    }
  }

  /// The publications of an application together, in the order in which applications first occur.
  private static func entries(of patents: [Patent]) -> [RegisterEntry] {
    var (order, found): ([ApplicationNumber], [ApplicationNumber: RegisterEntry]) = ([], [:])
    for patent in patents {
      guard let text = patent.facts[.applicationNumber], let number = try? ApplicationNumber(text) else { continue }
      if found[number] == nil { order.append(number) }
      found[number] = RegisterEntry(number, patent, after: found[number])
    }
    return order.compactMap { found[$0] }
  }
}

/// A Chinese application as all its publications in the register have it together.
public struct RegisterEntry: Equatable, Sendable {
  public let number: ApplicationNumber
  /// The publication of the grant, else the first.
  public let patent: ID<Patent>
  public let title: String?
  public let kind: PatentKind
  public let filedOn: Day?
  public let grantedOn: Day?
  public let applicants: [String]
  public let inventors: [String]
  public let legalStatus: String?

  init(_ number: ApplicationNumber, _ patent: Patent, after earlier: RegisterEntry?) {
    let facts = patent.facts
    let granted = facts.day(.grantDay) ?? (Self.isGrant(facts) ? facts.day(.publicationDay) : nil)
    let isBetter = earlier.map { $0.grantedOn == nil && granted != nil } ?? true
    self.number = number
    self.patent = isBetter ? patent.id : earlier?.patent ?? patent.id
    title = (isBetter ? facts[.title] : earlier?.title) ?? facts[.title] ?? earlier?.title
    kind = facts[.kind].flatMap { PatentKind(rawValue: $0) } ?? PatentKind(number.kind)
    filedOn = earlier?.filedOn ?? facts.day(.filingDay)
    grantedOn = earlier?.grantedOn ?? granted
    applicants = isBetter ? facts.list(.applicants) : earlier?.applicants ?? []
    inventors = isBetter ? facts.list(.inventors) : earlier?.inventors ?? []
    legalStatus = facts[.legalStatus] ?? earlier?.legalStatus
  }

  private static func isGrant(_ facts: PatentFacts) -> Bool {
    PatentRegister.isGrant(publication: facts[.publicationNumber])
  }
}

extension PatentRegister {
  /// Whether a Chinese publication announces a grant.
  ///
  /// Source: ZC 0008—2004: B and C are granted inventions, U and Y utility models, S designs.
  static func isGrant(publication text: String?) -> Bool {
    guard let text, let number = try? PublicationNumber(text), number.office == "CN" else { return false }
    return ["B", "C", "U", "Y", "S"].contains { number.kindCode.hasPrefix($0) }
  }
}
