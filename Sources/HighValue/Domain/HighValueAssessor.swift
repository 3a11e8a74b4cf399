import Evidence
public import Kernel
import Ledgers

/// Decides for each patent which of the five classes it is of on a day.
public struct HighValueAssessor: Sendable {
  public let basis: HighValueBasis
  private let index: SEIIndex?
  private let pledges: [ApplicationNumber: [PatentPledge]]
  private let awards: [ApplicationNumber: [PatentAward]]

  /// - Parameter index: the rows of ``HighValueBasis/table``.
  public init(
    _ basis: HighValueBasis, index: SEIIndex? = nil, pledges: [ApplicationNumber: [PatentPledge]] = [:],
    awards: [ApplicationNumber: [PatentAward]] = [:]
  ) {
    self.basis = basis
    self.index = basis.table == nil ? nil : index
    self.pledges = pledges
    self.awards = awards
  }

  public func assess(_ patent: HighValuePatent) -> HighValueAssessment {
    let right = RightStanding(
      filedOn: patent.filedOn, grantedOn: patent.grantedOn, status: patent.status, statusDay: patent.statusDay,
      endedOn: patent.endedOn, years: basis.termYears, on: basis.day)
    let findings = [industry(patent), overseas(patent), maintained(patent), pledged(patent), awarded(patent)]
    return HighValueAssessment(
      patent, right, findings: findings.compactMap(\.self), doubt: Self.doubt(right, patent.place))
  }

  private static func doubt(_ right: RightStanding, _ place: PlaceStanding) -> Phrase? {
    if right == .unstated {
      return Phrase(zh: "各来源都未说明当前是否有效", en: "no source says whether the right is in force")
    }
    if place == .likely {
      return Phrase(zh: "地址提到本区，但未写明区名", en: "the address names the district without saying that it is one")
    }
    return nil
  }

  private func industry(_ patent: HighValuePatent) -> HighValueFinding? {
    guard let index, let (row, symbol) = index.rows(of: patent.ipc).first else { return nil }
    let words = Phrase(
      zh: "分类号 \(symbol) 对应 \(row.seiCode) \(row.seiName)（\(row.pattern)）",
      en: "\(symbol) is of \(row.seiCode) \(row.seiName) (\(row.pattern))")
    let proof = HighValueFinding.Proof.row(row.table, place: row.place)
    guard let condition = row.condition else { return HighValueFinding(.industry, .certain, words, proof: proof) }
    return HighValueFinding(
      .industry, .probable,
      Phrase(zh: "\(words.zh)，须符合条件：\(condition)", en: "\(words.en), on the condition: \(condition)"), proof: proof)
  }

  private func overseas(_ patent: HighValuePatent) -> HighValueFinding? {
    let known = patent.family.filter { $0.publishedOn.map { $0 <= basis.day } ?? true }
    let order: [FamilyStanding] = [.granted, .application, .undecided]
    guard let member = order.lazy.compactMap({ wanted in known.first { $0.standing == wanted } }).first else {
      return nil
    }
    return HighValueFinding(
      .overseas, member.standing == .granted ? .certain : .probable,
      Phrase(
        zh: "来源所列同族 \(member.number)：\(member.standing.phrase.zh)",
        en: "family member \(member.number): \(member.standing.phrase.en)"),
      proof: member.patent.map { .document($0) })
  }

  private func maintained(_ patent: HighValuePatent) -> HighValueFinding? {
    let byFiling = isBeyond(patent.filedOn)
    let byGrant = isBeyond(patent.grantedOn)
    func finding(_ certainty: Certainty, _ zh: String, _ en: String) -> HighValueFinding {
      HighValueFinding(.maintained, certainty, Phrase(zh: zh, en: en))
    }
    let years = basis.maintainedYears
    let filed = patent.filedOn?.description ?? ""
    let granted = patent.grantedOn?.description ?? ""
    switch basis.start {
    case .filing:
      return byFiling
        ? finding(.certain, "自申请日 \(filed) 起已超过 \(years) 年", "more than \(years) years from filing on \(filed)") : nil
    case .grant:
      return byGrant
        ? finding(.certain, "自授权公告日 \(granted) 起已超过 \(years) 年", "more than \(years) years from grant on \(granted)")
        : nil
    case .open:
      if byGrant, byFiling {
        return finding(
          .certain, "自申请日 \(filed)、自授权公告日 \(granted) 起算都已超过 \(years) 年",
          "more than \(years) years from filing on \(filed) and from grant on \(granted)")
      }
      guard byFiling else { return nil }
      return finding(
        .probable, "自申请日 \(filed) 起已超过 \(years) 年，自授权公告日起未超过；起算点未裁定",
        "more than \(years) years from filing on \(filed), not from grant; which counts is not decided")
    }
  }

  /// On the day that corresponds to the first one the years are full, and not yet exceeded.
  private func isBeyond(_ first: Day?) -> Bool {
    first.map { $0.adding(months: 12 * basis.maintainedYears) < basis.day } ?? false
  }

  /// Nothing while the smallest amount is not known.
  private func pledged(_ patent: HighValuePatent) -> HighValueFinding? {
    guard let least = basis.leastPledge else { return nil }
    let large = (pledges[patent.number] ?? []).filter { pledge in
      pledge.registeredOn <= basis.day && pledge.amount.map { $0 >= least } == true
    }
    guard let best = large.max(by: { $0.grade < $1.grade }) else { return nil }
    let words = Phrase(
      zh: "\(best.registeredOn) 登记的质押达到门槛",
      en: "a pledge registered on \(best.registeredOn) reaches the smallest amount")
    return proven(.pledged, words, best.grade, .pledge(best.id))
  }

  private func awarded(_ patent: HighValuePatent) -> HighValueFinding? {
    let found = (awards[patent.number] ?? []).filter { award in
      award.kind != .other && (award.announcedOn.map { $0 <= basis.day } ?? (award.year <= basis.day.year))
    }
    // One that is surely given before the one of this year whose day is not known.
    let best = found.max { one, other in (isGiven(one) ? 1 : 0, one.grade) < (isGiven(other) ? 1 : 0, other.grade) }
    guard let best else { return nil }
    let words = Phrase(
      zh: "\(best.year) 年度\(best.kind.phrase.zh)", en: "\(best.kind.phrase.en), \(best.year)")
    guard isGiven(best) else {
      return HighValueFinding(
        .awarded, .probable,
        Phrase(zh: "\(words.zh)，公布日期未登记", en: "\(words.en), whose day of announcement is not on record"),
        proof: .award(best.id))
    }
    return proven(.awarded, words, best.grade, .award(best.id))
  }

  private func isGiven(_ award: PatentAward) -> Bool { award.announcedOn != nil || award.year < basis.day.year }

  /// A record that rests on a mere declaration makes nothing certain.
  private func proven(
    _ kind: HighValueClass, _ words: Phrase, _ grade: EvidenceGrade, _ proof: HighValueFinding.Proof
  ) -> HighValueFinding {
    guard !grade.meets(.g2) else { return HighValueFinding(kind, .certain, words, proof: proof, grade: grade) }
    return HighValueFinding(
      kind, .probable,
      Phrase(zh: "\(words.zh)，佐证仅为 \(grade.code)", en: "\(words.en), on evidence of grade \(grade.code) only"),
      proof: proof,
      grade: grade)
  }
}
