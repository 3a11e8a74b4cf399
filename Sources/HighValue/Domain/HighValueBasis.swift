public import Figures
public import Kernel

/// From which day the years of class H3 are counted.
public enum MaintenanceStart: String, CaseIterable, Sendable {
  case filing, grant
  /// Nobody has decided: both readings are shown.
  case open

  public var phrase: Phrase {
    switch self {
    case .filing: Phrase(zh: "自申请日起算", en: "From filing")
    case .grant: Phrase(zh: "自授权公告日起算", en: "From grant")
    case .open: Phrase(zh: "未裁定：两种读法并列", en: "Not decided: both readings are shown")
    }
  }

  /// What a rule entered in words says; nil where it says neither or both.
  public init?(words: Phrase) {
    let isFiling = words.zh.contains("申请") || words.en.lowercased().contains("filing")
    let isGrant = words.zh.contains("授权") || words.en.lowercased().contains("grant")
    guard isFiling != isGrant else { return nil }
    self = isFiling ? .filing : .grant
  }
}

extension Ruling {
  /// h3From: what nobody has published, so that it has to be decided.
  public static let maintenanceStart = Ruling(
    "HV-H3",
    question: Phrase(
      zh: "高价值发明专利“维持年限超过10年”自申请日还是自授权公告日起算？",
      en: "Are the ten years for which a high-value patent is maintained counted from filing or from grant?"),
    options: MaintenanceStart.ruled.map { RulingOption($0.rawValue, $0.phrase) },
    default: MaintenanceStart.open.rawValue)

  /// What figure C08 counts: what an authority has published, or the zone's own list.
  public static let highValueNumerator = Ruling(
    "AMB-17",
    question: Phrase(
      zh: "万人高价值发明专利拥有量的分子用官方公布数，还是用平台认定清单？",
      en: "Is the number of high-value patents the official count, or that of the platform’s own list?"),
    options: [
      RulingOption("official", Phrase(zh: "官方公布数（外部序列）", en: "The official count, an outside series")),
      RulingOption(
        "list", Phrase(zh: "平台认定清单中确定的件数（平台估算，非官方数）", en: "What is certain in the platform’s list: its own estimate")),
    ], default: "official")
}

extension MaintenanceStart {
  /// The open question first: it holds until somebody chooses.
  static let ruled: [MaintenanceStart] = [.open, .filing, .grant]
}

/// What the classes are decided by on a day: rules, rulings and the table of industries.
public struct HighValueBasis: Equatable, Sendable {
  public let day: Day
  /// The term of an invention patent from filing.
  public let termYears: Int
  /// More than so many years count for H3.
  public let maintainedYears: Int
  public let start: MaintenanceStart
  /// Whether the rule book says where the years start; else the ruling does.
  public let isStartByRule: Bool
  /// The smallest amount of a pledge for H4; nil where it is not known.
  public let leastPledge: Fen?
  /// Nil where none holds on the day.
  public let table: SEITable?

  public init(
    day: Day, termYears: Int = 20, maintainedYears: Int = 10, start: MaintenanceStart = .open,
    isStartByRule: Bool = false, leastPledge: Fen? = nil, table: SEITable? = nil
  ) {
    self.day = day
    self.termYears = termYears
    self.maintainedYears = maintainedYears
    self.start = start
    self.isStartByRule = isStartByRule
    self.leastPledge = leastPledge
    self.table = table
  }

  /// Why a class cannot be computed on the day, so that it has no number; nil where it can.
  public func hindrance(of kind: HighValueClass) -> Phrase? {
    switch kind {
    case .industry:
      guard table == nil else { return nil }
      return Phrase(
        zh: "不可计算：当日没有已导入的战略性新兴产业与 IPC 参照关系表",
        en: "Not computable: no table of strategic emerging industries and the IPC holds on that day")
    case .pledged:
      guard leastPledge == nil else { return nil }
      return Phrase(
        zh: "不可计算：质押融资金额门槛未知，质押已照登记，规则明确后即可认定",
        en: "Not computable: the smallest amount of a pledge is not known; pledges are on record and count once it is")
    case .overseas, .maintained, .awarded: return nil
    }
  }

  /// The classes that are computable, and those that are not.
  public var computable: [HighValueClass] { HighValueClass.allCases.filter { hindrance(of: $0) == nil } }
  public var hindered: [HighValueClass] { HighValueClass.allCases.filter { hindrance(of: $0) != nil } }
}
