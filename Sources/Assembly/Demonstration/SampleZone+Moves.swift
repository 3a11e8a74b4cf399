import Access
import Kernel
import Matters
import Premises

/// Tenants that the demonstration lets leave or move.
struct SampleTenants {
  /// With a room and a record in the register.
  var settled: [SampleZone.Organisation] = []
  /// Whose stage is another by now than when they came.
  var grown: [(tenant: SampleZone.Organisation, stage: TenantStage)] = []
}

extension SampleZone {
  /// Somebody that a matter is for.
  struct Organisation: Hashable {
    let code: String
    let name: String
  }

  /// Applications to move in, at every stage.
  var moveIns: [SampleMatter] {
    let (growing, starting, mature) = (Size.growing, Size.starting, Size.mature)
    return [
      application(1, starting, 62).judged(58).public(50).cleared(40).then(
        "sign", 38, by: .centre, Self.contract(38, today)),
      application(2, growing, 60).judged(55).public(47).cleared(36).then(
        "sign", 33, by: .centre, Self.contract(33, today)),
      application(3, growing, 34).judged(30).public(24).cleared(12),
      application(4, growing, 33).judged(29).public(23).cleared(11),
      application(5, growing, 32).judged(28).public(22).cleared(10),
      application(6, mature, 9).judged(6).public(1), application(7, starting, 10).judged(7).public(2),
      application(8, growing, 12).judged(9).public(4)
        .objected(3),
      application(9, growing, 8).judging(5)
        .then("vote", 4, by: .expert, Self.vote("for"))
        .then("vote", 3, by: .regulator, Self.vote("for")),
      application(10, mature, 8).judging(5).then("stand-aside", 4, by: .expert, because: "（示例）曾在该机构任职"),
      application(11, starting, 7).then("accept", 6, by: .centre).visited(4),
      application(12, growing, 5).then("accept", 3, by: .centre),
      application(13, growing, 4, files: ["business"])
        .then("ask", 3, by: .centre, ["missing": "licence"], because: "（示例）请上传专利代理机构执业许可证"),
      application(14, starting, 1),
      application(15, growing, 28, files: ["business"])
        .then("ask", 26, by: .centre, ["missing": "licence"], because: "（示例）请上传执业许可证")
        .then("supplement", 22, by: .agency(newcomer(15)), ["supplied": "（示例）尚在办理"])
        .then("refuse", 21, by: .centre, ["ground": "licence"], because: "（示例）补正后仍未提交执业许可证"),
      application(16, starting, 40).judging(36)
        .then("vote", 34, by: .expert, Self.vote("against")).then("vote", 34, by: .regulator, Self.vote("against"))
        .then("vote", 33, by: .role(.government), Self.vote("for"))
        .then("turn-down", 32, by: .centre, ["decision_number": "示例-评审-16"], because: "（示例）服务类别与片区定位不符"),
      application(17, growing, 16).then("withdraw", 14, by: .agency(newcomer(17))),
      application(18, growing, 70).judged(66).public(60).cleared(50).then(
        "give-up", 30, by: .centre, because: "（示例）逾期未签约"),
      application(19, starting, 21).judged(17).public(12).objected(9)
        .then("overrule", 7, by: .centre, because: "（示例）现场核实场所在用"),
      application(20, growing, 23).judged(19).public(14).objected(11)
        .then("uphold", 8, by: .centre, because: "（示例）合同主体与申请人不一致，须重新评审"),
      application(21, mature, 13).judging(10).then("stand-aside", 9, by: .expert, because: "（示例）与该机构有合作")
        .then("replace", 8, by: .centre, naming: [.role(.inspector)]),
    ]
  }

  /// How many days ago the moves to another stage were filed.
  static let movesFiledAgo = [21, 20, 19]

