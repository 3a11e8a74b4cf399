import Access
import Kernel
import Markup

/// The main menu: what the account may do, by task.
struct MenuMarkup {
  let context: PortalContext

  var markup: HTML {
    let groups = context.site.menu.compactMap(group)
    guard !groups.isEmpty else { return "" }
    return """
      <nav class="menu" aria-label="\(Phrase(zh: "主菜单", en: "Main menu"))"><ul>\(groups)</ul></nav>
      """
  }

  private func group(_ group: MenuGroup) -> HTML? {
    let items = group.items.filter { $0.needs.map(context.account.may) ?? true }
    guard let first = items.first else { return nil }
    guard items.count > 1 else { return "<li>\(link(first, named: group.phrase))</li>\n" }
    let isHere = items.contains { isCurrent($0.link) }
    return """
      <li><details name="menu"\(if: isHere, " class=\"here\"")><summary>\(group.phrase)</summary>\
      <ul>\(items.map { "<li>\(link($0, named: $0.phrase))</li>" as HTML })</ul></details></li>

      """
  }

  private func link(_ item: MenuItem, named phrase: Phrase) -> HTML {
    "<a href=\"\(item.link)\"\(if: isCurrent(item.link), " aria-current=\"page\"")>\(phrase)</a>"
  }

  private func isCurrent(_ link: Link) -> Bool {
    let path = context.address.target.prefix { $0 != "?" }
    return path == link.target || (link.target != "/" && path.hasPrefix(link.target + "/"))
  }
}

/// Who is signed in, and what they can do about it.
struct AccountMarkup {
  let context: PortalContext

  var markup: HTML {
    context.account.standing == .visitor ? visitor : person
  }

  private var visitor: HTML {
    let site = context.site
    let isSigningIn = context.address.target.hasPrefix(site.signIn.target)
    let link =
      isSigningIn
      ? site.signIn : Link(site.signIn.target, query: [("return-to", context.address.target), ("by", "choice")])
    return """
      <span class="account"><a class="sign-in" href="\(link)">\(Phrase(zh: "登录", en: "Sign in"))</a>\
      \(site.register.map { "<a href=\"\($0)\">\(Phrase(zh: "注册", en: "Register"))</a>" as HTML })</span>
      """
  }

  private var person: HTML {
    let account = context.account
    let items = context.site.accountItems.filter { $0.needs.map(account.may) ?? true }
    return """
      <details class="account" name="menu"><summary><span class="unseen">\(Phrase(zh: "账号：", en: "Account: "))</span>\
      \(marked(account.displayName))</summary><div class="account-panel">\
      \(account.mandate.map { mandate -> HTML in
        "<p class=\"mandate\">\(Phrase(zh: "代表", en: "Acting for")) \(mandate.organisationName, in: .zh)</p>"
      })<ul>\(items.map { "<li><a href=\"\($0.link)\">\($0.phrase)</a></li>" as HTML })</ul>\
      \(postButton(Phrase(zh: "退出登录", en: "Sign out"), to: context.site.signOut))</div></details>
      """
  }
}

/// The foot: who runs the site, and under which numbers it is registered.
struct FooterMarkup {
  let site: Site

  var markup: HTML {
    """
    <footer class="site-footer"><div class="footer-inner">
    <p class="footer-name">\(site.zoneName) · \(site.platformName)</p>
    \(links)\(facts)\(registrations)</div></footer>
    """
  }

  private var links: HTML {
    guard !site.footer.links.isEmpty else { return "" }
    return """
      <ul class="footer-links">\(site.footer.links.map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>" as HTML })</ul>

      """
  }

  private var facts: HTML {
    let host = site.footer.host.map { "<p>\(Phrase(zh: "主办单位：", en: "Run by: "))\($0)</p>" as HTML }
    let contact = site.footer.contact.map { "<p>\(Phrase(zh: "联系方式：", en: "Contact: "))\($0)</p>" as HTML }
    return "\(host)\(contact)"
  }

  private var registrations: HTML {
    let code = site.footer.siteCode.map { "<span>\(Phrase(zh: "网站标识码：", en: "Site code: "))\($0)</span>" as HTML }
    let icp = site.footer.icpNumber.map {
      "<a href=\"https://beian.miit.gov.cn/\" rel=\"noreferrer\">\($0, in: .zh)</a>" as HTML
    }
    let police = site.footer.policeNumber.map {
      "<a href=\"https://beian.mps.gov.cn/\" rel=\"noreferrer\">\($0, in: .zh)</a>" as HTML
    }
    let found = [code, icp, police].compactMap(\.self)
    return found.isEmpty ? "" : "<p class=\"registrations\">\(found)</p>"
  }
}
