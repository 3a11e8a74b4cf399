import Kernel
import Markup
import Web

/// - Parameter wanted: the page that sent the person here, because it is not for visitors.
func signInPage(_ state: FormState, site: Site, wanted: Link?) -> Page {
  let invited = Phrase(zh: "我有邀请码", en: "I have an invitation")
  let forgotten = Phrase(zh: "忘记密码", en: "Forgotten password")
  return Page(
    Phrase(zh: "登录", en: "Sign in"),
    """
    \(wanted.map { notice(.information, whyHere($0, site)) })\(site.isDemonstration ? demonstrationNotice : "")
    \(state.form(to: AccessPath.signIn, submit: Phrase(zh: "登录", en: "Sign in"), """
      \(state.field("name", Phrase(zh: "登录名", en: "Sign-in name"), need: .required, hint: "username"))\
      \(passwordField("password", Phrase(zh: "密码", en: "Password"), state, hint: "current-password"))
      """))
    <p class="actions">\(site.register.map { linkButton(Phrase(zh: "注册账号", en: "Register"), to: $0) })\
    \(linkButton(invited, to: AccessPath.invitation))\(linkButton(forgotten, to: AccessPath.askForReset))</p>
    """)
}

/// Why somebody who wanted a page sees the form for signing in; by the menu's own word where it has one.
private func whyHere(_ wanted: Link, _ site: Site) -> Phrase {
  let path = wanted.target.prefix { $0 != "?" }
  let items = (site.menu.flatMap(\.items) + site.accountItems).filter {
    path == $0.link.target || path.hasPrefix($0.link.target + "/")
  }
  guard let item = items.max(by: { $0.link.target.count < $1.link.target.count }) else {
    return Phrase(zh: "该页面不对公众开放，请先登录；登录后自动打开", en: "This page is not for visitors: sign in, and it opens")
  }
  return Phrase(
    zh: "“\(item.phrase.zh)”不对公众开放，请先登录；登录后自动打开",
    en: "“\(item.phrase.en)” is not for visitors: sign in, and it opens")
}

func codePage(_ state: FormState, isAwaited: Bool) -> Page {
  let title = Phrase(zh: "输入动态验证码", en: "Enter your code")
  guard isAwaited else {
    return Page(
      title,
      emptyState(
        Phrase(zh: "登录已超时", en: "Signing in took too long"),
        Phrase(zh: "验证码须在密码之后五分钟内输入，请重新登录", en: "The code is awaited for five minutes; please sign in again"),
        action: linkButton(Phrase(zh: "重新登录", en: "Sign in again"), to: AccessPath.signIn, .main)))
  }
  return Page(
    title,
    """
    \(state.form(to: AccessPath.signInCode, submit: Phrase(zh: "继续", en: "Continue"), codeField(state)))
    <p>\(Phrase(
      zh: "手机丢失或换机？请联系安全管理员解除动态验证码。",
      en: "Phone lost or replaced? Ask the security administrator to remove the second factor."))</p>
    """)
}

func codeField(_ state: FormState) -> HTML {
  field(
    "code", Phrase(zh: "动态验证码", en: "Code"), need: .required,
    help: Phrase(zh: "身份验证器应用中显示的六位数字", en: "The six digits that your authenticator shows"),
    error: state.error("code"), hint: "one-time-code")
}

/// A password is never sent back to the browser.
func passwordField(
  _ name: String, _ label: Phrase, _ state: FormState, help: Phrase? = nil, hint: String = "new-password"
) -> HTML {
  field(name, label, .password, need: .required, help: help, error: state.error(name), hint: hint)
}

let newPasswordHelp = Phrase(
  zh: "至少10个字符，不要求符号或大写；几个不相关的词连在一起就很好", en: "At least 10 characters; no symbols needed, a few unrelated words do well")

private let demonstrationNotice = notice(
  .information,
  Phrase(
    zh: "这是演示环境：各角色的演示登录由服务器上的命令 ipzone user demo-logins 显示",
    en: "This is a demonstration: at the server, the command “ipzone user demo-logins” shows a login for each role"))
