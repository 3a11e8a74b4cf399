import Access
import Journal
import JournalStore
import Kernel
import Ledgers
public import Notices
import NoticesStore
import Storage

extension NoticeKind {
  static let filingApproved = NoticeKind("ledgers.approved", Phrase(zh: "填报通过", en: "A filing was approved"))
  static let filingSentBack = NoticeKind("ledgers.sent-back", Phrase(zh: "填报退回", en: "A filing was sent back"))
}

/// What ledgers tell those who file.
public let ledgerNoticeKinds: [NoticeKind] = [.filingApproved, .filingSentBack]

extension LedgerDesk {
  /// Tells whoever wrote the record last what became of it, unless it was done by the same hand.
  func tellFiler(
    of old: LedgerRecord, that record: LedgerRecord, in ledger: Ledger, by account: Account,
    with recording: Recording, _ db: any Writing
  ) throws {
    guard let outbox, old.stage == .filed, record.stage != .filed,
      let filer = try JournalTrace.actor(of: old.revision, in: db), filer != account.id.number
    else { return }
    let words = FilingWords(ledger: ledger, record: record)
    let template = record.stage == .returned ? FilingWords.sentBack : FilingWords.approved
    let notice = template.notice(
      to: .account(ID(filer)), words, link: "\(ledger.path)/\(record.id)", about: ledger.subject(record.id))
    try outbox.post([notice], with: recording, in: db)
  }

  /// One notice to each filer, however many records there are.
  func tellFilers(
    of filed: [LedgerRecord], approvedIn ledger: Ledger, by account: Account, with recording: Recording,
    _ db: any Writing
  ) throws {
    guard let outbox else { return }
    let entries = Dictionary(grouping: filed, by: \.revision).mapValues(\.count)
    var counts: [Int64: Int] = [:]
    for (entry, count) in entries {
      guard let filer = try JournalTrace.actor(of: entry, in: db), filer != account.id.number else { continue }
      counts[filer, default: 0] += count
    }
    let notices = counts.sorted { $0.key < $1.key }.map { filer, count in
      FilingWords.allApproved.notice(to: .account(ID(filer)), (ledger, count), link: ledger.path)
    }
    try outbox.post(notices, with: recording, in: db)
  }
}

/// What a notice on a filing says.
private struct FilingWords: Sendable {
  let ledger: Ledger
  let record: LedgerRecord

  var title: String { record.values.text(ledger.title) ?? record.id.description }

  static let approved = NoticeTemplate<FilingWords>(
    .filingApproved,
    subject: {
      Phrase(zh: "“\($0.title)”已通过审核", en: "“\($0.title)” was approved")
    },
    body: {
      Phrase(
        zh: "您填报的\($0.ledger.one.zh)“\($0.title)”已通过审核，开始计入。",
        en: "What you filed (\($0.ledger.one.en): “\($0.title)”) was approved and counts from now on.")
    })

  static let sentBack = NoticeTemplate<FilingWords>(
    .filingSentBack,
    subject: {
      Phrase(zh: "“\($0.title)”被退回，请补正", en: "“\($0.title)” was sent back; please mend it")
    },
    body: {
      Phrase(
        zh: "您填报的\($0.ledger.one.zh)“\($0.title)”被退回。理由：\($0.record.remark ?? "")。请更正后重新提交。",
        en:
          "What you filed (\($0.ledger.one.en): “\($0.title)”) was sent back. Reason: \($0.record.remark ?? ""). Please mend it and file it again."
      )
    })

  static let allApproved = NoticeTemplate<(Ledger, Int)>(
    .filingApproved,
    subject: { Phrase(zh: "\($0.1) 条\($0.0.one.zh)已通过审核", en: "Approved: \($0.1) (\($0.0.one.en))") },
    body: {
      Phrase(
        zh: "您填报的 \($0.1) 条\($0.0.one.zh)已通过审核，开始计入。",
        en: "\($0.1) of your records were approved and count from now on.")
    })
}
