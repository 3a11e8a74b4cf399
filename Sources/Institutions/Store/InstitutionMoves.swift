public import Kernel
public import Ledgers
public import Storage

/// What the register has of one institution, for work that lets it in or out.
public struct InstitutionEntry: Equatable, Sendable {
  public let record: ID<LedgerRecord>
  public let code: SocialCreditCode
  /// Whether it counts as one of the district's.
  public let isInDistrict: Bool
  public let activeFrom: Day
  /// The last day; nil while it is here.
  public let activeTo: Day?
  public let leftFor: String?
}

/// The record of `code`; nil where the register has none.
public func institutionEntry(of code: SocialCreditCode, in db: any Reading) throws -> InstitutionEntry? {
  try db.row(
    """
    SELECT id, in_district, active_from, active_to, left_for FROM institutions
    WHERE withdrawn_on IS NULL AND code = \(code.description)
    """
  ).map { row in
    var columns = row.columns
    return try InstitutionEntry(
      record: columns.id(), code: code, isInDistrict: columns.bool(), activeFrom: columns.day(),
      activeTo: columns.optional { try $0.day() }, leftFor: columns.optional { try $0.text() })
  }
}

/// What the register and the licences say of an institution, as forms take it: by the names of the ledger's fields, the
/// licence that holds on `day` as `licence_kind`, `licence_number`, `licence_from` and `licence_to`.
public func institutionProfile(of code: SocialCreditCode, on day: Day, in db: any Reading) throws -> [String: String] {
  let own = try db.row(
    """
    SELECT name, kind, main_category, categories, phone, services_offered, parent_name, parent_code, registered_on
    FROM institutions WHERE withdrawn_on IS NULL AND code = \(code.description)
    """)
  guard let own else { return [:] }
  var columns = own.columns
  var found: [String: String] = [:]
  for name in [
    "name", "kind", "main_category", "categories", "phone", "services_offered", "parent_name", "parent_code",
  ] {
    found[name] = try columns.optional { try $0.text() }
  }
  found["registered_on"] = try columns.optional { try $0.day() }?.description
  found["categories"] = found["categories"].map { $0.split(separator: ",").joined(separator: ";") }
  let licence = try db.row(
    """
    SELECT kind, number, valid_from, valid_to FROM licences
    WHERE withdrawn_on IS NULL AND stage = 'approved' AND institution = \(code.description)
      AND valid_from <= \(day) AND (valid_to IS NULL OR valid_to >= \(day)) ORDER BY valid_from DESC, id DESC LIMIT 1
    """)
  if let licence {
    var columns = licence.columns
    found["licence_kind"] = try columns.text()
    found["licence_number"] = try columns.text()
    found["licence_from"] = try columns.day().description
    found["licence_to"] = try columns.optional { try $0.day() }?.description
  }
  return found
}

/// The records of the cultivation list that are open for an institution on `day`.
public func openCultivations(
  of code: SocialCreditCode, on day: Day, in db: any Reading
) throws -> [ID<LedgerRecord>] {
  try db.rows(
    """
    SELECT id FROM cultivations
    WHERE withdrawn_on IS NULL AND institution = \(code.description) AND entered_on <= \(day)
      AND (ended_on IS NULL OR ended_on > \(day)) ORDER BY id
    """
  ).map { row in
    var columns = row.columns
    return try columns.id()
  }
}
