import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E27 数字化服务产品与数据知识产权: Products listed and files pre-checked.
  static let e27 = FigureSource(
    awaited: Indicator(
      "E27", name: Phrase(zh: "数字化服务产品与数据知识产权", en: "Digital products and data IP"),
      unit: Phrase(zh: "项", en: "products"), clause: "五（四）2", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "上架产品与预审件数", en: "Products listed and files pre-checked"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [Phrase(zh: "数字产品（R-DIG）与数据知识产权预审（R-DIP）", en: "digital products (R-DIG) and data-IP pre-checks (R-DIP)")]
    ))
}
