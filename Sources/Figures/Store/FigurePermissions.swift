public import Access
import Journal
import Kernel

extension Permission {
  public static let readFigures = Permission("figures.read", Phrase(zh: "查看指标", en: "See the figures"))
  public static let observeFigures = Permission(
    "figures.observe", Phrase(zh: "查看指标的逐条记录", en: "Open figures into their records"))
  public static let freezeFigures = Permission("figures.freeze", Phrase(zh: "指标定稿", en: "Freeze figures"))
  public static let publishFigures = Permission("figures.publish", Phrase(zh: "公布指标", en: "Publish figures"))
  public static let setRulings = Permission("figures.rulings", Phrase(zh: "确定指标口径", en: "Choose how figures are read"))
  public static let importSeries = Permission(
    "figures.series", Phrase(zh: "录入外部数据序列", en: "Take in outside series"))
}

extension Action {
  static let freezeFigure = Action("figures.freeze", Phrase(zh: "指标定稿", en: "Froze a figure"))
  static let publishFigure = Action("figures.publish", Phrase(zh: "公布指标", en: "Published a figure"))
  static let chooseRuling = Action("figures.rule", Phrase(zh: "确定指标口径", en: "Chose how figures are read"))
  static let importSeries = Action("figures.import-series", Phrase(zh: "录入外部数据序列", en: "Took in outside series"))
}
