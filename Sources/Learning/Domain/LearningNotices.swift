public import Kernel
public import Notices

extension NoticeKind {
  static let lectureSeat = NoticeKind(
    "learning.seat", Phrase(zh: "候补转正", en: "A seat has come free"), isStatutory: true)
  static let lectureChanged = NoticeKind(
    "learning.changed", Phrase(zh: "讲座变更", en: "A lecture was moved, merged or cancelled"), isStatutory: true)
  static let topicAnswered = NoticeKind("learning.topic", Phrase(zh: "选题答复", en: "Your topic was answered"))
}

/// What learners and nominators are told.
public let learningNoticeKinds: [NoticeKind] = [.lectureSeat, .lectureChanged, .topicAnswered]

/// The lecture that a notice is about, and what happened to it.
public struct LectureNews: Sendable {
  public let lecture: Lecture
  public let change: Change
  public let reason: String

  public init(_ lecture: Lecture, _ change: Change, because reason: String) {
    self.lecture = lecture
    self.change = change
    self.reason = reason
  }

  public enum Change: Sendable {
    case seat
    /// To the moment that the lecture now begins at, in words.
    case moved(String)
    /// Into the lecture of the notice, from the one of this number.
    case merged(String, MergedPlace)
    case cancelled
    /// One registration, by the staff.
    case withdrawn
  }

  public static let seat = NoticeTemplate<LectureNews>(
    .lectureSeat,
    subject: {
      Phrase(zh: "您已获得“\($0.lecture.plan.title)”的名额", en: "You have a seat at “\($0.lecture.plan.title)”")
    },
    body: {
      Phrase(
        zh: "有了空余名额，您由候补转为正式报名（\($0.lecture.number)）。不能参加请及时取消，让给后面的人。",
        en: "A seat came free, and it is yours (\($0.lecture.number)). If you cannot come, please withdraw.")
    })

  public static let changed = NoticeTemplate<LectureNews>(
    .lectureChanged,
    subject: { Phrase(zh: "讲座变更：\($0.lecture.plan.title)", en: "Changed: \($0.lecture.plan.title)") },
    body: { $0.words })

  private var words: Phrase {
    switch change {
    case .seat: Phrase(zh: "您已有名额。", en: "You have a seat.")
    case .moved(let time):
      Phrase(
        zh: "\(lecture.number) 改到 \(time)，您的报名继续有效。原因：\(reason)",
        en: "\(lecture.number) was moved to \(time); your registration stands. Reason: \(reason)")
    case .merged(let number, let place):
      Phrase(
        zh: "\(number) 已并入 \(lecture.number)，\(place.phrase.zh)。原因：\(reason)",
        en: "\(number) was merged into \(lecture.number); \(place.phrase.en). Reason: \(reason)")
    case .withdrawn:
      Phrase(
        zh: "您在 \(lecture.number) 的报名已由工作人员取消，仍可重新报名。原因：\(reason)",
        en: "The staff withdrew your registration for \(lecture.number); you can register again. Reason: \(reason)")
    case .cancelled:
      Phrase(zh: "\(lecture.number) 已取消。原因：\(reason)", en: "\(lecture.number) was cancelled. Reason: \(reason)")
    }
  }
}

/// What became of a registration whose lecture was merged into another.
public enum MergedPlace: Equatable, Sendable {
  case seated
  /// The place on the waiting list, from 1.
  case waiting(Int)
  /// The person had a place there before, which stands.
  case known

  public var phrase: Phrase {
    switch self {
    case .seated: Phrase(zh: "您的报名已转过去，有席位", en: "your registration goes along, with a seat")
    case .waiting(let place):
      Phrase(
        zh: "您的报名已转过去，席位不足，转为候补第 \(place) 位",
        en: "your registration goes along, but there is no seat left: you are number \(place) on the waiting list")
    case .known: Phrase(zh: "您在那一场原有报名，以那一份为准", en: "you had registered there before, and that registration stands")
    }
  }
}

/// How a topic was answered.
public struct TopicNews: Sendable {
  public let topic: Topic
  public let words: Phrase

  public init(_ topic: Topic, _ words: Phrase) {
    self.topic = topic
    self.words = words
  }

  public static let answered = NoticeTemplate<TopicNews>(
    .topicAnswered,
    subject: { Phrase(zh: "您提名的选题“\($0.topic.title)”已答复", en: "Your topic “\($0.topic.title)” was answered") },
    body: { $0.words })
}
