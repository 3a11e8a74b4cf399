public import Kernel
public import Matters

/// Why a departure or a move, or a step of it, is not taken.
public enum LeavingRefusal: Refusal, Equatable {
  case noOrganisation
  case noRoom
  /// The centre raises it, not the tenant.
  case centreRaises
  case stageUnknown
  case otherStage(TenantStage)
  case sameStage(TenantStage)
  /// Whoever does not leave by its own wish is heard before the decision.
  case notHeard
  case notAsked
  case notAMove
  case isAMove
  case otherSite(SiteCode)
  case supportEndsWithDecision
  case raisedByCentre
  case nothingHandedOver
  /// The time to leave is over and there is no list: then it is said why.
  case noListUnexplained
  case keysOut
  /// Another departure of the tenant is being worked on.
  case openAlready(MatterNumber)
  /// What the centre raised against a tenant, somebody of the tenant answers who has signed in.
  case signIn
  /// What a counter files at the tenant's own wish, the tenant has signed.
  case papersMissing
  /// Two appraisals are two documents.
  case sameAppraisal
  /// The old room is held until the day before, which must not be over.
  case movesTooSoon(earliest: Day)

  public var kind: RefusalKind {
    switch self {
    case .noOrganisation, .stageUnknown, .otherStage, .sameStage, .otherSite, .supportEndsWithDecision, .keysOut,
      .noListUnexplained, .papersMissing, .sameAppraisal, .movesTooSoon:
      .invalid
    case .noRoom, .notHeard, .notAsked, .notAMove, .isAMove, .nothingHandedOver, .openAlready: .conflict
    case .centreRaises, .raisedByCentre, .signIn: .forbidden
    }
  }

  public var code: String {
    switch self {
    case .noOrganisation: "move-out.no-organisation"
    case .noRoom: "move-out.no-room"
    case .centreRaises: "move-out.centre-raises"
    case .stageUnknown: "move-out.stage-unknown"
    case .otherStage: "move-out.other-stage"
    case .sameStage: "move-out.same-stage"
    case .notHeard: "move-out.not-heard"
    case .notAsked: "move-out.not-asked"
    case .notAMove: "move-out.not-a-move"
    case .isAMove: "move-out.is-a-move"
    case .otherSite: "move-out.other-site"
    case .supportEndsWithDecision: "move-out.support-ends-with-decision"
    case .raisedByCentre: "move-out.raised-by-centre"
    case .nothingHandedOver: "move-out.nothing-handed-over"
    case .noListUnexplained: "move-out.no-list-unexplained"
    case .keysOut: "move-out.keys-out"
    case .openAlready: "move-out.open-already"
    case .signIn: "move-out.sign-in"
    case .papersMissing: "move-out.papers-missing"
    case .sameAppraisal: "move-out.same-appraisal"
    case .movesTooSoon: "move-out.moves-too-soon"
    }
  }

  public var field: String? {
    switch self {
    case .centreRaises: "ground"
    case .stageUnknown, .otherStage, .sameStage: "wanted_stage"
    case .otherSite: "new_site"
    case .supportEndsWithDecision: "support_ends"
    case .keysOut: "keys_back"
    case .noListUnexplained: "no_list_reason"
    case .papersMissing: "file-papers"
    case .sameAppraisal: "second_appraisal"
    case .movesTooSoon: "moves_on"
    case .noOrganisation, .noRoom, .notHeard, .notAsked, .notAMove, .isAMove, .raisedByCentre, .nothingHandedOver,
      .openAlready, .signIn:
      nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .noOrganisation:
      Phrase(zh: "请写明该机构的统一社会信用代码", en: "Please give the credit code of the institution")
    case .noRoom:
      Phrase(zh: "该机构今天没有入驻房间，请核对信用代码", en: "The institution has no room today; please check the credit code")
    case .centreRaises:
      Phrase(
        zh: "此事由由运营中心提出；自己要迁出的请选“自愿迁出”", en: "The centre raises this; to leave yourselves choose “At its own wish”")
    case .stageUnknown:
      Phrase(
        zh: "按现有记录无法测算阶段；请先报送统计报表并经审核",
        en: "The stage cannot be told from what is on record; please file your return and have it approved")
    case .otherStage(let stage):
      Phrase(
        zh: "按公布的分期标准，该机构现为\(stage.phrase.zh)，请改选",
        en: "By the published criteria the stage is “\(stage.phrase.en)”; please choose it")
    case .sameStage(let stage):
      Phrase(
        zh: "该机构入驻时已是\(stage.phrase.zh)，阶段没有变化",
        en: "The stage was “\(stage.phrase.en)” at admission already; nothing has changed")
    case .notHeard:
      Phrase(zh: "须先发出告知书并听取陈述，再作决定", en: "Please send the notice and hear the institution before you decide")
    case .notAsked:
      Phrase(zh: "机构自行申请的，不需告知，请直接决定", en: "It asks for this itself: no notice is needed, please decide")
    case .notAMove: Phrase(zh: "不是换址申请，请选“决定迁出”", en: "It does not ask to move; please use “it leaves”")
    case .isAMove: Phrase(zh: "这是换址申请，请选“同意换址”或“决定不迁”", en: "It asks to move; please use “it moves” or “it stays”")
    case .otherSite(let site):
      Phrase(zh: "该阶段对应\(site.name.zh)，请改选", en: "The site for that stage is \(site.name.en); please choose it")
    case .supportEndsWithDecision:
      Phrase(zh: "扶持自作出决定之日停止，请填写今天的日期", en: "Support ends on the day of the decision; please give today’s date")
    case .raisedByCentre:
      Phrase(
        zh: "由运营中心提出的，机构不能撤回；请提交陈述",
        en: "The centre raised it, so it is not yours to withdraw; please hand in a statement")
    case .nothingHandedOver:
      Phrase(
        zh: "尚无客户移交清单，请机构提交或据其纸质清单代录，没有在办客户的填 0；机构不提交的，搬离期满后写明原因办理",
        en:
          "The list of clients handed over is missing: the institution hands it in, or you enter what it left on paper, 0 for none; if it hands in nothing, wait for the end of its time to leave and say why"
      )
    case .noListUnexplained:
      Phrase(zh: "没有客户移交清单，请写明原因", en: "There is no list of clients handed over; please say why")
    case .openAlready(let number):
      Phrase(
        zh: "该机构的迁出或换址 \(number) 正在办理，请先办结或终止",
        en: "Its departure or move \(number) is being worked on; please finish or drop that first")
    case .signIn:
      Phrase(
        zh: "此件由运营中心提出，请机构的授权人员登录后提交，查询码不能代替",
        en: "The centre raised this: somebody who acts for the institution signs in to say it; a code will not do")
    case .papersMissing:
      Phrase(
        zh: "代机构登记的，请上传机构签章的申请", en: "You file it for the institution: please upload the application that it has signed"
      )
    case .sameAppraisal:
      Phrase(zh: "两次考核的文号相同，请核对", en: "Both appraisals have one number; please check")
    case .movesTooSoon(let day):
      Phrase(
        zh: "换房日期最早为明天（\(day)）：原房间使用到前一天",
        en: "It can move tomorrow at the earliest (\(day)): the old room is held until the day before")
    case .keysOut: Phrase(zh: "钥匙和门禁收回后才能登记迁出", en: "Please take back the keys and cards first")
    }
  }
}
