import Kernel
import Ledgers
import LedgersStore
import Storage

/// The products of an enterprise and year sell no more than the enterprise did.
let productsWithinSales: KeptLedger.Check = { record, db in
  guard let enterprise = record.values.text("enterprise"), let year = record.values.whole("year"),
    let sales = record.values.whole("sales")
  else { return [] }
  let row = try db.row(
    """
    SELECT total_sales FROM sales_returns
    WHERE withdrawn_on IS NULL AND enterprise = \(enterprise) AND year = \(year)
    """)
  guard let row else { return [FieldRefusal(ProductRefusal.noSalesReturn, in: "year")] }
  var columns = row.columns
  let total = try columns.integer()
  let others = try db.count(
    """
    SELECT CAST(COALESCE(SUM(sales), 0) AS BIGINT) FROM ip_products
    WHERE withdrawn_on IS NULL AND enterprise = \(enterprise) AND year = \(year) AND id <> \(record.id)
      AND product <> \(record.values.text("product") ?? "")
    """)
  guard Int64(others) + sales <= total else {
    return [FieldRefusal(ProductRefusal.aboveSales(Fen(Int64(others) + sales), of: Fen(total)), in: "sales")]
  }
  return []
}

/// Why the sales of a product cannot be right.
enum ProductRefusal: Refusal, Equatable {
  case noSalesReturn
  case aboveSales(Fen, of: Fen)

  var kind: RefusalKind { .invalid }

  var code: String {
    switch self {
    case .noSalesReturn: "products.no-sales-return"
    case .aboveSales: "products.above-sales"
    }
  }

  var phrase: Phrase {
    switch self {
    case .noSalesReturn:
      Phrase(
        zh: "该企业当年尚无销售年报；请先填报销售总额", en: "There are no yearly sales of this enterprise and year; please file those first"
      )
    case .aboveSales(let products, let total):
      Phrase(
        zh: "产品销售额合计 \(products.yuan) 元，超过销售总额 \(total.yuan) 元（占比超过 100%）；请核对",
        en:
          "Products of \(products.yuan) yuan are more than all sales, \(total.yuan) yuan (a share above 100 %); please check"
      )
    }
  }
}
