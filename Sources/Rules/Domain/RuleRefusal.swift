public import Kernel

/// Why the rule book gives no value.
public enum RuleRefusal: Refusal, Equatable {
  case noSuchRule(RuleID)
  case unknownValue(RuleID, missing: Phrase, supplier: Phrase)
  case notInForce(RuleID, title: Phrase, on: Day)
  case wrongUnit(RuleID, title: Phrase, is: RuleUnit, asked: RuleUnit)
  case noTimeLimit(RuleID, title: Phrase, is: RuleUnit)
  case beyondCalendar(RuleID, title: Phrase)
  case incompleteSupersession(RuleID, SupersessionGap)
  case noSuchSupersession(ID<Supersession>)
  case withdrawnAlready(ID<Supersession>)
  /// The same value from the same day stands in the book.
  case enteredAlready(RuleID, title: Phrase, from: Day)
  /// Counted in days or years, but no time in which something has to be done.
  case noDeadline(RuleID, title: Phrase)

  public var kind: RefusalKind {
    switch self {
    case .noSuchRule, .noSuchSupersession: .missing
    case .unknownValue, .notInForce, .withdrawnAlready, .enteredAlready: .conflict
    case .wrongUnit, .noTimeLimit, .noDeadline, .beyondCalendar, .incompleteSupersession: .invalid
    }
  }

  public var code: String {
    switch self {
    case .noSuchRule: "rules.none"
    case .unknownValue: "rules.unknown-value"
    case .notInForce: "rules.not-in-force"
    case .wrongUnit: "rules.wrong-unit"
    case .noTimeLimit: "rules.no-time-limit"
    case .beyondCalendar: "rules.beyond-calendar"
    case .incompleteSupersession(_, let gap): "rules.supersession-\(gap.rawValue)"
    case .noSuchSupersession: "rules.no-supersession"
    case .withdrawnAlready: "rules.withdrawn-already"
    case .enteredAlready: "rules.entered-already"
    case .noDeadline: "rules.no-deadline"
    }
  }

  public var field: String? {
    switch self {
    case .noSuchRule, .unknownValue, .notInForce, .noSuchSupersession, .withdrawnAlready: nil
    case .wrongUnit: "value"
    case .enteredAlready: "value"
    case .noTimeLimit, .noDeadline: "rule"
    case .beyondCalendar: "after"
    case .incompleteSupersession(_, let gap): gap.rawValue
    }
  }

  public var phrase: Phrase {
    switch self {
    case .noSuchRule(let id):
      Phrase(zh: "规则库中没有“\(id)”，请核对规则编号", en: "There is no rule “\(id)”; please check its name")
    case .unknownValue(let id, let missing, let supplier):
      Phrase(
        zh: "规则“\(missing.zh)”（\(id)）的取值尚未掌握，不能据此出具结果。请向\(supplier.zh)索取取值及其文件名称、文号和日期，由管理员录入规则库",
        en: "The value of the rule “\(missing.en)” (\(id)) is not known, so no result can be given. "
          + "It may be supplied by \(supplier.en), with the name, number and date of the document, "
          + "and entered in the rule book by an administrator")
    case .notInForce(let id, let title, let day):
      Phrase(
        zh: "规则“\(title.zh)”（\(id)）在 \(day) 没有效力，请核对行为日期",
        en: "The rule “\(title.en)” (\(id)) is not in force on \(day); please check the date of the conduct")
    case .wrongUnit(let id, let title, let unit, let asked):
      Phrase(
        zh: "规则“\(title.zh)”（\(id)）以“\(unit.phrase.zh)”计，不能作“\(asked.phrase.zh)”使用",
        en: "The rule “\(title.en)” (\(id)) is given in \(unit.phrase.en) and cannot be used as \(asked.phrase.en)")
    case .noTimeLimit(let id, let title, let unit):
      Phrase(
        zh: "规则“\(title.zh)”（\(id)）以“\(unit.phrase.zh)”计，不是期限，不能计算届满日。请选择以日、工作日、月或年计的规则",
        en: "The rule “\(title.en)” (\(id)) is given in \(unit.phrase.en): it is no time limit, so it has no last day. "
          + "Please choose a rule in days, working days, months or years")
    case .beyondCalendar(let id, let title):
      Phrase(
        zh: "无法计算规则“\(title.zh)”（\(id)）的届满日：起算日须在 1950 年至 2099 年之间，期限不超过 100 年，请核对后再试",
        en:
          "The last day of the rule “\(title.en)” (\(id)) cannot be counted: the start must lie between 1950 and 2099 "
          + "and the time limit must not be longer than 100 years; please check both")
    case .incompleteSupersession(_, let gap): gap.phrase
    case .noSuchSupersession:
      Phrase(zh: "没有这条替换记录；请从规则页面重新选择", en: "There is no such entry; please choose one on the rule's page")
    case .withdrawnAlready:
      Phrase(zh: "这条替换记录已经撤回，无需再撤", en: "This entry is withdrawn already, so there is nothing to withdraw")
    case .enteredAlready(let id, let title, let day):
      Phrase(
        zh: "规则“\(title.zh)”（\(id)）自 \(day) 起的这一取值已经录入，无需重复录入；如需改正，请先在规则页面撤回原记录",
        en:
          "This value of the rule “\(title.en)” (\(id)) from \(day) on is entered already, so it need not be entered again; "
          + "to correct it, first withdraw the entry on the rule's page")
    case .noDeadline(let id, let title):
      Phrase(
        zh: "规则“\(title.zh)”（\(id)）是资格年限、追溯期、有效期或幅度，不是须在届满前办理的期限，不计算届满日。请选择其他规则",
        en:
          "The rule “\(title.en)” (\(id)) is a qualifying, look-back, validity or penalty period, not a time in which "
          + "something has to be done, so it has no last day. Please choose another rule")
    }
  }
}

/// What a supersession lacks; the raw value is the form's field.
public enum SupersessionGap: String, CaseIterable, Sendable {
  case value, reason, document, by, copy

  var phrase: Phrase {
    switch self {
    case .value: Phrase(zh: "请按规则的单位填写取值", en: "Please give the value in the rule's unit")
    case .reason: Phrase(zh: "请填写替换理由", en: "Please give the reason for superseding the value")
    case .document: Phrase(zh: "请填写依据文件的名称和文号", en: "Please give the name and number of the document it rests on")
    case .copy: Phrase(zh: "请填写所读原文或其副本的网址", en: "Please give the address of the text that was read")
    case .by: Phrase(zh: "请填写作出决定的单位和日期", en: "Please say who adopted the value and when")
    }
  }
}
