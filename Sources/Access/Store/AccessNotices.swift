import Access
import Foundation
import JournalStore
import Kernel
public import Notices
import NoticesStore
import Storage

extension NoticeKind {
  /// A one-time code: it is waited for, so it goes out at night, too.
  static let oneTimeCode = NoticeKind(
    "access.one-time-code", Phrase(zh: "邀请与重置代码", en: "Invitation and reset codes"), isStatutory: true)
}

/// What accounts tell their owners.
public let accessNoticeKinds: [NoticeKind] = [.oneTimeCode]

extension AccessDesk {
  /// Mails a code to its owner, where e-mail is set up and there is an address; whoever issued it sees it as before.
  ///
  /// It goes to the address and not into the list of the account: behind the sign-in it would be of no use.
  func mail(
    _ code: Secret, _ purpose: CodePurpose, to row: AccountRow, life: Double, with recording: Recording,
    in db: any Writing
  ) throws {
    guard let outbox, outbox.canMail, let email = row.contact.email, let address = try? EmailAddress(email) else {
      return
    }
    let words = CodeWords(name: row.name, code: code, days: max(Int(life / 86_400), 1))
    let template = purpose == .invitation ? CodeWords.invitation : CodeWords.reset
    let notice = template.notice(
      to: .email(address, row.contact.language), words, link: purpose == .invitation ? "/invitation" : "/reset",
      about: subject(row.id), secret: code)
    try outbox.post([notice], with: recording, in: db)
  }
}

/// What a mail with a code says.
private struct CodeWords: Sendable {
  let name: String
  let code: Secret
  let days: Int

  static let invitation = NoticeTemplate<CodeWords>(
    .oneTimeCode, subject: { _ in Phrase(zh: "邀请您使用综合服务平台", en: "You are invited to the service platform") },
    body: {
      Phrase(
        zh: "登录名：\($0.name)\n一次性代码：\($0.code)\n请在 \($0.days) 天内打开下面的页面，输入代码并设置密码。如果您没有申请，请忽略本邮件。",
        en:
          "Sign-in name: \($0.name)\nOne-time code: \($0.code)\nPlease open the page below within \($0.days) days, give the code and choose a password. If you did not ask for it, ignore this message."
      )
    })

  static let reset = NoticeTemplate<CodeWords>(
    .oneTimeCode, subject: { _ in Phrase(zh: "重置密码", en: "Reset your password") },
    body: {
      Phrase(
        zh: "登录名：\($0.name)\n一次性代码：\($0.code)\n请在 \($0.days) 天内打开下面的页面，输入代码并设置新密码。如果您没有申请，请忽略本邮件并告知管理员。",
        en:
          "Sign-in name: \($0.name)\nOne-time code: \($0.code)\nPlease open the page below within \($0.days) days, give the code and choose a new password. If you did not ask for it, ignore this message and tell the administrator."
      )
    })
}