  /// Departures and moves, at every stage.
  func moveOuts(_ tenants: SampleTenants) -> [SampleMatter] {
    let made: [(SampleZone.Organisation) -> SampleMatter] = [
      {
        raised($0, 34, Self.own(today, 20)).decided(32).handedOver($0, 28).then(
          "complete", 25, by: .centre, ["keys_back": "yes"])
      },
      { raised($0, 14, Self.own(today, -10)).decided(12).handedOver($0, 5) },
      { raised($0, 2, Self.own(today, -30)) },
      { raised($0, 3, Self.appraised).then("notify", 2, by: .centre, because: "（示例）两次考核不合格") },
      {
        raised($0, 26, Self.appraised).then("notify", 25, by: .centre, because: "（示例）两次考核不合格")
          .then("state", 21, by: .agency($0), ["statement": "（示例）第二次考核计分有误"])
          .then("hear", 18, by: .centre, ["hearing_note": "（示例）已核对评分表，不予采纳"]).decided(16)
          .then("contest", 14, by: .agency($0), ["dispute": "（示例）第二次考核计分有误"])
      },
      {
        raised($0, 20, Self.expired(today)).then("notify", 19, by: .centre, because: "（示例）合同到期未续签")
          .then("state", 16, by: .agency($0), ["statement": "（示例）希望续签"])
          .then("hear", 12, by: .centre, ["hearing_note": "（示例）同意研究续签"])
      },
      {
        raised($0, 30, Self.expired(today)).then("notify", 29, by: .centre, because: "（示例）合同到期未续签")
          .then("lapse-statement", 18, by: .zone)
      },
      {
        raised($0, 45, Self.expired(today)).then("notify", 44, by: .centre, because: "（示例）合同到期")
          .then("state", 41, by: .agency($0), ["statement": "（示例）已补签合同"])
          .then("hear", 38, by: .centre, ["hearing_note": "（示例）合同已续签"])
          .then("decide-stay", 36, by: .centre, ["decision_number": "示例-迁出-8"], because: "（示例）合同已续签")
      },
      { raised($0, 11, Self.own(today, -5)).then("withdraw", 9, by: .agency($0)) },
      // Dissolved, and nobody left to hand anything in: what was on paper the centre enters.
      {
        raised($0, 40, Self.expired(today)).then("notify", 39, by: .centre, because: "（示例）合同到期未续签")
          .then("lapse-statement", 30, by: .zone)
          .then("hear", 29, by: .centre, ["hearing_note": "（示例）逾期未陈述"]).decided(28)
          .then("hand-over", 20, by: .centre, ["clients": "0", "handed_to": "（示例）据其纸质清单登记"])
      },
      {
        raised($0, 24, Self.expired(today)).then("notify", 23, by: .centre, because: "（示例）合同到期")
          .then("drop", 22, by: .centre, because: "（示例）登记的到期日有误")
      },
    ]
    let moves = tenants.grown.prefix(3).enumerated().map { place, grown -> SampleMatter in
      let asked = raised(
        grown.tenant, Self.movesFiledAgo[place], ["ground": "stage", "wanted_stage": grown.stage.rawValue])
      let agreed = asked.then("decide-move", 18, by: .centre, ["decision_number": "示例-换址-\(place + 1)"])
      return [agreed.then("move", 15, by: .centre, ["contract": "示例-换址合同-1"]), agreed, asked][place]
    }
    return zip(made, tenants.settled).map { $0($1) } + moves
  }

  /// An invented institution that is not in the register yet.
  private func newcomer(_ number: Int) -> Organisation {
    Organisation(code: SampleCode.organisation(kind: 3, number), name: "示例新设知识产权服务机构\(number)号")
  }

  private func application(
    _ number: Int, _ size: Size, _ ago: Int, files: [String] = ["business", "licence"]
  ) -> SampleMatter {
    let newcomer = newcomer(number)
    let texts = [
      "name": newcomer.name, "kind": "company", "registered_on": "\(today.adding(days: -366 * size.years))",
      "main_category": "agency", "categories": "agency;consulting", "phone": "025-00000\(String(100 + number))",
      "services_offered": "（示例）专利代理和检索分析", "licence": "patent-agency", "licence_number": "示例-许可-\(number)",
      "licence_from": "\(today.adding(days: -300))", "staff": "\(size.staff)", "total_revenue": "\(size.revenue + 20)",
      "ip_revenue": "\(size.revenue)", "stage": size.stage.rawValue, "site": size.stage.plannedSite.rawValue,
      "stage_basis": "criteria", "wanted_area": "60", "wanted_from": "\(today.adding(days: 30))",
      "commitments": "lawful;local;returns;true", "planned_revenue": "\(size.revenue + 50)",
      "planned_staff": "\(size.staff + 3)",
    ]
    return filed("move-in", for: newcomer, ago, texts, onTheWeb: number % 6 == 0).with(files: files)
  }

