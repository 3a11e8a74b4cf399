public import Access
import Kernel

extension Permission {
  public static let readEnterprises = Permission(
    "enterprises.read", Phrase(zh: "查看企业与服务台账", en: "See enterprises and services"))
  public static let keepEnterprises = Permission(
    "enterprises.keep", Phrase(zh: "登记与更正企业台账", en: "Keep the files of enterprises"))
  /// Returns of the enterprise that one acts for.
  public static let fileForEnterprise = Permission(
    "enterprises.file", Phrase(zh: "为本企业填报", en: "File for one's enterprise"))
  /// Services that the institution one acts for has rendered.
  public static let fileServices = Permission(
    "services.file", Phrase(zh: "填报本机构的服务", en: "File one's institution's services"))
}
