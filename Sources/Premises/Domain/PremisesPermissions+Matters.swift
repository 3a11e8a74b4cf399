public import Access
import Kernel

extension Permission {
  public static let applyForRooms = Permission("premises.move-in.file", Phrase(zh: "申请入驻", en: "Apply to move in"))
  /// Whoever holds it sees the applications.
  public static let handleMoveIns = Permission(
    "premises.move-in.handle", Phrase(zh: "查看入驻申请", en: "See applications to move in"))
  public static let decideMoveIns = Permission(
    "premises.move-in.decide", Phrase(zh: "办理入驻申请", en: "Work on applications to move in"))
  public static let visitApplicants = Permission(
    "premises.move-in.visit", Phrase(zh: "走访申请机构", en: "Visit applicants"))
  /// Whoever holds it can be named for a panel; it shows no matter by itself.
  public static let sitOnPanel = Permission(
    "premises.move-in.judge", Phrase(zh: "担任入驻评审人", en: "Sit on a panel"))
  public static let fileMoveOut = Permission(
    "premises.move-out.file", Phrase(zh: "申请迁出或晋级换址", en: "Apply to leave or to move up"))
  public static let handleMoveOuts = Permission(
    "premises.move-out.handle", Phrase(zh: "办理迁出和换址", en: "Work on move-outs and moves"))
}
