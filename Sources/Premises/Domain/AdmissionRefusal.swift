public import Kernel

/// Why an application to move in, or a step of it, is not taken.
public enum AdmissionRefusal: Refusal, Equatable {
  case noOrganisation
  case tenantAlready(room: String)
  case notAllCommitted
  case partAboveWhole
  case dayOver(field: String)
  case dayAhead(field: String)
  /// The criteria say another stage than was chosen.
  case otherStage(TenantStage)
  case otherSite(SiteCode, for: TenantStage)
  /// What is missing is asked for once.
  case askedAlready
  case licenceMissing
  case panelTooSmall
  case tieDeclared
  case votedAlready
  case votesMissing([String])
  case wrongVotes(yes: Int, no: Int)
  case nameMissing(String)
  case majorityAgainst
  case majorityFor
  case noSuchRoom(String, at: SiteCode)
  case roomAmbiguous(String)
  case leaseTooShort
  case licenceExpired(Day)
  /// Objections are taken until the last day of the publicity.
  case publicityOver

  public var kind: RefusalKind {
    switch self {
    case .tenantAlready, .askedAlready, .licenceMissing, .votedAlready, .votesMissing, .majorityAgainst, .majorityFor,
      .publicityOver:
      .conflict
    case .noOrganisation, .notAllCommitted, .partAboveWhole, .dayOver, .dayAhead, .otherStage, .otherSite,
      .panelTooSmall, .tieDeclared, .wrongVotes, .nameMissing, .noSuchRoom, .roomAmbiguous, .leaseTooShort,
      .licenceExpired:
      .invalid
    }
  }

  public var code: String {
    switch self {
    case .noOrganisation: "move-in.no-organisation"
    case .tenantAlready: "move-in.tenant-already"
    case .notAllCommitted: "move-in.not-all-committed"
    case .partAboveWhole: "move-in.part-above-whole"
    case .dayOver: "move-in.day-over"
    case .dayAhead: "move-in.day-ahead"
    case .otherStage: "move-in.other-stage"
    case .otherSite: "move-in.other-site"
    case .askedAlready: "move-in.asked-already"
    case .licenceMissing: "move-in.licence-missing"
    case .panelTooSmall: "move-in.panel-too-small"
    case .tieDeclared: "move-in.tie-declared"
    case .votedAlready: "move-in.voted-already"
    case .votesMissing: "move-in.votes-missing"
    case .wrongVotes: "move-in.wrong-votes"
    case .nameMissing: "move-in.name-missing"
    case .majorityAgainst: "move-in.majority-against"
    case .majorityFor: "move-in.majority-for"
    case .noSuchRoom: "move-in.no-such-room"
    case .roomAmbiguous: "move-in.room-ambiguous"
    case .leaseTooShort: "move-in.lease-too-short"
    case .licenceExpired: "move-in.licence-expired"
    case .publicityOver: "move-in.publicity-over"
    }
  }

  public var field: String? {
    switch self {
    case .notAllCommitted: "commitments"
    case .partAboveWhole: "ip_revenue"
    case .dayOver(let field), .dayAhead(let field): field
    case .otherStage: "stage"
    case .otherSite: "site"
    case .panelTooSmall: "appointed"
    case .tieDeclared: "no_tie"
    case .wrongVotes: "votes_for"
    case .nameMissing: "panel_names"
    case .noSuchRoom, .roomAmbiguous: "room"
    case .leaseTooShort: "lease_end"
    case .licenceExpired: "licence_to"
    case .noOrganisation, .tenantAlready, .askedAlready, .licenceMissing, .votedAlready, .votesMissing,
      .majorityAgainst, .majorityFor, .publicityOver:
      nil
    }
  }
}
