public import Access
import Kernel

extension Permission {
  /// The register and what the public may know of each institution.
  public static let readInstitutions = Permission(
    "institutions.read", Phrase(zh: "查看服务机构名录", en: "See the register of institutions"))
  /// Staff, leads, support and returns of all institutions.
  public static let readInstitutionFiles = Permission(
    "institutions.files", Phrase(zh: "查看机构内部台账", en: "See the files of institutions"))
  public static let keepInstitutions = Permission(
    "institutions.keep", Phrase(zh: "登记与更正机构台账", en: "Keep the files of institutions"))
  /// Returns and records of the institution that one acts for.
  public static let fileForInstitution = Permission(
    "institutions.file", Phrase(zh: "为本机构填报", en: "File for one's institution"))
}
