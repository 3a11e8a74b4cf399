public import Access
import Kernel

extension Permission {
  public static let readStations = Permission("stations.read", Phrase(zh: "查看服务站点", en: "See the stations"))
  /// Keeping the stations and saying who works there.
  public static let keepStations = Permission("stations.keep", Phrase(zh: "管理服务站点", en: "Keep the stations"))
  /// Taking visits in; at which station says the list of its staff.
  public static let workAtStation = Permission("stations.work", Phrase(zh: "在站点受理", en: "Work at a station"))
}
