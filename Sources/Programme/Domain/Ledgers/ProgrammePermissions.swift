public import Access
import Kernel

extension Permission {
  /// What the zone can show for the plan: recognitions, centres, documents.
  public static let readAchievements = Permission(
    "achievements.read", Phrase(zh: "查看成果台账", en: "See the achievements"))
  public static let keepAchievements = Permission(
    "achievements.keep", Phrase(zh: "登记与更正成果台账", en: "Keep the achievements"))
  /// Exports, abnormal filings and others that name single cases.
  public static let readCaseLedgers = Permission(
    "case-ledgers.read", Phrase(zh: "查看业务明细台账", en: "See ledgers of single cases"))
}
