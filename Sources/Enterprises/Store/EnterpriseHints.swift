import Kernel
import Ledgers
import LedgersStore
import Storage

/// What should be checked about a service: an institution that was not here, or no longer, cannot have rendered it here.
let serviceHints = [
  LedgerHintRule(
    "before-settled", Phrase(zh: "早于机构入驻", en: "Before the institution settled"),
    where: "services.served_on < \(stay("active_from"))", values: ["services.served_on", stay("active_from")]
  ) { values in
    Phrase(
      zh: "服务日期 \(values[0]) 早于机构纳入日期 \(values[1])",
      en: "Served on \(values[0]), before the institution settled on \(values[1])")
  },
  LedgerHintRule(
    "after-left", Phrase(zh: "晚于机构离开", en: "After the institution left"),
    where: "services.served_on > \(stay("active_to"))", values: ["services.served_on", stay("active_to")]
  ) { values in
    Phrase(
      zh: "服务日期 \(values[0]) 晚于机构离开日期 \(values[1])",
      en: "Served on \(values[0]), after the institution left on \(values[1])")
  },
]

/// What should be checked about an enterprise's yearly sales: J16 asks for a plausible change from year to year.
let salesHints = [
  LedgerHintRule(
    "product-share-jump", Phrase(zh: "知识产权产品占比变化过半", en: "Share of IP products changed by more than half"),
    where:
      "ABS(\(productShare("sales_returns.year")) - \(productShare("sales_returns.year - 1"))) * 2 > \(productShare("sales_returns.year - 1"))",
    values: [productShare("sales_returns.year - 1"), productShare("sales_returns.year")]
  ) { values in
    Phrase(
      zh: "知识产权产品占销售总额由上年 \(percent(values[0])) 变为 \(percent(values[1]))，变化超过一半",
      en:
        "IP products went from \(percent(values[0])) to \(percent(values[1])) of all sales: a change by more than half")
  }
]

private func stay(_ day: String) -> SQL {
  "(SELECT i.\(SQL(name: day)) FROM institutions i WHERE i.code = services.institution AND i.withdrawn_on IS NULL)"
}

/// In basis points of the enterprise's sales of that year; none where a year has no products on record.
private func productShare(_ year: SQL) -> SQL {
  """
  (SELECT CAST(SUM(p.sales) AS BIGINT) * 10000 / NULLIF(MAX(s.total_sales), 0)
    FROM ip_products p JOIN sales_returns s ON s.enterprise = p.enterprise AND s.year = p.year
    WHERE p.withdrawn_on IS NULL AND s.withdrawn_on IS NULL AND p.enterprise = sales_returns.enterprise
      AND p.year = \(year))
  """
}

private func percent(_ points: String) -> String {
  guard let points = Int(points) else { return points }
  let rest = points % 100
  return "\(points / 100).\(rest < 10 ? "0" : "")\(rest)%"
}
