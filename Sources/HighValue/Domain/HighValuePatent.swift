public import Kernel
public import Patents

/// An invention patent with all that the five classes ask of the register.
public struct HighValuePatent: Equatable, Sendable {
  public let number: ApplicationNumber
  /// The publication of the grant, else the first.
  public let patent: ID<Patent>
  public let title: String?
  public let applicants: [String]
  public let filedOn: Day?
  public let grantedOn: Day?
  public let ipc: [IPCSymbol]
  public let place: PlaceStanding
  /// In the words of a source.
  public let status: String?
  public let statusDay: Day?
  public let endedOn: Day?
  /// At other offices than the Chinese.
  public let family: [FamilyMember]

  public init(
    number: ApplicationNumber, patent: ID<Patent>, title: String? = nil, applicants: [String] = [],
    filedOn: Day? = nil, grantedOn: Day? = nil, ipc: [IPCSymbol] = [], place: PlaceStanding = .inside,
    status: String? = nil, statusDay: Day? = nil, endedOn: Day? = nil, family: [FamilyMember] = []
  ) {
    self.number = number
    self.patent = patent
    self.title = title
    self.applicants = applicants
    self.filedOn = filedOn
    self.grantedOn = grantedOn
    self.ipc = ipc
    self.place = place
    self.status = status
    self.statusDay = statusDay
    self.endedOn = endedOn
    self.family = family
  }
}
