import Access
import AccessStore
import Kernel
import Markup
import Web

func accountListPage(_ found: [AccountLine], _ filter: AccountFilter, by account: Account) -> Page {
  let title = Phrase(zh: "账号管理", en: "Accounts")
  let shown = found.prefix(50)
  let rows = shown.map { line -> [HTML] in
    [
      "<a href=\"\(AccessPath.show(line.id))\"><span translate=\"no\">\(line.name)</span></a>",
      marked(line.displayName.description), roleBadges(line.roles),
      "\(stageMark(line))", "\(Instant(line.createdAt))",
    ]
  }
  let list: HTML =
    rows.isEmpty
    ? emptyState(
      Phrase(zh: "没有符合条件的账号", en: "No such accounts"), Phrase(zh: "请放宽条件", en: "Please widen the search"))
    : table(
      title,
      columns: [
        Column(Phrase(zh: "登录名", en: "Sign-in name"), .name), Column(Phrase(zh: "姓名", en: "Name")),
        Column(Phrase(zh: "角色", en: "Roles")), Column(Phrase(zh: "状态", en: "State")),
        Column(Phrase(zh: "建立时间", en: "Since"), .code),
      ], rows: rows)
  return Page(
    title,
    """
    \(if: account.may(.inviteClients), "<p class=\"actions\">\(linkButton(Phrase(zh: "邀请", en: "Invite"), to: AccessPath.invite, .main))</p>")
    \(accountFilter(filter))
    \(list)
    \(pager(newer: nil, older: found.count > 50 ? AccessPath.accounts(filter, after: shown.last?.id) : nil))
    """)
}

private func accountFilter(_ filter: AccountFilter) -> HTML {
  let isSet = filter != AccountFilter()
  return filterBar(
    to: AccessPath.accounts, clear: isSet ? AccessPath.accounts : nil,
    """
    \(field("name", Phrase(zh: "登录名开头", en: "Name begins with"), .search, values: [filter.name ?? ""]))\
    \(field("role", Phrase(zh: "角色", en: "Role"), .list(Role.allCases.map { Choice($0.rawValue, $0.phrase) }), values: [filter.role?.rawValue ?? ""]))\
    \(field("stage", Phrase(zh: "状态", en: "State"), .list(AccountStage.allCases.map { Choice($0.rawValue, $0.phrase) }), values: [filter.stage?.rawValue ?? ""]))\
    \(field("asks", Phrase(zh: "密码重置", en: "Password reset"), .list([Choice("reset", Phrase(zh: "已申请重置", en: "Asked for one"))]), values: [filter.asksForReset ? "reset" : ""]))
    """)
}

private func stageMark(_ line: AccountLine) -> HTML {
  let tone: Tone =
    switch line.stage {
    case .invited: .information
    case .active: .success
    case .deactivated: .neutral
    }
  let asked = badge(Phrase(zh: "申请重置密码", en: "Asks for a reset"), .warning)
  return "\(badge(line.stage.phrase, tone))\(if: line.hasAskedForReset, " \(asked)")"
}

