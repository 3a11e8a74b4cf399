import Access
public import Foundation
public import Kernel

/// Why something cannot be done with a matter, and what can.
public enum MatterRefusal: Refusal, Equatable {
  /// No such matter, or none that the asker may know of.
  case unknown
  case unknownProcedure
  case unknownStep
  /// The step is not taken where the matter stands.
  case notNow(step: Phrase, at: Phrase)
  case notYours(step: Phrase)
  case reasonMissing
  /// So many persons are needed for a role.
  case wrongNumber(of: Phrase, least: Int, most: Int, isOdd: Bool)
  /// A person has a tie to a party and cannot be named.
  case tied(String)
  case notACandidate
  case materialMissing(Phrase)
  /// No matter has this code: nothing more is said.
  case wrongCode
  /// Too many wrong codes came from one address.
  case tooManyCodes(until: Date)
  /// What needs no account was handed in too often from one address.
  case tooMuchFrom(until: Date)
  case needsMandate
  case closed
  case cannotBeAnonymous
  case alreadyExtended
  case notRunning
  case noteMissing
  /// A draft is somebody’s; without an account there is nobody to keep it for.
  case draftNeedsAccount
  /// A calendar is somebody’s own.
  case calendarNeedsAccount
  /// Nobody's calendar has this address: nothing more is said.
  case noSuchCalendar
  /// What the zone promises rests on a value that nobody has supplied yet.
  case limitUnknown(clock: Phrase, rule: String)

  public var kind: RefusalKind {
    switch self {
    case .unknown, .unknownProcedure, .unknownStep, .noSuchCalendar: .missing
    case .tooManyCodes, .tooMuchFrom: .tooMany
    case .notNow, .closed, .alreadyExtended, .notRunning, .limitUnknown: .conflict
    case .notYours, .needsMandate, .draftNeedsAccount, .calendarNeedsAccount: .forbidden
    case .reasonMissing, .wrongNumber, .tied, .notACandidate, .materialMissing, .cannotBeAnonymous, .noteMissing,
      .wrongCode:
      .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknown: "matters.unknown"
    case .unknownProcedure: "matters.unknown-procedure"
    case .unknownStep: "matters.unknown-step"
    case .notNow: "matters.not-now"
    case .notYours: "matters.not-yours"
    case .reasonMissing: "matters.reason-missing"
    case .wrongNumber: "matters.wrong-number"
    case .tied: "matters.tied"
    case .notACandidate: "matters.not-a-candidate"
    case .materialMissing: "matters.material-missing"
    case .wrongCode: "matters.wrong-code"
    case .tooManyCodes: "matters.too-many-codes"
    case .tooMuchFrom: "matters.too-much-from"
    case .needsMandate: "matters.needs-mandate"
    case .closed: "matters.closed"
    case .cannotBeAnonymous: "matters.cannot-be-anonymous"
    case .alreadyExtended: "matters.already-extended"
    case .notRunning: "matters.not-running"
    case .noteMissing: "matters.note-missing"
    case .draftNeedsAccount: "matters.draft-needs-account"
    case .calendarNeedsAccount: "matters.calendar-needs-account"
    case .noSuchCalendar: "matters.no-such-calendar"
    case .limitUnknown: "matters.limit-unknown"
    }
  }

