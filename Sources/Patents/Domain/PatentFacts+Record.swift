import Kernel

extension PatentFacts {
  /// What one row of a file says, as the register keeps it.
  public init(_ record: PatentRecord) {
    self.init()
    self[.office] = record.office
    self[.publicationNumber] = record.publicationNumber?.description
    // A number whose check symbol is missing or wrong identifies nothing; it stays as it was given.
    self[.applicationNumber] =
      record.applicationNumberState == .verified ? record.applicationNumber?.description : nil
    self[.applicationRaw] = record.applicationNumberRaw
    self[.applicationState] = record.applicationNumberState?.rawValue
    self[.kind] = record.kind?.rawValue
    self[.title] = record.title
    self[.abstract] = record.abstract
    self[.firstClaim] = record.firstClaim
    self[.applicants] = Self.lines(record.applicants)
    self[.inventors] = Self.lines(record.inventors)
    self[.agents] = Self.lines(record.agents)
    self[.agency] = record.agency
    self[.agencyCode] = record.agencyCode?.description
    self[.ipc] = Self.lines(record.ipc)
    self[.locarno] = Self.lines(record.locarno)
    self[.filingDay] = record.filingDay?.description
    self[.publicationDay] = record.publicationDay?.description
    self[.grantDay] = record.grantDay?.description
    self[.priorityDay] = record.priorityDay?.description
    self[.address] = record.address
    self[.province] = record.province
    self[.legalStatus] = record.legalStatus
    self[.language] = record.language
  }

  /// One value a line; a line break inside a value becomes a space, so that it stays one value.
  private static func lines(_ values: [String]) -> String? {
    guard let first = values.first else { return nil }
    if values.count == 1, !first.utf8.contains(0x0A) { return first }
    return values.map { $0.utf8.contains(0x0A) ? $0.split(separator: "\n").joined(separator: " ") : $0 }
      .joined(separator: "\n")
  }
}
