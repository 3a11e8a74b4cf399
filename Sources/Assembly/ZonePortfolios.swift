import Access
import AccessStore
import EnterprisesStore
import Journal
import JournalWeb
import Kernel
import Ledgers
import Markup
import MattersStore
import Portfolios
import PortfoliosStore
import PortfoliosWeb
import Programme
import Storage
import Web

extension PortfolioSurroundings {
  /// What portfolios ask of accounts, registers and ledgers.
  static func zone(_ matrix: PermissionMatrix) -> PortfolioSurroundings {
    PortfolioSurroundings(
      mandates: { account, day, db in
        let own = account.mandate.map { [$0] } ?? []
        guard account.standing == .person else { return own }
        return own + (try AccountDirectory.faces(of: account.id, by: matrix, on: day, in: db).compactMap(\.mandate))
      },
      name: { try EnterpriseFacts.name(of: $0, in: $1) },
      transfers: { number, db in
        // As people write it: with the check symbol or without, and with what stands on the certificate before it.
        let digits = number.description.filter { $0 != "." }
        let writings = [number.description, digits, "ZL\(number)", "ZL\(digits)", "CN\(number)", "CN\(digits)"]
        let kinds = Ledger.transfers.field("kind")
        return try db.rows(
          """
          SELECT changed_on, kind FROM transfers WHERE withdrawn_on IS NULL AND stage = 'approved'
            AND patent IN \(SQL.list(writings)) ORDER BY changed_on DESC
          """
        ).map { row in
          var columns = row.columns
          let (day, kind) = (try columns.day(), try columns.text())
          return (
            day,
            kinds.map { Phrase(zh: $0.written(.text(kind), in: .zh), en: $0.written(.text(kind), in: .en)) }
              ?? Phrase(zh: kind, en: kind)
          )
        }
      })
  }
}

/// Whether a record of a portfolio is an organisation's whose mandate the account holds.
func isKeeper(
  _ account: Account, of subject: Subject, by matrix: PermissionMatrix, on day: Day, in db: any Reading
) throws -> Bool {
  guard account.may(.keepPortfolios), let owner = try PortfolioOwners.owner(of: subject, in: db) else { return false }
  return try PortfolioSurroundings.zone(matrix).mandates(account, day, db).contains { $0.organisation == owner }
}

extension OtherDay {
  /// Number and year of a patent, and nobody's name.
  init(_ annuity: AnnuityDay) {
    let mark = annuity.provisional == nil ? Phrase(zh: "", en: "") : Phrase(zh: "（暂定）", en: " (provisional)")
    let late =
      annuity.isLate
      ? Phrase(zh: "补缴年费（含滞纳金）最后一天", en: "last day, annuity with surcharge")
      : Phrase(zh: "年费最后一天", en: "last day, annuity")
    self.init(
      uid: "annuity-\(annuity.holding)-\(annuity.year)@ipzone", day: annuity.day,
      summary: Phrase(
        zh: "\(annuity.number) 第 \(annuity.year) 年度\(late.zh)\(mark.zh)",
        en: "\(annuity.number), year \(annuity.year): \(late.en)\(mark.en)"),
      description: Phrase(
        zh: "请登录平台核对应缴金额；已缴纳的请登记。", en: "Sign in to see the amount, and record the payment when it is made."),
      path: "/portfolio-patents/\(annuity.holding)", ringsBefore: annuity.isLate ? [7, 1, 0] : [30, 7, 1])
  }
}

extension ZonePortal {
  static func addPortfolios(to routes: inout Routes, _ zone: Zone) {
    addPortfolioDoors(to: &routes, desk: zone.portfolios, fonts: zone.fonts, links: portfolioLinks)
  }

  static let portfolioItems = [
    MenuItem(Phrase(zh: "专利组合", en: "Portfolios"), Link("/portfolios"), needs: .keepPortfolios),
    MenuItem(Phrase(zh: "专利组合汇总", en: "All portfolios"), Link("/portfolios/survey"), needs: .surveyPortfolios),
  ]

  private static let portfolioLinks = PortfolioLinks(
    patent: { Link("/patents/\($0)") }, mandates: Link("/account/mandates/new"), calendar: Link("/calendar"),
    history: { Link("/journal/records/\($0.table)/\(ID<Subject>($0.number))") })

  static let portfolioKinds = [
    "portfolios": RecordKind(Phrase(zh: "专利组合", en: "Portfolio"), page: "/portfolios/", needs: .keepPortfolios),
    "portfolio_patents": RecordKind(
      Phrase(zh: "组合中的专利", en: "Patent of a portfolio"), page: "/portfolio-patents/", needs: .keepPortfolios),
    "portfolio_contracts": RecordKind(Phrase(zh: "许可或质押", en: "Licence or pledge")),
    "portfolio_payments": RecordKind(Phrase(zh: "已缴年费", en: "Annuity paid")),
    "portfolio_reviews": RecordKind(
      Phrase(zh: "年度盘点", en: "Yearly review"), page: "/portfolio-reviews/", needs: .keepPortfolios),
    "portfolio_review_items": RecordKind(
      Phrase(zh: "盘点的专利", en: "Patent of a review"), page: "/portfolio-items/", needs: .keepPortfolios),
    "portfolio_imports": RecordKind(
      Phrase(zh: "旧平台数据", en: "File of an old platform"), page: "/portfolio-imports/", needs: .keepPortfolios),
    "portfolio_import_rows": RecordKind(Phrase(zh: "旧平台数据行", en: "Row of an old platform")),
    "portfolio_reminders": RecordKind(Phrase(zh: "年费提醒", en: "Notice of an annuity")),
  ]
}