  public var field: String? {
    switch self {
    case .reasonMissing: "step-reason"
    case .wrongNumber, .tied, .notACandidate: "appointed"
    case .noteMissing: "note"
    default: nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase(zh: "没有此办件，或您无权查看", en: "There is no such matter, or it is not yours to see")
    case .unknownProcedure: Phrase(zh: "没有此事项", en: "There is no such procedure")
    case .unknownStep: Phrase(zh: "此事项没有这一步骤", en: "The procedure has no such step")
    case .notNow(let step, let stage):
      Phrase(
        zh: "办件现为“\(stage.zh)”，不能“\(step.zh)”；请刷新后查看可办步骤",
        en: "The matter stands at “\(stage.en)”, where “\(step.en)” is not taken; reload the page to see what is")
    case .notYours(let step):
      Phrase(zh: "“\(step.zh)”不由您办理", en: "“\(step.en)” is not yours to take")
    case .reasonMissing: Phrase(zh: "请写明理由，对方将看到它", en: "Please give the reason; the other side will read it")
    case .wrongNumber(let role, let least, let most, let isOdd): Self.number(role, least, most, isOdd)
    case .tied(let name):
      Phrase(
        zh: "\(name) 与当事方有关联，应当回避，请另选",
        en: "\(name) has a tie to a party and must stand aside; please choose somebody else")
    case .notACandidate: Phrase(zh: "请从名单中选择", en: "Please choose from the list")
    case .materialMissing(let name):
      Phrase(zh: "缺少材料：\(name.zh)，请上传", en: "Missing: \(name.en); please upload it")
    case .wrongCode:
      Phrase(
        zh: "没有与此查询码相符的办件，请核对回执上的 16 位查询码",
        en: "No matter has this code; please compare it with the 16 characters on the receipt")
    case .tooManyCodes(let end):
      Phrase(
        zh: "从这个网络地址输错查询码的次数过多，请于\(SignInRefusal.clock(end))后再试，或到窗口查询",
        en: "Too many wrong codes came from this address; please try again after \(SignInRefusal.clock(end)), "
          + "or ask at the counter")
    case .tooMuchFrom(let end):
      Phrase(
        zh: "从这个网络地址提交的次数过多，请于\(SignInRefusal.clock(end))后再试，或到窗口办理",
        en: "Too much was handed in from this address; please try again after \(SignInRefusal.clock(end)), "
          + "or come to the counter")
    case .needsMandate:
      Phrase(
        zh: "此事项由单位申请；请先在“代表单位办事”中取得授权",
        en: "This is filed by organisations; please obtain a mandate under “Acting for an organisation” first")
    case .closed: Phrase(zh: "办件已办结，不能再变更", en: "The matter is closed and cannot be changed")
    case .cannotBeAnonymous:
      Phrase(zh: "此类事项须实名提出，请取消“匿名提出”", en: "This has to be filed under a name; please untick “Without my name”")
    case .alreadyExtended: Phrase(zh: "此时限已延长过一次", en: "This time limit was extended once already")
    case .notRunning: Phrase(zh: "此时限没有在计时", en: "This time limit is not running")
    case .noteMissing: Phrase(zh: "请填写内容", en: "Please write something")
    case .draftNeedsAccount:
      Phrase(zh: "保存草稿须先登录；也可直接提交", en: "Please sign in to keep a draft, or file it at once")
    case .calendarNeedsAccount: Phrase(zh: "日历须以本人账号登录后订阅", en: "A calendar is somebody's own: please sign in")
    case .noSuchCalendar:
      Phrase(
        zh: "没有此日历：地址有误、已撤销或已更换；请登录后在“期限日历”中重新取得地址",
        en:
          "There is no such calendar: the address is wrong, revoked or renewed; sign in and get it anew under “Calendar of last days”"
      )
    case .limitUnknown(let clock, let rule):
      Phrase(
        zh: "“\(clock.zh)”的期限（规则 \(rule)）尚无数值，不能开始办理；请系统管理员在规则库录入依据",
        en: "The length of “\(clock.en)” (rule \(rule)) is not known, so this cannot begin; "
          + "an administrator has to enter it in the rules with its source")
    }
  }

  private static func number(_ role: Phrase, _ least: Int, _ most: Int, _ isOdd: Bool) -> Phrase {
    let range = least == most ? "\(least)" : "\(least)–\(most)"
    return Phrase(
      zh: "\(role.zh)须为 \(range) 人\(isOdd ? "，且为单数" : "")",
      en: "\(role.en): \(range) \(most == 1 ? "person" : "persons")\(isOdd ? ", an odd number" : "")")
  }
}