  private func raised(_ tenant: Organisation, _ ago: Int, _ texts: [String: String]) -> SampleMatter {
    let matter = filed(
      "move-out", for: tenant, ago, ["wish": "（示例）业务调整"].merging(texts) { $1 },
      onTheWeb: texts["ground"] == "stage")
    // What a counter files at the tenant's own wish the tenant has signed.
    return texts["ground"] == "own" ? matter.with(files: [Leaving.papersMaterial]) : matter
  }

  /// Most are taken in at the counter: nobody acts for all of them on the web.
  private func filed(
    _ procedure: String, for organisation: Organisation, _ ago: Int, _ texts: [String: String], onTheWeb: Bool
  ) -> SampleMatter {
    guard !onTheWeb else { return SampleMatter(procedure, by: .agency(organisation), ago, texts, to: .centre) }
    return SampleMatter(procedure, by: .centre, ago, texts, to: .centre)
      .through(.counter, for: organisation.name, of: try? SocialCreditCode(organisation.code))
  }

  private static func contract(_ ago: Int, _ today: Day) -> [String: String] {
    ["lease_end": "\(today.adding(days: 1_000))", "contract": "示例-合同-\(ago)"]
  }

  private static func vote(_ vote: String) -> [String: String] {
    ["no_tie": "yes", "vote": vote, "opinion": "（示例）意见"]
  }

  private static func own(_ today: Day, _ ago: Int) -> [String: String] {
    ["ground": "own", "wanted_last": "\(today.adding(days: -ago))"]
  }

  private static func expired(_ today: Day) -> [String: String] {
    ["ground": "expired", "contract_end": "\(today.adding(days: -50))"]
  }

  private static let appraised = [
    "ground": "appraisal", "first_appraisal": "示例-考核-1", "second_appraisal": "示例-考核-2",
  ]

  /// How large an applicant is, by the demonstration's criteria.
  private struct Size {
    let stage: TenantStage
    let staff: Int
    /// From intellectual-property services, in 万元.
    let revenue: Int
    let years: Int

    static let starting = Size(stage: .starting, staff: 6, revenue: 80, years: 1)
    static let growing = Size(stage: .growing, staff: 16, revenue: 360, years: 4)
    static let mature = Size(stage: .mature, staff: 45, revenue: 1_600, years: 9)
  }
}

extension TenantStage {
  fileprivate var plannedSite: SiteCode { SiteCode.allCases.first { $0.plannedStage == self } ?? .centre }
}

extension SampleMatter {
  fileprivate func visited(_ ago: Int) -> SampleMatter {
    then("visit", ago, by: .role(.baseManager), ["visit_note": "（示例）场所真实，人员在岗", "visit_advice": "for"])
  }

  /// Before its panel of three.
  fileprivate func judging(_ ago: Int) -> SampleMatter {
    then("accept", ago + 1, by: .centre).visited(ago)
      .then("convene", ago, by: .centre, naming: [.expert, .regulator, .role(.government)])
  }

  /// With all three votes for it.
  fileprivate func judged(_ ago: Int) -> SampleMatter {
    let vote = ["no_tie": "yes", "vote": "for", "opinion": "（示例）符合分期标准"]
    return [SampleActor.expert, .regulator, .role(.government)].reduce(judging(ago)) {
      $0.then("vote", ago, by: $1, vote)
    }
  }

  fileprivate func `public`(_ ago: Int) -> SampleMatter {
    then("admit", ago, by: .centre, ["decision_number": "示例-评审-\(texts["phone"]?.suffix(3) ?? "")"])
  }

  fileprivate func objected(_ ago: Int) -> SampleMatter {
    then(
      "object", ago, by: .centre,
      ["objection": "（示例）办公场所已转租", "objector": "示例异议人", "objector_contact": "示例号码"])
  }

  fileprivate func cleared(_ ago: Int) -> SampleMatter { then("lapse-publicity", ago, by: .zone) }

  fileprivate func decided(_ ago: Int) -> SampleMatter {
    then("decide-leave", ago, by: .centre, ["decision_number": "示例-迁出-\(ago)"], because: "（示例）经研究决定")
  }

  fileprivate func handedOver(_ tenant: SampleZone.Organisation, _ ago: Int) -> SampleMatter {
    then("hand-over", ago, by: .agency(tenant), ["clients": "2", "handed_to": "（示例）由同区机构承接"])
  }
}
