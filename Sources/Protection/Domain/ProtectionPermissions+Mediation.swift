public import Access
import Kernel

extension Permission {
  public static let fileMediation = Permission(
    "protection.mediation.file", Phrase(zh: "申请纠纷调解", en: "Apply for mediation"))
  public static let handleMediation = Permission(
    "protection.mediation.handle", Phrase(zh: "办理纠纷调解", en: "Handle mediation"))
  /// Whoever holds it can be appointed; it shows no matter by itself.
  public static let mediate = Permission("protection.mediation.mediate", Phrase(zh: "担任调解员", en: "Act as a mediator"))
  public static let superviseMediation = Permission(
    "protection.mediation.supervise", Phrase(zh: "督办纠纷调解", en: "Supervise mediation"))
}
