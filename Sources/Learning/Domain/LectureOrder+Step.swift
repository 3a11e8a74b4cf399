public import Kernel
public import Ledgers
public import Matters

extension LectureOrder {
  public enum Step: String, ProcedureStep {
    case ask, supplement, confirm, decline, invite, claim
    case giveBack = "give-back"
    case announce, postpone, merge, fulfil
    case announceAnew = "announce-anew"
    case cancel, withdraw, rate

    public var phrase: Phrase {
      switch self {
      case .ask: Phrase(zh: "请点课人补充", en: "Ask for more")
      case .supplement: Phrase(zh: "补充说明", en: "Say more")
      case .confirm: Phrase(zh: "确认并邀请讲师", en: "Confirm and invite lecturers")
      case .decline: Phrase(zh: "不予安排", en: "Do not arrange it")
      case .invite: Phrase(zh: "再邀请讲师", en: "Invite further lecturers")
      case .claim: Phrase(zh: "认领这场讲座", en: "Claim this lecture")
      case .giveBack: Phrase(zh: "退回认领", en: "Give it back")
      case .announce: Phrase(zh: "定时间地点，开放报名", en: "Set time and place, open registration")
      case .postpone: Phrase(zh: "改期（通知已报名人）", en: "Move to another day, telling who registered")
      case .merge: Phrase(zh: "合班（通知已报名人）", en: "Merge into another lecture, telling who registered")
      case .fulfil: Phrase(zh: "已举办，办结", en: "It was held: close")
      case .announceAnew: Phrase(zh: "原场次已取消，重新安排一场", en: "Announce another, because its lecture was cancelled")
      case .cancel: Phrase(zh: "取消", en: "Cancel")
      case .withdraw: Phrase(zh: "撤回", en: "Withdraw")
      case .rate: Phrase(zh: "评价", en: "Rate")
      }
    }

    public var takers: Set<Taker> {
      switch self {
      case .ask, .confirm, .decline, .invite, .announce, .postpone, .merge, .fulfil, .announceAnew, .cancel:
        [.staff(.handleLectures)]
      case .supplement, .withdraw, .rate: [.filer]
      case .claim, .giveBack: [.party("lecturer")]
      }
    }

    public var fields: [LedgerField] {
      switch self {
      case .supplement: [LectureOrder.supplement.field]
      case .claim: [LectureOrder.presentation.field]
      case .announce, .announceAnew:
        [
          LectureOrder.title.field, LectureOrder.heldOn.field, LectureOrder.begins.field, LectureOrder.minutes.field,
          LectureOrder.heldAs.field, LectureOrder.venue.field, LectureOrder.capacity.field, LectureOrder.least.field,
        ]
      case .postpone: [LectureOrder.heldOn.field, LectureOrder.begins.field]
      case .merge: [LectureOrder.into.field]
      case .rate: [LectureOrder.rating.field, LectureOrder.comment.field]
      case .ask, .confirm, .decline, .invite, .giveBack, .fulfil, .cancel, .withdraw: []
      }
    }

    public var needsReason: Bool {
      switch self {
      case .ask, .decline, .giveBack, .postpone, .merge, .cancel: true
      case .supplement, .confirm, .invite, .claim, .announce, .fulfil, .announceAnew, .withdraw, .rate: false
      }
    }

    /// What is said with a change stands on the lecture's page, too.
    public var reasonHelp: Phrase? {
      switch self {
      case .postpone, .merge, .cancel:
        Phrase(
          zh: "报名人和公众将看到，请勿写点课人的信息",
          en: "Read by who registered and by the public: say nothing of who ordered it")
      case .ask, .supplement, .confirm, .decline, .invite, .claim, .giveBack, .announce, .fulfil, .announceAnew,
        .withdraw, .rate:
        nil
      }
    }

    public var appoints: Appointment? {
      self == .confirm || self == .invite ? Appointment("lecturer", from: .giveLectures, count: 1...5) : nil
    }

    /// Lecturers read when and how, not what passed between centre and applicant.
    public var readers: Set<Side> {
      switch self {
      case .confirm, .invite, .claim, .giveBack, .announce, .postpone, .merge, .fulfil, .announceAnew, .cancel:
        [.filer, .parties]
      case .ask, .supplement, .decline, .withdraw, .rate: [.filer]
      }
    }
  }
}

/// What is said with the steps of an order.
extension LectureOrder {
  static let supplement = Question.lines("supplement", Phrase(zh: "补充说明", en: "What you add"), limit: 1_000).required
  public static let presentation = Question.line(
    "presentation", Phrase(zh: "一句话自我介绍（对外公布）", en: "Who you are, in one line (published)"), limit: 120)
  public static let title = Question.line(
    "title", Phrase(zh: "公布的题目", en: "Title as published"), limit: 80
  ).help(Phrase(zh: "不填则用点课人写的内容。", en: "If left empty: what was ordered, in its own words."))
  public static let heldOn = Question.day("held_on", Phrase(zh: "日期", en: "Day")).required
  public static let begins = Question.line("begins", Phrase(zh: "开始时间", en: "Begins at"), limit: 5).required.help(
    Phrase(zh: "24 小时制，如 14:00", en: "Such as 14:00"))
  public static let minutes = Question.whole("minutes", Phrase(zh: "时长（分钟）", en: "Minutes"), 20...480).required
  public static let heldAs = Question.choice("held_as", Phrase(zh: "形式", en: "How"), Lecture.Medium.choices).required
  public static let venue = Question.line(
    "venue", Phrase(zh: "地点或线上入口", en: "Room, or where to join online"), limit: 120
  ).required
  public static let capacity = Question.whole("capacity", Phrase(zh: "名额", en: "Seats"), 1...2_000).required
  public static let least = Question.whole("least", Phrase(zh: "最少开课人数", en: "Fewest to hold it for"), 1...2_000)
  public static let into = Question.line(
    "into", Phrase(zh: "并入的场次编号", en: "Number of the lecture it is merged into"), limit: 20
  ).required.help(Phrase(zh: "如 PX-2026-00003，须是尚未开始的场次。", en: "Such as PX-2026-00003: one that has not begun."))
  static let rating = Question.whole("rating", Phrase(zh: "满意度（1–5）", en: "Satisfaction (1–5)"), 1...5).required
  static let comment = Question.lines("comment", Phrase(zh: "意见", en: "Comment"), limit: 1_000)
}
