import Access
import AccessStore
public import Kernel
import Markup
import Web

/// What people agree to when they register.
public enum PrivacyNotice {
  /// The notice's date, which the journal keeps with each registration; changed with its words.
  public static let day = Day(number: 20_780)
  static let title = Phrase(zh: "个人信息保护说明", en: "Privacy notice")
}

/// What the program keeps of people, why, how long, and what they can do about it.
///
/// It says what the code does: whoever changes that changes this, and the notice's date.
func privacyPage(_ site: Site, _ policy: AccessPolicyWords) -> Page {
  Page(
    PrivacyNotice.title,
    """
    <p class="lead">\(Phrase(
      zh: "本说明讲明平台保存您的哪些信息、为什么、保存多久，以及您可以怎么做。版本日期：\(PrivacyNotice.day.description)",
      en: "What this platform keeps of you, why, for how long, and what you can do about it. Version of \(PrivacyNotice.day.description)"))</p>
    \(sections.map(section))
    \(section(how(policy)))
    <h2>\(Phrase(zh: "联系我们", en: "Contact"))</h2>
    <p>\(site.footer.host.map { "\($0) " as HTML })\(site.footer.contact.map { "\($0)" as HTML } ?? noContact)</p>
    """)
}

private let noContact: HTML = "\(Phrase(zh: "请联系运营中心。", en: "Please ask the operation centre."))"

/// How long sessions last, in the words of this deployment.
struct AccessPolicyWords {
  let publicSession: Phrase
  let staffSession: Phrase

  init(_ desk: AccessDesk) {
    publicSession = Self.words(desk.policy.publicSession.whole)
    staffSession = Self.words(desk.policy.staffSession.whole)
  }

  private static func words(_ seconds: Double) -> Phrase {
    let hours = Int((seconds / 3_600).rounded(.up))
    return hours >= 48 && hours % 24 == 0
      ? Phrase(zh: "\(hours / 24)天", en: "\(hours / 24) days") : Phrase(zh: "\(hours)小时", en: "\(hours) hours")
  }
}

private struct Section {
  let title: Phrase
  let items: [Phrase]
}

private func section(_ section: Section) -> HTML {
  "<h2>\(section.title)</h2>\n<ul class=\"prose\">\(section.items.map { "<li>\($0)</li>" as HTML })</ul>\n"
}

