public import Access
import Kernel
public import Markup

/// The way to one's own notices in the head of every page, with how many are unread.
public struct Bell: Sendable {
  let link: Link
  let needs: Permission
  let count: @Sendable (Account) async throws -> Int

  /// - Parameter count: how many the account has not read; asked for once a page.
  public init(to link: Link, needs: Permission, count: @escaping @Sendable (Account) async throws -> Int) {
    self.link = link
    self.needs = needs
    self.count = count
  }
}

/// The bell of one page.
struct BellMarkup {
  let context: PortalContext

  var markup: HTML {
    guard let bell = context.site.bell, context.account.standing == .person, context.account.may(bell.needs) else {
      return ""
    }
    let unread = context.unread
    let shown = unread > 99 ? "99+" : "\(unread)"
    return """
      <a class="bell" href="\(bell.link)">\(Phrase(zh: "通知", en: "Notices"))\
      \(if: unread > 0, " <span class=\"bell-count\" aria-hidden=\"true\">\(shown)</span><span class=\"unseen\">\(Phrase(zh: "（\(unread) 条未读）", en: " (\(unread) unread)"))</span>")</a>
      """
  }
}
