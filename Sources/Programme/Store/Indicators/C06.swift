import Enterprises
import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Storage

extension FigureSource {
  /// C06 企业知识产权产品占销售总额的比重: Enterprises with returns of both years: Σ sales of IP products ÷ Σ all sales, against the year before.
  static let c06 = FigureSource(
    Indicator(
      "C06", name: Phrase(zh: "企业知识产权产品占销售总额的比重", en: "Share of IP products in sales"),
      unit: Phrase(zh: "%", en: "%"), clause: "三（三）", measure: .ratio(times: 100, digits: 2),
      target: .risesOverYear, period: .flow,
      counting: Phrase(
        zh: "两年均有年报的企业：知识产权产品销售额之和÷销售总额之和，与上年比",
        en: "Enterprises with returns of both years: Σ sales of IP products ÷ Σ all sales, against the year before"),
      minimum: .g2, owner: Phrase(zh: "工信部门", en: "Industry bureau"), frequency: Phrase(zh: "每年", en: "Yearly"),
      awaits: [Ledger.salesReturns.awaited, Ledger.products.awaited]),
    reads: [Ledger.products.table, Ledger.salesReturns.table, Ledger.enterprises.table]
  ) { question in
    """
    SELECT 'ip_products', p.id, p.enterprise, p.sales, 'now', p.grade, e.name, NULL, e.district_cluster,
      CAST(p.year AS TEXT) || '-12-31'
      FROM ip_products p JOIN enterprises e ON e.code = p.enterprise AND e.withdrawn_on IS NULL
      WHERE \(Counting.live("p")) AND p.year = \(question.wholeYear)
        AND EXISTS (SELECT 1 FROM sales_returns h WHERE \(Counting.live("h")) AND h.enterprise = p.enterprise AND h.year = p.year AND h.total_sales > 0)
        AND EXISTS (SELECT 1 FROM sales_returns o WHERE \(Counting.live("o")) AND o.enterprise = p.enterprise AND o.year = \(question.wholeYear - 1) AND o.total_sales > 0)
      UNION ALL
      SELECT 'sales_returns', r.id, r.enterprise, r.total_sales, 'of', r.grade, e.name, NULL,
        e.district_cluster, CAST(r.year AS TEXT) || '-12-31'
      FROM sales_returns r JOIN enterprises e ON e.code = r.enterprise AND e.withdrawn_on IS NULL
      WHERE \(Counting.live("r")) AND r.year = \(question.wholeYear) AND r.total_sales > 0
        AND EXISTS (SELECT 1 FROM sales_returns o WHERE \(Counting.live("o")) AND o.enterprise = r.enterprise AND o.year = \(question.wholeYear - 1) AND o.total_sales > 0)
      UNION ALL
      SELECT 'ip_products', p.id, p.enterprise, p.sales, 'before', p.grade, e.name, NULL, e.district_cluster,
        CAST(p.year AS TEXT) || '-12-31'
      FROM ip_products p JOIN enterprises e ON e.code = p.enterprise AND e.withdrawn_on IS NULL
      WHERE \(Counting.live("p")) AND p.year = \(question.wholeYear - 1)
        AND EXISTS (SELECT 1 FROM sales_returns h WHERE \(Counting.live("h")) AND h.enterprise = p.enterprise AND h.year = p.year AND h.total_sales > 0)
        AND EXISTS (SELECT 1 FROM sales_returns o WHERE \(Counting.live("o")) AND o.enterprise = p.enterprise AND o.year = \(question.wholeYear) AND o.total_sales > 0)
      UNION ALL
      SELECT 'sales_returns', r.id, r.enterprise, r.total_sales, 'before-of', r.grade, e.name, NULL,
        e.district_cluster, CAST(r.year AS TEXT) || '-12-31'
      FROM sales_returns r JOIN enterprises e ON e.code = r.enterprise AND e.withdrawn_on IS NULL
      WHERE \(Counting.live("r")) AND r.year = \(question.wholeYear - 1) AND r.total_sales > 0
        AND EXISTS (SELECT 1 FROM sales_returns o WHERE \(Counting.live("o")) AND o.enterprise = r.enterprise AND o.year = \(question.wholeYear) AND o.total_sales > 0)
    """
  }
}
