import Access
import Kernel
import Markup
import Web

func registerPage(_ state: FormState) -> Page {
  let roles = Role.registering.map { Choice($0.rawValue, $0.phrase) }
  return Page(
    Phrase(zh: "注册账号", en: "Register"),
    state.form(
      to: AccessPath.register, submit: Phrase(zh: "注册", en: "Register"),
      """
      \(nameField(state))\(contactFields(state, nil))\
      \(state.field(
        "role", Phrase(zh: "您是", en: "You are"), .radio(roles), else: Role.member.rawValue, need: .required,
        help: Phrase(
          zh: "企业、机构须再申请单位授权；专家、境外客户由中心确认。在此之前按公众用户使用",
          en: "Enterprises and institutions then file a mandate, the centre confirms experts and overseas clients; until then you use the zone as a member of the public")))\
      \(passwordField("password", Phrase(zh: "密码", en: "Password"), state, help: newPasswordHelp))\
      \(state.field(
        "consent", Phrase(zh: "我已阅读并同意个人信息保护说明", en: "I have read the privacy notice and agree"), .check,
        need: .required))\
      <p class="help"><a href="\(Link("/privacy"))">\(Phrase(
        zh: "个人信息保护说明（\(PrivacyNotice.day.description)版）", en: "Privacy notice of \(PrivacyNotice.day.description)"))</a></p>
      """))
}

func nameField(_ state: FormState) -> HTML {
  state.field(
    "name", Phrase(zh: "登录名", en: "Sign-in name"), need: .required,
    help: Phrase(
      zh: "2至32个汉字、字母、数字或 . _ -；登录名会留在操作记录中，请勿用手机号或证件号",
      en:
        "2 to 32 letters, digits, dots, underscores or hyphens; it stays in the records, so no phone or identity number"
    ),
    hint: "username")
}

/// - Parameter known: what is on record, where something is.
func contactFields(_ state: FormState, _ known: ContactDetails?) -> HTML {
  """
  \(state.field(
    "display-name", Phrase(zh: "姓名或称呼", en: "Name"), else: known?.displayName ?? "", need: .required, hint: "name"))\
  \(state.field(
    "email", Phrase(zh: "电子邮箱", en: "E-mail"), .email, else: known?.email ?? "",
    help: Phrase(zh: "选填，仅用于联系您", en: "Optional, only to reach you"), hint: "email"))\
  \(state.field(
    "phone", Phrase(zh: "电话", en: "Phone"), .telephone, else: known?.phone ?? "",
    help: Phrase(zh: "选填，页面上只显示部分数字", en: "Optional; pages show only some of its digits"), hint: "tel"))
  """
}

/// The form of whoever has a one-time code.
func oneTimePage(_ title: Phrase, to link: Link, _ state: FormState) -> Page {
  Page(
    title,
    state.form(
      to: link, submit: Phrase(zh: "设置密码", en: "Set the password"),
      """
      \(state.field(
        "code", Phrase(zh: "一次性代码", en: "One-time code"), need: .required,
        help: Phrase(zh: "由管理员交给您，形如 ABCD-EFGH-…，大小写均可", en: "An administrator gave it to you, such as ABCD-EFGH-…"),
        hint: "off"))\
      \(passwordField("password", Phrase(zh: "新密码", en: "New password"), state, help: newPasswordHelp))
      """))
}

func askForResetPage(_ state: FormState) -> Page {
  Page(
    Phrase(zh: "忘记密码", en: "Forgotten password"),
    """
    <p>\(Phrase(
      zh: "提交后管理员会收到申请，核实身份后把一次性代码交给您。",
      en: "The administrators see your request; having made sure who you are, they give you a one-time code."))</p>
    \(state.form(
      to: AccessPath.askForReset, submit: Phrase(zh: "申请重置", en: "Ask for a reset"),
      state.field("name", Phrase(zh: "登录名", en: "Sign-in name"), need: .required, hint: "username")))
    <p class="actions">\(linkButton(Phrase(zh: "我已有一次性代码", en: "I have a code"), to: AccessPath.reset))</p>
    """)
}

/// The same whether or not the name exists.
let resetAskedPage = Page(
  Phrase(zh: "忘记密码", en: "Forgotten password"),
  """
  \(notice(.success, Phrase(zh: "申请已提交", en: "Your request was sent")))
  <p>\(Phrase(
    zh: "如登录名存在，管理员会在列表中看到您的申请。请联系管理员领取一次性代码。",
    en: "If the name exists, the administrators see the request in their list. Please ask them for the one-time code."))</p>
  <p class="actions">\(linkButton(Phrase(zh: "输入一次性代码", en: "Enter the code"), to: AccessPath.reset, .main))</p>
  """)
