public import Kernel

/// A dated list of industry clusters, such as Jiangning's 5+4+5.
public struct ClusterList: Equatable, Sendable {
  public let id: ID<ClusterList>
  public let scheme: ClusterScheme
  public let from: Day
  public let standing: ClusterStanding
  /// Where the names were found, and what is not known.
  public let source: Phrase
  public let revision: Int64

  public init(
    id: ID<ClusterList>, scheme: ClusterScheme, from: Day, standing: ClusterStanding, source: Phrase,
    revision: Int64 = 0
  ) {
    self.id = id
    self.scheme = scheme
    self.from = from
    self.standing = standing
    self.source = source
    self.revision = revision
  }

  /// The list of `scheme` that holds on `day`: the one with the latest first day.
  public static func inForce(_ lists: [ClusterList], of scheme: ClusterScheme, on day: Day) -> ClusterList? {
    lists.filter { $0.scheme == scheme && $0.from <= day }.max { $0.from < $1.from }
  }
}

public enum ClusterScheme: String, CaseIterable, Sendable {
  case jiangning
  case nanjing

  public var phrase: Phrase {
    switch self {
    case .jiangning: Phrase(zh: "江宁区“5+4+5”创新型产业集群", en: "Jiangning's “5+4+5” innovative clusters")
    case .nanjing: Phrase(zh: "南京市“4266”产业体系", en: "Nanjing's “4266” industries")
    }
  }

  /// How many names a whole list has.
  public var size: Int {
    switch self {
    case .jiangning: 14
    case .nanjing: 18
    }
  }
}

public enum ClusterStanding: String, CaseIterable, Sendable {
  case provisional, confirmed

  public var phrase: Phrase {
    switch self {
    case .provisional: Phrase(zh: "待确认", en: "Provisional")
    case .confirmed: Phrase(zh: "已确认", en: "Confirmed")
    }
  }
}

/// One industry of a list.
public struct Cluster: Equatable, Sendable {
  public let id: ID<Cluster>
  public let list: ID<ClusterList>
  public let place: Int
  /// The same industry has the same code in every list, such as `smart-grid`.
  public let code: String
  public let name: Phrase
  /// The part of the list, such as 支柱产业.
  public let group: Phrase

  /// As people write it.
  public var entry: ClusterEntry { ClusterEntry(code, name, in: group) }

  public init(id: ID<Cluster>, list: ID<ClusterList>, place: Int, code: String, name: Phrase, group: Phrase) {
    self.id = id
    self.list = list
    self.place = place
    self.code = code
    self.name = name
    self.group = group
  }
}

/// That a tenant serves a cluster, as the centre recorded it.
public struct ClusterService: Equatable, Sendable {
  public let id: ID<ClusterService>
  /// ``Cluster/code``.
  public let cluster: String
  public let tenant: SocialCreditCode
  public var stay: Stay
  /// What shows it, such as the contracts with firms of the cluster.
  public let ground: String
  public var isWithdrawn: Bool
  public let revision: Int64

  public init(
    id: ID<ClusterService>, cluster: String, tenant: SocialCreditCode, stay: Stay, ground: String,
    isWithdrawn: Bool = false, revision: Int64 = 0
  ) {
    self.id = id
    self.cluster = cluster
    self.tenant = tenant
    self.stay = stay
    self.ground = ground
    self.isWithdrawn = isWithdrawn
    self.revision = revision
  }
}

/// The tenants that serve one cluster on a day.
public struct ClusterCoverage: Equatable, Sendable {
  public let cluster: Cluster
  public let tenants: [Tenant]

  public struct Tenant: Equatable, Sendable {
    public let code: SocialCreditCode
    public let name: String
    /// The centre's own record; nil where the institution says so itself.
    public let service: ID<ClusterService>?

    public init(code: SocialCreditCode, name: String, service: ID<ClusterService>?) {
      self.code = code
      self.name = name
      self.service = service
    }
  }

  public init(cluster: Cluster, tenants: [Tenant]) {
    self.cluster = cluster
    self.tenants = tenants
  }

  /// Nobody in the premises serves it.
  public var isGap: Bool { tenants.isEmpty }
}
