import Access
import AccessStore
import Kernel
import Navigation
import NavigationStore
import Notices
import NoticesStore
import Storage

extension NoticeKind {
  static let navigationWaits = NoticeKind(
    "navigation.waits", Phrase(zh: "导航报告待评审", en: "A navigation report waits for review"))
  static let navigationReviewed = NoticeKind(
    "navigation.reviewed", Phrase(zh: "导航报告评审意见", en: "A navigation report was reviewed"))
  static let navigationReleased = NoticeKind(
    "navigation.released", Phrase(zh: "导航报告已发布", en: "A navigation report was released"))
}

/// What those concerned with navigation projects are told.
let navigationNoticeKinds: [NoticeKind] = [.navigationWaits, .navigationReviewed, .navigationReleased]

/// Whom the news of a navigation project reach, and in which words.
enum NavigationNotices {
  /// The experts who may review a draft, its author, or those who act for whoever ordered the report.
  static func addressees(
    of news: NavigationNews, by matrix: PermissionMatrix, on day: Day, in db: any Reading
  ) throws -> [Addressee] {
    let found: [Addressee] =
      switch news.event {
      case .submitted(let makers, let agency):
        try reviewers(but: makers, agency, by: matrix, on: day, in: db)
      case .reviewed: [.account(news.project.author)]
      case .released: try news.project.facts.orderer.map { try Audience.acting(for: $0, on: day, in: db) } ?? []
      }
    // Nobody is told what they have just done themselves.
    return found.filter { $0 != .account(news.by) }
  }

  /// Nobody reviews what they wrote, or what their own agency makes.
  private static func reviewers(
    but makers: Set<ID<Account>>, _ agency: SocialCreditCode?, by matrix: PermissionMatrix, on day: Day,
    in db: any Reading
  ) throws -> [Addressee] {
    let colleagues = try agency.map { Set(try Audience.acting(for: $0, on: day, in: db)) } ?? []
    return try AccountDirectory.holders(of: .reviewNavigation, by: matrix, in: db)
      .filter { !makers.contains($0.account) }.map { Addressee.account($0.account) }
      .filter { !colleagues.contains($0) }
  }

  static func notices(of news: NavigationNews, to addressees: [Addressee]) -> [Notice] {
    let (id, template) = (news.project.id, template(of: news.event))
    return addressees.map { template.notice(to: $0, news, link: "/navigations/\(id)", about: id.subject) }
  }

  private static func template(of event: NavigationNews.Event) -> NoticeTemplate<NavigationNews> {
    switch event {
    case .submitted: waits
    case .reviewed(.accept): accepted
    case .reviewed(.sendBack): sentBack
    case .released: released
    }
  }

  private static let waits = NoticeTemplate<NavigationNews>(
    .navigationWaits,
    subject: {
      Phrase(zh: "请评审：\($0.project.facts.title)", en: "For your review: \($0.project.facts.title)")
    },
    body: {
      Phrase(
        zh: "专利导航项目“\($0.project.facts.title)”的报告初稿已送评审。请登录查看数据集、清洗记录与报告，填写评审意见；与本项目有利害关系的请勿评审。",
        en:
          "The draft report of “\($0.project.facts.title)” waits for an expert. Sign in to read its dataset, cleaning log "
          + "and text, and to give your opinion; please leave it to others if you have a stake in it.")
    })

  private static let accepted = NoticeTemplate<NavigationNews>(
    .navigationReviewed,
    subject: { Phrase(zh: "评审通过：\($0.project.facts.title)", en: "Accepted: \($0.project.facts.title)") },
    body: {
      Phrase(
        zh: "专家已通过“\($0.project.facts.title)”的报告初稿，可以发布。评审意见请登录查看。",
        en:
          "An expert accepted the draft of “\($0.project.facts.title)”; it may be released. Sign in to read the opinion."
      )
    })

  private static let sentBack = NoticeTemplate<NavigationNews>(
    .navigationReviewed,
    subject: { Phrase(zh: "评审退回修改：\($0.project.facts.title)", en: "Sent back: \($0.project.facts.title)") },
    body: {
      Phrase(
        zh: "专家将“\($0.project.facts.title)”的报告初稿退回修改。理由请登录查看，改后重新送审。",
        en:
          "An expert sent the draft of “\($0.project.facts.title)” back. Sign in to read why; it then goes to review anew."
      )
    })

  private static let released = NoticeTemplate<NavigationNews>(
    .navigationReleased,
    subject: { Phrase(zh: "导航报告已发布：\($0.project.facts.title)", en: "Released: \($0.project.facts.title)") },
    body: {
      Phrase(
        zh: "您委托的专利导航报告“\($0.project.facts.title)”已发布，请登录查看；据此作出的决策请在成果运用中登记。",
        en:
          "The navigation report that you ordered, “\($0.project.facts.title)”, was released. Sign in to read it, and tell "
          + "what you decided by it.")
    })
}
