import Access
import Delivery
import Foundation
import Kernel
import Notices

/// A notice as an e-mail: both languages, the preferred first.
struct NoticeLetter {
  let posted: KeptNotice
  let delivery: NoticeDelivery
  let secret: Secret?
  let post: PostOffice

  func mail(to address: EmailAddress, first: Language, at now: Date) -> Mail {
    let from = post.mail?.from ?? ""
    let other: Language = first == .zh ? .en : .zh
    // The same for each sending of one notice, so that a mailbox can tell a repetition.
    let messageID = "notice-\(posted.id)@\(from.split(separator: "@").last.map(String.init) ?? "localhost")"
    var fields = [(name: "X-IPZone-Notice", value: posted.id.description)]
    fields.append((name: "X-IPZone-Attempt", value: "\(delivery.attempts)"))
    if delivery.mayBeRepeated { fields.append((name: "X-IPZone-Repeated", value: "yes")) }
    return Mail(
      from: from, fromName: post.sender, to: address.description, subject: posted.subject.text(in: first),
      texts: [first, other].map { (language: $0.rawValue, text: text(in: $0)) }, messageID: messageID,
      date: now, fields: fields)
  }

  private func text(in language: Language) -> String {
    var body = posted.body.text(in: language)
    if let secret { body = body.replacing("•••", with: secret.text, maxReplacements: 1) }
    var lines = [posted.subject.text(in: language), "", body, ""]
    if let link = posted.link { lines += [(post.origin ?? "") + language.pathPrefix + link, ""] }
    lines.append(Self.foot.text(in: language))
    return lines.joined(separator: "\n") + "\n"
  }

  private static let foot = Phrase(
    zh: "本邮件由系统自动发送，请勿回复。接收方式可在“我的通知—通知偏好”中修改。",
    en:
      "This message was sent automatically; please do not reply. How you get notices can be changed under “My notices – Preferences”."
  )
}