private let sections = [
  Section(
    title: Phrase(zh: "不登录时", en: "Without an account"),
    items: [
      Phrase(
        zh: "查询公开内容无需账号。平台不使用统计或广告类 Cookie，也不向其他网站传送您的访问情况。",
        en:
          "What is public needs no account. There are no cookies for statistics or advertising, and no other site learns of your visit."
      ),
      Phrase(
        zh: "打开带表单的页面时设置一个随机数 Cookie，仅用于防止他站冒充您提交；关闭浏览器即失效。",
        en:
          "A page with a form sets a cookie with a random number, which keeps other sites from submitting in your name; it ends with the browser."
      ),
      Phrase(
        zh: "服务器日志记载访问的地址种类、结果和用时，不记载姓名、填写的内容和密码。",
        en:
          "The server's log has the kind of address, the outcome and the time taken; no names, no form contents, no passwords."
      ),
    ]),
  Section(
    title: Phrase(zh: "讲座与站点", en: "Lectures and stations"),
    items: [
      Phrase(
        zh: "报名讲座：姓名、单位、地区、信用代码和您自愿填写的邮箱，用于签到、证书和变更通知；证件号码只留带密钥的摘要，用于同一人不重复计数。邮箱在讲座结束14天后清除；其余可凭报名编号要求删除，有账号的随账号一并删除。",
        en:
          "Registering for a lecture: name, employer, district, credit code, and an e-mail address if you give one, for sign-in, certificate and notices of changes; of the identity number only a keyed digest is kept, so that nobody counts twice. The address is forgotten 14 days after the lecture; the rest is erased on request by the number of the registration, or with your account."
      ),
      Phrase(
        zh: "在服务站点登记：断网时，来访人姓名和所提事项加密保存在站点的浏览器中，上传后即删除，最长72小时；上传后即为服务单，按服务单保存。",
        en:
          "At a service station: while there is no link, visitors' names and what they ask are kept in the station's browser, encrypted, until they are handed in, 72 hours at most; then they are a ticket and are kept as one."
      ),
    ]),
  Section(
    title: Phrase(zh: "注册和使用账号时", en: "With an account"),
    items: [
      Phrase(
        zh: "登录名、姓名或称呼、界面语言，以及您自愿填写的电子邮箱和电话：用于识别您、与您联系。管理页面只显示部分字符；工作人员查看全部须写明理由，每次查看都有记录。",
        en:
          "Sign-in name, name, language, and e-mail and phone if you give them: to know and to reach you. Administration sees them masked; whoever looks at the whole gives a reason, and every look is recorded."
      ),
      Phrase(
        zh: "密码只保存不可还原的 Argon2id 摘要；动态验证码密钥加密保存；令牌、邀请码和重置代码只保存摘要。",
        en:
          "Of a password only an Argon2id digest is kept, which cannot be turned back; the secret of the second factor is sealed; of tokens and one-time codes only digests are kept."
      ),
      Phrase(
        zh: "登录记录：网络地址、浏览器自报的名称、登录和最近使用的时间，您可在“我的账号—登录记录”中查看和结束。",
        en:
          "Sessions: network address, what the browser calls itself, when it began and was last used. You see and end them under “My account – My sessions”."
      ),
      Phrase(
        zh: "登录失败和注册次数按加密后的登录名和网络地址计数，一天后清除。",
        en: "Failed sign-ins and registrations are counted under sealed names and addresses, and forgotten after a day."
      ),
      Phrase(
        zh: "代表单位办事的授权：单位、期限、您写明的授权证明和审核意见。",
        en: "Mandates: the organisation, the time, the proof that you name, and what the centre decided."),
      Phrase(
        zh: "您保存的检索式：名称、内容和提醒记录，只有您能看到，可随时删除。",
        en: "Queries that you keep: name, words and alerts. Only you see them, and you can delete them at any time."),
    ]),
  Section(
    title: Phrase(zh: "留痕", en: "The journal"),
    items: [
      Phrase(
        zh: "平台上的每次改动都留痕：登录名、时间、做了什么。条目首尾相连，不能删除，供监督核验。",
        en:
          "Every change is journaled with sign-in name, time and deed. Entries are chained and cannot be deleted, so that anybody can check them."
      ),
      Phrase(
        zh: "姓名、电子邮箱、电话和授权证明在留痕中只有加盐哈希，原文另存，可以删除；删除后留痕仍可核验，但无法再还原原文。",
        en:
          "Names, e-mail, phone and proofs stand in the journal as salted hashes only; the words are kept beside it and can be erased. The journal can still be checked then, and the words cannot be restored."
      ),
    ]),
]

private func how(_ policy: AccessPolicyWords) -> Section {
  Section(
    title: Phrase(zh: "保存多久与您的权利", en: "How long, and your rights"),
    items: [
      Phrase(
        zh: "登录最长\(policy.publicSession.zh)（工作人员\(policy.staffSession.zh)），到期即删。账号信息保存至您申请删除为止。",
        en:
          "A session lasts \(policy.publicSession.en) at most (staff: \(policy.staffSession.en)) and is then deleted. Account data is kept until you ask for its erasure."
      ),
      Phrase(
        zh: "您可以随时在“我的账号”中查阅、更正资料；查看有关您的留痕。",
        en: "Under “My account” you see and correct your details at any time, and what the journal says of you."),
      Phrase(
        zh: "您可以要求删除个人信息：由安全管理员核实身份后办理，姓名、联系方式、授权证明、讲座报名信息及其留痕原文一并清空，账号停用；登录名因留痕需要保留。",
        en:
          "You may ask for erasure: the security administrator checks who asks; name, contact, proofs, registrations for lectures and their words beside the journal are blanked and the account ends. The sign-in name stays, because the journal needs it."
      ),
      Phrase(
        zh: "平台不向第三方提供您的账号信息，法律规定应当提供的除外。",
        en: "Account data is given to no third party, unless the law demands it."),
    ])
}
