public import Kernel

/// Why a mandate cannot be filed, decided or used.
public enum MandateRefusal: Refusal, Equatable {
  case unknown(ID<Mandate>)
  case noOrganisationName
  case noProof
  case organisationNameTooLong(Int)
  case proofTooLong(Int)
  case alreadyFiled
  case endsBeforeItBegins
  case notNow(MandateStep, in: MandateStage)
  case own
  case notHeld
  case unknownHolder

  public var kind: RefusalKind {
    switch self {
    case .unknown: .missing
    case .noOrganisationName, .noProof, .organisationNameTooLong, .proofTooLong, .endsBeforeItBegins, .unknownHolder:
      .invalid
    case .notNow, .alreadyFiled: .conflict
    case .own, .notHeld: .forbidden
    }
  }

  public var code: String {
    switch self {
    case .unknown: "access.unknown-mandate"
    case .noOrganisationName: "access.mandate-no-name"
    case .noProof: "access.mandate-no-proof"
    case .organisationNameTooLong: "access.mandate-name-too-long"
    case .proofTooLong: "access.mandate-proof-too-long"
    case .alreadyFiled: "access.mandate-already-filed"
    case .endsBeforeItBegins: "access.mandate-dates"
    case .notNow: "access.mandate-not-now"
    case .own: "access.mandate-own"
    case .notHeld: "access.mandate-not-held"
    case .unknownHolder: "access.mandate-unknown-holder"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase(zh: "没有这份授权", en: "There is no such mandate")
    case .noOrganisationName:
      Phrase(zh: "请填写单位名称", en: "Please give the organisation's name")
    case .organisationNameTooLong(let longest):
      Phrase(
        zh: "单位名称最多\(longest)字，请缩短", en: "The organisation's name has at most \(longest) characters; please shorten it")
    case .proofTooLong(let longest):
      Phrase(
        zh: "授权证明最多\(longest)字，请只写文号、日期等要点",
        en: "The proof has at most \(longest) characters; please give only numbers, dates and the like")
    case .alreadyFiled:
      Phrase(
        zh: "同一单位、同一授权类型的申请正在审核，请等待结果或先放弃那份申请",
        en: "The same mandate has been filed and waits for approval; please wait for it, or give that one up first")
    case .noProof:
      Phrase(zh: "请写明授权证明，如授权书文号", en: "Please name the proof, such as the number of the letter of authority")
    case .endsBeforeItBegins:
      Phrase(zh: "截止日期早于起始日期，请更正", en: "The mandate ends before it begins; please correct the dates")
    case .notNow(let step, let stage):
      Phrase(
        zh: "授权目前“\(stage.phrase.zh)”，不能“\(step.phrase.zh)”；请刷新后再看",
        en: "The mandate is “\(stage.phrase.en)”: “\(step.phrase.en)” is not possible; please reload")
    case .own: Phrase(zh: "不能审核自己的授权，请由同事办理", en: "Nobody decides on their own mandate; ask a colleague")
    case .unknownHolder:
      Phrase(zh: "没有这个登录名；请先请经办人注册账号", en: "There is no such sign-in name; ask the clerk to register first")
    case .notHeld:
      Phrase(
        zh: "这份授权不是您的，或不在有效期内；请选择有效的授权", en: "This mandate is not yours or not in force; please choose one that is")
    }
  }

  public var field: String? {
    switch self {
    case .noOrganisationName, .organisationNameTooLong: "organisation-name"
    case .noProof, .proofTooLong: "proof"
    case .endsBeforeItBegins: "to"
    case .unknownHolder: "holder"
    case .unknown, .notNow, .alreadyFiled, .own, .notHeld: nil
    }
  }
}

/// What happens to a mandate after it was filed.
public enum MandateStep: String, CaseIterable, Sendable {
  /// What the centre decides.
  case approve, refuse, revoke
  /// What its holder does, before or after the centre's decision.
  case giveUp

  /// What the centre may choose from.
  public static let ofCentre: [MandateStep] = [.approve, .refuse, .revoke]

  public var phrase: Phrase {
    switch self {
    case .approve: Phrase(zh: "批准", en: "Approve")
    case .refuse: Phrase(zh: "不予批准", en: "Refuse")
    case .revoke: Phrase(zh: "撤销", en: "Revoke")
    case .giveUp: Phrase(zh: "放弃", en: "Give up")
    }
  }
}

extension MandateStage {
  /// Where `step` leads, or nil where it cannot be taken now.
  public func after(_ step: MandateStep) -> MandateStage? {
    switch step {
    case .approve: self == .filed ? .approved : nil
    case .refuse: self == .filed ? .refused : nil
    case .revoke: self == .approved ? .revoked : nil
    case .giveUp: self == .approved || self == .filed ? .revoked : nil
    }
  }
}