func accountDetailPage(_ line: AccountLine, by account: Account) -> Page {
  let id = line.id
  let doors: [(Permission, Phrase, Link)] = [
    (.lookAtAccount, Phrase(zh: "查看完整信息", en: "See in full"), AccessPath.look(id)),
    (.inviteClients, Phrase(zh: "变更角色", en: "Change roles"), AccessPath.roles(id)),
    (.resetPasswords, Phrase(zh: "签发重置代码", en: "Issue a reset code"), AccessPath.reset(id)),
    (.resetSecondFactors, Phrase(zh: "解除动态验证码", en: "Remove the second factor"), AccessPath.removeFactor(id)),
    (.deactivateAccounts, Phrase(zh: "停用或恢复", en: "Deactivate or reactivate"), AccessPath.stage(id)),
    (.eraseAccounts, Phrase(zh: "删除个人信息", en: "Erase personal data"), AccessPath.erase(id)),
  ]
  let renew: HTML =
    line.stage == .invited && account.may(.inviteClients)
    ? postButton(Phrase(zh: "重发邀请", en: "Renew the invitation"), to: AccessPath.renew(id)) : ""
  return Page(
    .text(line.name, lang: .en), trail: AccessTrail.accounts,
    """
    \(definitions([
      (
        Phrase(zh: "姓名", en: "Name"),
        line.displayName.description.isEmpty ? .notGiven : marked(line.displayName.description)
      ),
      (Phrase(zh: "电子邮箱", en: "E-mail"), line.email.map { "\($0)" } ?? .notGiven),
      (Phrase(zh: "电话", en: "Phone"), line.phone.map { "\($0)" } ?? .notGiven),
      (Phrase(zh: "角色", en: "Roles"), roleBadges(line.roles)),
      (Phrase(zh: "申请的身份", en: "Asked to be"), line.wantedRole.map { "\($0.phrase)" } ?? "\(Phrase(zh: "无", en: "None"))"),
      (Phrase(zh: "状态", en: "State"), stageMark(line)),
      (Phrase(zh: "建立时间", en: "Since"), "\(Instant(line.createdAt))"),
    ]))
    <p class="actions">\(doors.filter { account.may($0.0) }.map { linkButton($0.1, to: $0.2) })\(renew)</p>
    """)
}

func invitePage(_ roles: [Role], _ state: FormState) -> Page {
  Page(
    Phrase(zh: "邀请", en: "Invite"), trail: AccessTrail.accounts,
    state.form(
      to: AccessPath.invite, submit: Phrase(zh: "邀请", en: "Invite"),
      """
      \(nameField(state))\(contactFields(state, nil))\
      \(state.field("role", Phrase(zh: "角色", en: "Roles"), .checks(roles.map { Choice($0.rawValue, $0.phrase) }), need: .required))
      """))
}

/// The code, shown this once.
func invitationCodePage(_ code: Secret, for name: String?, _ id: ID<Account>) -> Page {
  oncePage(
    Phrase(zh: "邀请码", en: "Invitation"), code, id,
    Phrase(
      zh: "请把代码当面或经可靠渠道交给本人，七天内在“我有邀请码”处使用\(name.map { "（登录名 \($0)）" } ?? "")",
      en:
        "Give the code to the person by a safe way; it works for seven days under “I have an invitation”\(name.map { " (sign-in name \($0))" } ?? "")"
    ))
}

func resetCodePage(_ code: Secret, _ id: ID<Account>) -> Page {
  oncePage(
    Phrase(zh: "密码重置代码", en: "Reset code"), code, id,
    Phrase(
      zh: "请核实身份后交给本人，二十四小时内在“重置密码”处使用",
      en: "Make sure who it is before you hand it over; it works for a day under “Set a new password”"))
}

private func oncePage(_ title: Phrase, _ code: Secret, _ id: ID<Account>, _ advice: Phrase) -> Page {
  Page(
    title, trail: AccessTrail.accounts,
    """
    \(notice(
      .warning, Phrase(zh: "只显示这一次", en: "It is shown this once"), "<p>\(copyable(code.text))</p><p>\(advice)</p>"))
    <p class="actions">\(linkButton(Phrase(zh: "回到账号", en: "Back to the account"), to: AccessPath.show(id)))</p>
    """)
}

/// Looking, resetting and removing a second factor ask for nothing but the reason.
func reasonPage(_ address: Link, _ id: ID<Account>, _ state: FormState) -> Page {
  let (title, link): (Phrase, Link) =
    switch address.target.split(separator: "?").first?.split(separator: "/").last {
    case "look": (Phrase(zh: "查看完整信息", en: "See in full"), AccessPath.look(id))
    case "reset": (Phrase(zh: "签发重置代码", en: "Issue a reset code"), AccessPath.reset(id))
    default: (Phrase(zh: "解除动态验证码", en: "Remove the second factor"), AccessPath.removeFactor(id))
    }
  return Page(
    title, trail: AccessTrail.accounts,
    state.form(to: link, submit: Phrase(zh: "继续", en: "Continue"), reasonField(state)))
}

