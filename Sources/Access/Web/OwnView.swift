import Access
import AccessStore
import Documents
import Kernel
import Markup
import Web

func accountPage(_ profile: Profile, heldBack: HeldBack?, mandate: Mandate?) -> Page {
  Page(
    Phrase(zh: "我的账号", en: "My account"),
    """
    \(heldBack.map(heldBackNotice))
    \(definitions([
      (Phrase(zh: "登录名", en: "Sign-in name"), "\(profile.name)"),
      (Phrase(zh: "姓名或称呼", en: "Name"), "\(profile.contact.displayName, in: .zh)"),
      (Phrase(zh: "电子邮箱", en: "E-mail"), profile.contact.email.map { "\($0)" } ?? .notGiven),
      (Phrase(zh: "电话", en: "Phone"), profile.contact.phone.map { "\($0)" } ?? .notGiven),
      (Phrase(zh: "角色", en: "Roles"), roleBadges(profile.roles)),
      (Phrase(zh: "申请的身份", en: "Asked to be"), profile.wantedRole.map { "\($0.phrase)" } ?? "\(Phrase(zh: "无", en: "None"))"),
      (Phrase(zh: "代表单位", en: "Acting for"), mandate.map { "\($0.organisationName, in: .zh)" } ?? "\(Phrase(zh: "本人", en: "Yourself"))"),
      (Phrase(zh: "动态验证码", en: "Second factor"), factorBadge(profile.hasSecondFactor)),
      (Phrase(zh: "注册时间", en: "Since"), "\(Instant(profile.createdAt))"),
    ]))
    <ul class="doors">
    \(doors.map { "<li><a href=\"\($0.1)\">\($0.0)</a></li>\n" as HTML })</ul>
    """)
}

private let doors: [(Phrase, Link)] = [
  (Phrase(zh: "修改资料", en: "Change my details"), AccessPath.profile),
  (Phrase(zh: "修改密码", en: "Change my password"), AccessPath.password),
  (Phrase(zh: "动态验证码", en: "Second factor"), AccessPath.secondFactor),
  (Phrase(zh: "登录记录", en: "My sessions"), AccessPath.sessions),
  (Phrase(zh: "访问令牌", en: "Access tokens"), AccessPath.tokens),
  (Phrase(zh: "单位授权", en: "My mandates"), AccessPath.mandates),
]

private func heldBackNotice(_ heldBack: HeldBack) -> HTML {
  let (label, link): (Phrase, Link) =
    switch heldBack {
    case .mustChangePassword: (Phrase(zh: "现在修改密码", en: "Change the password now"), AccessPath.password)
    case .needsSecondFactor: (Phrase(zh: "现在启用", en: "Turn it on now"), AccessPath.secondFactor)
    }
  return notice(.warning, heldBack.phrase, "<p>\(linkButton(label, to: link, .main))</p>")
}

func roleBadges(_ roles: Set<Role>) -> HTML {
  "\(Role.allCases.filter(roles.contains).map { "\(badge($0.phrase)) " as HTML })"
}

private func factorBadge(_ isOn: Bool) -> HTML {
  isOn
    ? badge(Phrase(zh: "已启用", en: "On"), .success) : badge(Phrase(zh: "未启用", en: "Off"), .neutral)
}

func profilePage(_ profile: Profile, _ state: FormState) -> Page {
  let languages = [
    Choice(Language.zh.rawValue, Phrase(zh: "中文", en: "Chinese")),
    Choice(Language.en.rawValue, Phrase(zh: "英文", en: "English")),
  ]
  return Page(
    Phrase(zh: "修改资料", en: "Change my details"), trail: AccessTrail.account,
    state.form(
      to: AccessPath.profile, revision: profile.revision, submit: Phrase(zh: "保存", en: "Save"),
      """
      \(contactFields(state, profile.contact))\
      \(state.field(
        "language", Phrase(zh: "通知语言", en: "Language of notices"), .radio(languages),
        else: profile.contact.language.rawValue, need: .required))
      """))
}

