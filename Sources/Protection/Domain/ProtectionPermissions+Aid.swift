public import Access
import Kernel

extension Permission {
  public static let askForAid = Permission("protection.aid.ask", Phrase(zh: "申请维权援助", en: "Ask for aid"))
  public static let handleAid = Permission("protection.aid.handle", Phrase(zh: "办理维权援助", en: "Handle aid"))
  /// Partners, experts and volunteers: whoever holds it can be named to help.
  public static let giveAid = Permission("protection.aid.give", Phrase(zh: "提供维权援助", en: "Give aid"))
}
