import Access
import Kernel
public import Ledgers

extension Ledger {
  /// What an enterprise sold in a year, all in all: the denominator of the share of IP products.
  public static let salesReturns = Ledger(
    "sales_returns", path: "/sales-returns", mark: "R-IPP", name: Phrase(zh: "企业销售年报", en: "Yearly sales"),
    one: Phrase(zh: "销售年报", en: "yearly sales return"),
    purpose: Phrase(
      zh: "企业年度销售总额，是知识产权产品占比的分母；未填即缺，不作零。",
      en: "An enterprise's sales of a year: the denominator of the share of IP products. Missing is missing, not zero."),
    identity: ["enterprise", "year"], title: "enterprise", readers: .readEnterprises, keepers: .keepEnterprises,
    filers: .fileForEnterprise, owner: "enterprise", isApproved: true,
    fields: [
      LedgerField("enterprise", Phrase(zh: "企业", en: "Enterprise"), .organisation(of: "enterprises")).required.listed
        .also("企业名称", "统一社会信用代码"),
      LedgerField("year", Phrase(zh: "年度", en: "Year"), .whole(2020...2100)).required.listed,
      LedgerField("total_sales", Phrase(zh: "销售总额", en: "Total sales"), .money(.tenThousand)).required.listed,
      LedgerField("signed_by", Phrase(zh: "签字人", en: "Signed by"), .text(limit: 60)).required,
      LedgerField("employees", Phrase(zh: "从业人员", en: "Employees"), .whole(0...10_000_000)),
      LedgerField("research", Phrase(zh: "研发投入", en: "Research spending"), .money(.tenThousand)),
    ])

  /// R-IPP: products that rest on a right, with their sales of a year.
  public static let products = Ledger(
    "ip_products", path: "/ip-products", mark: "R-IPP", name: Phrase(zh: "知识产权产品", en: "IP products"),
    one: Phrase(zh: "知识产权产品", en: "IP product"),
    purpose: Phrase(
      zh: "与有效专利、商标等关联的产品及其年销售额；合计不得超过企业当年销售总额。",
      en:
        "Products that rest on a valid patent, mark or other right, with their sales; together never more than the enterprise's sales of the year."
    ),
    identity: ["enterprise", "year", "product"], title: "product", readers: .readEnterprises, keepers: .keepEnterprises,
    filers: .fileForEnterprise, owner: "enterprise", isApproved: true,
    fields: [
      LedgerField("product", Phrase(zh: "产品", en: "Product"), .text(limit: 120)).required.listed,
      LedgerField("enterprise", Phrase(zh: "企业", en: "Enterprise"), .organisation(of: "enterprises")).required.listed
        .also("企业名称", "统一社会信用代码"),
      LedgerField("year", Phrase(zh: "年度", en: "Year"), .whole(2020...2100)).required.listed,
      LedgerField("right_kind", Phrase(zh: "权利种类", en: "Kind of right"), .choice(rightKinds)).required.listed.filter,
      LedgerField("right_number", Phrase(zh: "权利号", en: "Number of the right"), .text(limit: 60)).required.listed.help(
        Phrase(zh: "专利号、商标注册号等", en: "Patent number, registration number and so on")),
      LedgerField("sales", Phrase(zh: "产品销售额", en: "Sales of the product"), .money(.tenThousand)).required.listed,
    ])
}

let rightKinds = [
  LedgerChoice("patent", Phrase(zh: "专利", en: "Patent")),
  LedgerChoice("mark", Phrase(zh: "商标", en: "Trade mark")),
  LedgerChoice("copyright", Phrase(zh: "版权", en: "Copyright")),
  LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
]
