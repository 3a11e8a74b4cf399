public import Access
public import Kernel
public import Ledgers

/// A procedure of the zone (事项), declared once: its words, its form, its chart, who takes which step, and its clocks.
///
/// A context declares it as an enum without cases; `Procedure(MoveIn.self)` makes the value that the mechanism works
/// with. Nothing here knows a database: what a step changes in the records stands beside it, in the context's store.
public protocol ProcedureDeclaration: Sendable {
  associatedtype Stage: ProcedureStage
  associatedtype Step: ProcedureStep

  static var head: ProcedureHead { get }
  /// The application form, part by part; parts that the applicant's own answers leave out are not asked.
  static var form: [FormPart] { get }
  /// What has to be handed in with it (申请材料).
  static var materials: [Material] { get }
  /// Everybody but the applicant who takes part, and which answer names them.
  static var parties: [PartyDeclaration] { get }
  static var clocks: [Clock<Stage>] { get }
  /// Where a matter stands once it is filed.
  static var start: Stage { get }
  /// Where `step` leads from `stage`; nil where it is not taken.
  ///
  /// A closed matter stays closed: what is still said of it, a rating or a call afterwards, leads to where it stands.
  static func after(_ step: Step, at stage: Stage) -> Stage?
}

extension ProcedureDeclaration {
  public static var materials: [Material] { [] }
  public static var parties: [PartyDeclaration] { [] }
  public static var clocks: [Clock<Stage>] { [] }
}

/// A stage of a procedure: where a matter stands.
public protocol ProcedureStage: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What those who work on it call it.
  var phrase: Phrase { get }
  /// What anybody with the matter's code may read; says no more than that.
  var status: Phrase { get }
  /// How a matter ends that stands here; nil while it is open.
  var end: MatterEnd? { get }
}

/// A step of a procedure: what somebody does with a matter.
public protocol ProcedureStep: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What its button says.
  var phrase: Phrase { get }
  var takers: Set<Taker> { get }
  /// What has to be said with it.
  var fields: [LedgerField] { get }
  /// Whether it needs a reason that the applicant reads: refusals, requests for correction, extensions.
  var needsReason: Bool { get }
  /// Who else reads that reason, beside the form; nil for nobody but those concerned.
  var reasonHelp: Phrase? { get }
  /// Whom it names: a mediator, a panel.
  var appoints: Appointment? { get }
  /// The role whose appointment it ends: whoever held it stands aside for good, and reads nothing more of the matter.
  ///
  /// Where one of several takes it, the others stay.
  var releases: String? { get }
  /// Who beside the staff reads what was said with it.
  var readers: Set<Side> { get }
  /// The document that it issues (文书).
  var letter: Letter? { get }
  /// Which of the staff hear of it at once, beside the one who works on the matter.
  var tells: Permission? { get }
}

extension ProcedureStep {
  public var fields: [LedgerField] { [] }
  public var needsReason: Bool { false }
  public var reasonHelp: Phrase? { nil }
  public var appoints: Appointment? { nil }
  public var releases: String? { nil }
  public var readers: Set<Side> { [.filer, .parties] }
  public var letter: Letter? { nil }
  public var tells: Permission? { nil }
}

/// How a matter ends.
public enum MatterEnd: String, CaseIterable, Sendable {
  /// What was asked for was done, or the case came to its result (办结).
  case granted
  /// Refused with a reason (不予受理、不予许可).
  case refused
  /// Passed to whom it belongs; not a service of the zone (转办).
  case referred
  /// Ended without a result (终止).
  case ended
  /// Taken back by who filed it (撤回).
  case withdrawn

  public var phrase: Phrase {
    switch self {
    case .granted: Phrase(zh: "办结", en: "Completed")
    case .refused: Phrase(zh: "未予办理", en: "Refused")
    case .referred: Phrase(zh: "已转办", en: "Referred")
    case .ended: Phrase(zh: "终止", en: "Ended")
    case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
    }
  }
}

/// Who may take a step.
public enum Taker: Hashable, Sendable {
  /// Who filed the matter: the person, whoever acts for the same organisation, or who holds its code.
  case filer
  /// A further party, by role.
  case party(String)
  /// Anybody of the staff with this permission.
  case staff(Permission)
  /// Who was assigned the matter, with this permission.
  case handler(Permission)
  /// The zone itself, when a time limit has ended.
  case zone
}

/// Who reads what beside the staff.
public enum Side: Hashable, Sendable {
  case filer
  /// All further parties.
  case parties
  case party(String)
}

/// What a procedure is, in words (办事指南).
public struct ProcedureHead: Sendable {
  /// Stable: the address and the name in the API, such as `move-in`.
  public let code: String
  /// The letters of its numbers, such as `RZ` in `RZ-2026-00012`.
  public let letters: String
  public let name: Phrase
  /// What it is for, who may ask for it and what comes of it.
  public let purpose: Phrase
  public let audience: Phrase
  /// The law or the plan's clause that it rests on.
  public let basis: Phrase
  /// What it costs; «free of charge» is said, too.
  public let fee: Phrase
  /// Who files it.
  ///
  /// A visitor's permission where no account is needed.
  public let filers: Permission
  /// Who works on it and sees every matter of it.
  public let handlers: Permission
  /// Whether it is filed for an organisation: then the filer needs a mandate, or names the organisation at a counter.
  public let isForOrganisations: Bool
  /// Whether it may be filed without leaving a name.
  public let allowsAnonymity: Bool
  /// Where only some of its kinds may be; nil where all of them.
  public let anonymity: FormCondition?
  /// The question whose answer names a matter in lists; nil where its number has to do.
  public let title: String?
  /// Where the zone raises it against the organisation that it is about: then no code is given out, which those would
  /// have who raised it.
  public let against: FormCondition?

  public init(
    code: String, letters: String, name: Phrase, purpose: Phrase, audience: Phrase, basis: Phrase,
    fee: Phrase = Phrase(zh: "不收费", en: "Free of charge"), filers: Permission, handlers: Permission,
    isForOrganisations: Bool = false, allowsAnonymity: Bool = false,
    anonymity: FormCondition? = nil, title: String? = nil, against: FormCondition? = nil
  ) {
    self.code = code
    self.letters = letters
    self.name = name
    self.purpose = purpose
    self.audience = audience
    self.basis = basis
    self.fee = fee
    self.filers = filers
    self.handlers = handlers
    self.isForOrganisations = isForOrganisations
    self.allowsAnonymity = allowsAnonymity
    self.anonymity = anonymity
    self.title = title
    self.against = against
  }

  /// Whether `answers` raise it against the organisation that it is about.
  public func isAgainst(_ answers: LedgerRecord.Values) -> Bool { against?.holds(for: answers) ?? false }
}