/// What a look with a reason shows.
///
/// - Parameter back: where the person came from, if not from the account.
func contactPage(_ contact: ContactDetails, _ id: ID<Account>, back: Link?) -> Page {
  Page(
    Phrase(zh: "完整信息", en: "In full"), trail: AccessTrail.accounts,
    """
    \(notice(.information, Phrase(zh: "本次查看已记入留痕", en: "The journal keeps that you looked")))
    \(definitions([
      (Phrase(zh: "姓名", en: "Name"), "\(contact.displayName, in: .zh)"),
      (Phrase(zh: "电子邮箱", en: "E-mail"), contact.email.map { "\($0)" } ?? .notGiven),
      (Phrase(zh: "电话", en: "Phone"), contact.phone.map { "\($0)" } ?? .notGiven),
    ]))
    <p class="actions">\(back.map { linkButton(Phrase(zh: "返回办理", en: "Back to the work"), to: $0, .main) })\
    \(linkButton(Phrase(zh: "回到账号", en: "Back to the account"), to: AccessPath.show(id)))</p>
    """)
}

/// Erasing cannot be undone, so it asks twice.
func erasurePage(_ line: AccountLine, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "删除个人信息", en: "Erase personal data"), trail: AccessTrail.accounts,
    """
    <p><span translate="no">\(line.name)</span> \(stageMark(line))</p>
    \(notice(.warning, Phrase(zh: "删除后不能恢复", en: "This cannot be undone"), "<p>\(erasureWords)</p>"))
    \(state.form(
      to: AccessPath.erase(line.id), submit: Phrase(zh: "删除", en: "Erase"),
      """
      \(reasonField(state))\
      \(state.field("sure", Phrase(zh: "我已核实身份和依据，确认删除", en: "I have checked who asks and on what ground"), .check, need: .required))
      """))
    <p class="actions">\(linkButton(Phrase(zh: "不删除，返回", en: "Keep it, go back"), to: AccessPath.show(line.id)))</p>
    """)
}

private let erasureWords = Phrase(
  zh: "将清空姓名、电子邮箱、电话和授权证明文字，并删除留痕旁保存的这些内容；账号停用，登录全部结束。登录名和“谁在何时做了什么”仍保留，哈希链保持完好。",
  en:
    "Name, e-mail, phone and the words of mandates are blanked, and what the journal keeps of them beside the chain is deleted; the account ends with all its sessions. The sign-in name and who did what when stay, and the chain stays intact."
)

func rolesPage(_ line: AccountLine, _ roles: [Role], _ state: FormState) -> Page {
  let changes = [
    Choice("grant", Phrase(zh: "授予", en: "Grant")), Choice("withdraw", Phrase(zh: "撤销", en: "Withdraw")),
  ]
  return Page(
    Phrase(zh: "变更角色", en: "Change roles"), trail: AccessTrail.accounts,
    """
    <p>\(line.name) \(roleBadges(line.roles))</p>
    \(state.form(
      to: AccessPath.roles(line.id), revision: line.revision, submit: Phrase(zh: "变更", en: "Change"),
      """
      \(state.field("change", Phrase(zh: "变更", en: "Change"), .radio(changes), else: "grant", need: .required))\
      \(state.field(
        "role", Phrase(zh: "角色", en: "Role"), .list(roles.map { Choice($0.rawValue, $0.phrase) }),
        else: line.wantedRole?.rawValue ?? "", need: .required))\(reasonField(state))
      """))
    """)
}

func stagePage(_ line: AccountLine, _ state: FormState) -> Page {
  let steps = [AccountStep.deactivate, .reactivate].filter { line.stage.after($0) != nil }
  return Page(
    Phrase(zh: "停用或恢复", en: "Deactivate or reactivate"), trail: AccessTrail.accounts,
    """
    <p>\(line.name) \(stageMark(line))</p>
    \(state.form(
      to: AccessPath.stage(line.id), revision: line.revision, submit: Phrase(zh: "提交", en: "Submit"),
      """
      \(state.field(
        "step", Phrase(zh: "处理", en: "Action"), .radio(steps.map { Choice($0.rawValue, $0.phrase) }),
        else: steps.first?.rawValue ?? "", need: .required))\(reasonField(state))
      """))
    """)
}