func passwordPage(_ state: FormState) -> Page {
  Page(
    Phrase(zh: "修改密码", en: "Change my password"), trail: AccessTrail.account,
    """
    <p>\(Phrase(zh: "修改后，其他设备上的登录会全部结束。", en: "All your other sessions end."))</p>
    \(state.form(
      to: AccessPath.password, submit: Phrase(zh: "修改密码", en: "Change the password"),
      """
      \(currentPasswordField(state))\
      \(passwordField("password", Phrase(zh: "新密码", en: "New password"), state, help: newPasswordHelp))
      """))
    """)
}

func currentPasswordField(_ state: FormState) -> HTML {
  passwordField(
    "current-password", Phrase(zh: "当前密码", en: "Current password"), state, hint: "current-password")
}

func enrolPage(_ state: FormState) -> Page {
  Page(
    Phrase(zh: "动态验证码", en: "Second factor"), trail: AccessTrail.account,
    """
    <p>\(Phrase(
      zh: "启用后，登录时除密码外还需身份验证器应用显示的六位数字。工作人员必须启用。重新设置会替换原有的验证器。",
      en: "Signing in then takes six digits of an authenticator beside the password. Staff must have one. Setting it up anew replaces the old one."))</p>
    \(state.form(
      to: AccessPath.secondFactor, submit: Phrase(zh: "开始设置", en: "Set it up"), currentPasswordField(state)))
    """)
}

/// The secret, shown this once.
func enrolmentPage(_ enrolment: Enrolment, _ code: QRCode, _ state: FormState = FormState()) -> Page {
  let scan = Phrase(zh: "用身份验证器应用扫描", en: "Scan this with your authenticator")
  return Page(
    Phrase(zh: "扫描二维码", en: "Scan the code"), trail: AccessTrail.account,
    """
    <p>\(scan)</p>
    \(code.svg(label: scan))
    <p>\(Phrase(zh: "无法扫描时手工输入密钥：", en: "Or type this key: "))\(copyable(enrolment.secret.text))</p>
    \(state.form(
      to: AccessPath.secondFactorCode, submit: Phrase(zh: "启用", en: "Turn it on"), codeField(state)))
    """)
}

func confirmEnrolmentPage(_ state: FormState) -> Page {
  Page(
    Phrase(zh: "确认动态验证码", en: "Confirm the second factor"), trail: AccessTrail.account,
    """
    \(state.form(
      to: AccessPath.secondFactorCode, submit: Phrase(zh: "启用", en: "Turn it on"), codeField(state)))
    <p class="actions">\(linkButton(Phrase(zh: "重新设置", en: "Begin again"), to: AccessPath.secondFactor))</p>
    """)
}

func sessionsPage(_ sessions: [OpenSession], current: String?) -> Page {
  let rows = sessions.map { session -> [HTML] in
    let isHere = "\(session.id)" == current
    return [
      "\(session.origin.device.map { "\($0)" as HTML } ?? "\(Phrase(zh: "程序未说明", en: "The program did not say"))")",
      "\(session.origin.address.map { "\($0)" as HTML } ?? .notKnown)", "\(Instant(session.createdAt))",
      "\(Instant(session.seenAt))",
      isHere
        ? badge(Phrase(zh: "当前", en: "This one"), .success)
        : postButton(Phrase(zh: "结束", en: "End"), to: AccessPath.end(session.id), .grave),
    ]
  }
  let title = Phrase(zh: "登录记录", en: "My sessions")
  return Page(
    title, trail: AccessTrail.account,
    """
    <p>\(Phrase(zh: "不认识的登录请立即结束，并修改密码。", en: "End any session that you do not know, and change your password."))</p>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "设备", en: "Device"), .name), Column(Phrase(zh: "地址", en: "Address"), .code),
        Column(Phrase(zh: "登录时间", en: "Signed in"), .code), Column(Phrase(zh: "最近使用", en: "Last used"), .code),
        Column(Phrase(zh: "操作", en: "Action")),
      ], rows: rows))
    \(if: sessions.count > 1, postButton(
      Phrase(zh: "结束其他全部登录", en: "End all others"), to: AccessPath.endOthers, .grave))
    """)
}
