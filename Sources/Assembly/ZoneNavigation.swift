import Access
import AccessStore
import CorpusStore
import Journal
import JournalWeb
import Kernel
import Landscape
import LandscapeWeb
import Markup
import Navigation
import NavigationStore
import NavigationWeb
import NoticesStore
import Storage
import Web

extension NavigationSurroundings {
  static func zone(_ matrix: PermissionMatrix, outbox: NoticeOutbox, world: World) -> NavigationSurroundings {
    NavigationSurroundings(
      mandates: { try navigationMandates(of: $0, by: matrix, on: $1, in: $2) },
      tell: { news, recording, db in
        let addressees = try NavigationNotices.addressees(of: news, by: matrix, on: world.today(), in: db)
        try outbox.post(NavigationNotices.notices(of: news, to: addressees), with: recording, in: db)
      })
  }
}

/// The mandate by which an account acts first, then the others that it holds.
private func navigationMandates(
  of account: Account, by matrix: PermissionMatrix, on day: Day, in db: any Reading
) throws -> [Mandate] {
  let own = account.mandate.map { [$0] } ?? []
  guard account.standing == .person else { return own }
  return own + (try AccountDirectory.faces(of: account.id, by: matrix, on: day, in: db).compactMap(\.mandate))
}

/// Whether a record is a navigation project that the account makes.
func isNavigator(
  _ account: Account, of subject: Subject, by matrix: PermissionMatrix, on day: Day, in db: any Reading
) throws -> Bool {
  guard account.may(.keepNavigation), subject.table == "navigation_projects" else { return false }
  let mandates = try navigationMandates(of: account, by: matrix, on: day, in: db)
  return try NavigationKeepers.keeps(account, subject, for: mandates.map(\.organisation), in: db)
}

extension ZonePortal {
  static func addNavigation(to routes: inout Routes, _ zone: Zone) {
    let words = zone.navigation.words
    addNavigationDoors(
      to: &routes, desk: zone.navigation, fonts: zone.fonts,
      links: NavigationLinks(
        document: { Link("/patents/\(ID<FrozenDocument>($0))") }, mandates: Link("/account/mandates/new"),
        searchHelp: Link("/search/help"),
        history: { Link("/journal/records/\($0.table)/\(ID<Subject>($0.number))") },
        draw: { report, analysis, documents, file in
          LandscapeFigures(report: report, words: words, documents: documents, file: file).content(analysis)
        }))
  }

  static let navigationItems = [
    MenuItem(Phrase(zh: "专利导航", en: "Navigation"), Link("/navigations"), needs: .readNavigation)
  ]

  static let navigationKinds = [
    "navigation_projects": RecordKind(
      Phrase(zh: "专利导航项目", en: "Navigation project"), page: "/navigations/", needs: .keepNavigation),
    "navigation_branches": RecordKind(Phrase(zh: "技术分支", en: "Branch of a technology table")),
    "navigation_datasets": RecordKind(Phrase(zh: "导航数据集", en: "Dataset of a navigation project")),
    "navigation_dataset_branches": RecordKind(Phrase(zh: "冻结的检索式", en: "Frozen search")),
    "navigation_documents": RecordKind(Phrase(zh: "冻结的文献", en: "Frozen document")),
    "navigation_removals": RecordKind(Phrase(zh: "清洗记录", en: "Document taken out")),
    "navigation_sections": RecordKind(Phrase(zh: "报告章节", en: "Chapter of a report")),
    "navigation_reviews": RecordKind(Phrase(zh: "专家评审意见", en: "Opinion of an expert")),
    "navigation_uses": RecordKind(Phrase(zh: "导航成果运用", en: "Use of a report")),
  ]
}
