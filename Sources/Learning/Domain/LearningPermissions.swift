public import Access
import Kernel

extension Permission {
  /// Looking at lectures, topics and certificates: anybody's.
  public static let readLectures = Permission("learning.read", Phrase(zh: "查看讲座与培训", en: "Look at lectures"))
  /// Registering oneself, with or without an account.
  public static let registerForLectures = Permission(
    "learning.register", Phrase(zh: "报名讲座与培训", en: "Register for lectures"))
  /// Following one's own registrations, which needs an account.
  public static let followLectures = Permission(
    "learning.follow", Phrase(zh: "查看本人报名与证书", en: "Follow one's own registrations"))
  public static let orderLectures = Permission("learning.order", Phrase(zh: "点讲座", en: "Order a lecture"))
  /// Nominating topics and voting for them: one vote an account.
  public static let nominateTopics = Permission(
    "learning.topics", Phrase(zh: "提名选题和投票", en: "Nominate topics and vote"))
  /// Whoever holds it can be invited to give a lecture.
  public static let giveLectures = Permission("learning.give", Phrase(zh: "讲课", en: "Give lectures"))
  public static let handleLectures = Permission(
    "learning.handle", Phrase(zh: "办理讲座与培训", en: "Handle lectures and trainings"))
}
