import Access
import AccessStore
import Kernel
import Matters
import MattersStore
import Notices
import NoticesStore
import Storage

extension NoticeKind {
  static let matterMoved = NoticeKind(
    "matters.moved", Phrase(zh: "办件进展", en: "Progress of a matter"), isStatutory: true)
  static let matterLapsed = NoticeKind(
    "matters.lapsed", Phrase(zh: "办件时限届满", en: "A time limit of a matter ended"), isStatutory: true)
  static let matterHandled = NoticeKind("matters.handled", Phrase(zh: "经办提醒", en: "A matter that you work on"))
}

/// What matters tell those concerned: number, procedure and public status, and nothing that was said.
let matterNoticeKinds: [NoticeKind] = [.matterMoved, .matterLapsed, .matterHandled]

extension NoticeOutbox {
  /// Posts the news of a matter with the step that made it.
  @Sendable func tell(_ news: MatterNews, _ work: StepWork) throws {
    let day = work.world.today()
    var addressees = news.recipients.map { Addressee.account($0) }
    for organisation in news.organisations {
      addressees += try Audience.acting(for: organisation, on: day, in: work.db)
    }
    // Nobody is told what they have just done themselves.
    var told: Set<Addressee> = Set([news.event.account].compactMap(\.self).map { .account($0) })
    let notices = addressees.filter { told.insert($0).inserted }.map { addressee in
      MatterWords.template(of: news).notice(
        to: addressee, news, link: "/matters/\(news.matter.id)", about: news.matter.id.subject)
    }
    try post(notices, with: work.recording, in: work.db)
  }
}

private enum MatterWords {
  static func template(of news: MatterNews) -> NoticeTemplate<MatterNews> {
    if news.lapsed != nil { return lapsed }
    return news.event.sort == .assigned ? handled : moved
  }

  static let moved = NoticeTemplate<MatterNews>(
    .matterMoved,
    subject: {
      Phrase(zh: "办件 \($0.matter.number)：\($0.status.zh)", en: "Matter \($0.matter.number): \($0.status.en)")
    },
    body: {
      Phrase(
        zh: "“\($0.procedure.zh)”办件 \($0.matter.number) 现状：\($0.status.zh)。详情请登录后查看。",
        en: "“\($0.procedure.en)”, matter \($0.matter.number), now stands so: \($0.status.en). Sign in to read more.")
    })

  static let lapsed = NoticeTemplate<MatterNews>(
    .matterLapsed,
    subject: {
      Phrase(
        zh: "办件 \($0.matter.number) 时限届满：\($0.lapsed?.zh ?? "")",
        en: "Matter \($0.matter.number): a time limit ended, \($0.lapsed?.en ?? "")")
    },
    body: {
      Phrase(
        zh: "“\($0.procedure.zh)”办件 \($0.matter.number) 的“\($0.lapsed?.zh ?? "")”已届满，现状：\($0.status.zh)。",
        en: "“\($0.lapsed?.en ?? "")” of “\($0.procedure.en)”, matter \($0.matter.number), has ended; "
          + "it stands so: \($0.status.en).")
    })

  static let handled = NoticeTemplate<MatterNews>(
    .matterHandled,
    subject: { Phrase(zh: "办件 \($0.matter.number) 由您经办", en: "Matter \($0.matter.number) is yours to work on") },
    body: {
      Phrase(
        zh: "“\($0.procedure.zh)”办件 \($0.matter.number) 已分派给您，现状：\($0.status.zh)。",
        en: "“\($0.procedure.en)”, matter \($0.matter.number), was assigned to you; it stands so: \($0.status.en).")
    })
}
