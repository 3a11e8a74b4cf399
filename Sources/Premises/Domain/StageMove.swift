public import Kernel

/// A tenant whose stage a new version of the criteria changes, with the thresholds that do it.
public struct StageMove: Equatable, Sendable {
  public let tenant: SocialCreditCode
  public let tenantName: String
  /// Nil where the stage could not be told.
  public let from: TenantStage?
  public let to: TenantStage?
  /// Never empty unless there were no criteria before.
  public let reasons: [StageChange]

  public init(
    tenant: SocialCreditCode, tenantName: String, from: TenantStage?, to: TenantStage?, reasons: [StageChange]
  ) {
    self.tenant = tenant
    self.tenantName = tenantName
    self.from = from
    self.to = to
    self.reasons = reasons
  }

  /// What `new` does to a tenant on `day`; nil where its stage stays.
  public init?(
    _ tenant: SocialCreditCode, named name: String, _ fact: TenantFact, from old: StageCriteria?,
    to new: StageCriteria, on day: Day
  ) {
    let (before, after) = (StageFinding(fact, by: old, on: day), StageFinding(fact, by: new, on: day))
    guard before.stage != after.stage else { return nil }
    self.init(
      tenant: tenant, tenantName: name, from: before.stage, to: after.stage,
      reasons: StageChange.between(old, new, for: fact, on: day))
  }

  /// The move without the tenant's own values.
  public func withoutReasons() -> StageMove {
    StageMove(tenant: tenant, tenantName: tenantName, from: from, to: to, reasons: [])
  }

  /// A mark of a whole list: another list has another (FNV-1a, 64 bits).
  public static func mark(of moves: [StageMove]) -> String {
    let text = moves.map { move in
      let stages = "\(move.from?.rawValue ?? "-") \(move.to?.rawValue ?? "-")"
      return "\(move.tenant) \(stages) \(move.reasons.map(\.description).joined(separator: "; "))"
    }.joined(separator: "\n")
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
}

/// A threshold whose verdict on a tenant is another under the new version.
public struct StageChange: Equatable, Sendable, CustomStringConvertible {
  public let stage: TenantStage
  public let measure: StageMeasure
  /// The tenant's own; nil where it is not known.
  public let value: Int64?
  /// Nil where the version has no such threshold.
  public let oldMinimum: Int64?
  public let newMinimum: Int64?

  public init(
    stage: TenantStage, measure: StageMeasure, value: Int64?, oldMinimum: Int64?, newMinimum: Int64?
  ) {
    self.stage = stage
    self.measure = measure
    self.value = value
    self.oldMinimum = oldMinimum
    self.newMinimum = newMinimum
  }

  /// The thresholds of which the tenant meets another than before.
  static func between(
    _ old: StageCriteria?, _ new: StageCriteria, for fact: TenantFact, on day: Day
  ) -> [StageChange] {
    [TenantStage.mature, .growing].flatMap { stage in
      StageMeasure.allCases.compactMap { measure in
        let value = measure.value(of: fact, on: day)
        let change = StageChange(
          stage: stage, measure: measure, value: value, oldMinimum: old?.minimum(of: stage, measure),
          newMinimum: new.minimum(of: stage, measure))
        return change.verdict(change.oldMinimum) == change.verdict(change.newMinimum) ? nil : change
      }
    }
  }

  /// A threshold that is not there holds nobody back; its verdict is its own.
  private func verdict(_ minimum: Int64?) -> StageVerdict? {
    minimum.map { minimum in value.map { $0 >= minimum ? .met : .missed } ?? .unknown }
  }

  /// As it is stored: `mature staff 30 25 40`, with `-` for what is not there.
  public var description: String {
    let numbers = [value, oldMinimum, newMinimum].map { $0.map(String.init) ?? "-" }
    return ([stage.rawValue, measure.rawValue] + numbers).joined(separator: " ")
  }

  /// Reads what ``description`` wrote.
  public init?(_ text: String) {
    let parts = text.split(separator: " " as Character).map(String.init)
    guard parts.count == 5, let stage = TenantStage(rawValue: parts[0]), let measure = StageMeasure(rawValue: parts[1])
    else { return nil }
    let numbers = parts[2...].map { $0 == "-" ? nil : Int64($0) }
    self.init(
      stage: stage, measure: measure, value: numbers[0], oldMinimum: numbers[1], newMinimum: numbers[2])
  }

  /// Which threshold, and which value: 成熟期·从业人员：本机构 30 人，门槛由 25 人改为 40 人.
  public var phrase: Phrase {
    let own = value.map { measure.phrase(of: $0) } ?? Phrase(zh: "未知", en: "unknown")
    let (before, after) = (Self.words(oldMinimum, measure), Self.words(newMinimum, measure))
    return Phrase(
      zh: "\(stage.phrase.zh)·\(measure.phrase.zh)：本机构\(own.zh)，门槛由\(before.zh)改为\(after.zh)",
      en: "\(stage.phrase.en), \(measure.phrase.en): it has \(own.en); at least \(before.en) before, \(after.en) now")
  }

  private static func words(_ minimum: Int64?, _ measure: StageMeasure) -> Phrase {
    minimum.map { measure.phrase(of: $0) } ?? Phrase(zh: "不设", en: "nothing")
  }
}
