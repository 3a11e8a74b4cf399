import API
import Foundation
import Journal
import Kernel

/// The last entry of one day.
struct HeadView: APIValue {
  let day: Day
  let number: Int64
  let hash: String

  init(_ day: Day, _ head: JournalHead) {
    self.day = day
    number = head.number
    hash = head.hash
  }

  static var schema: APISchema {
    .object(
      "JournalHead",
      [
        APIField("day", .day, Phrase(zh: "日期", en: "The day")),
        APIField("number", .integer(), Phrase(zh: "末条条号", en: "The day's last entry")),
        APIField("hash", .text, Phrase(zh: "哈希", en: "Its hash")),
      ])
  }
}

/// One entry; `details` is the canonical JSON over which the hash goes, as text.
struct EntryView: APIValue {
  let number: Int64
  let happenedAt: Date
  let actor: ID<JournalLine>
  let actorName: String
  let action: String
  let actionName: Phrase
  let table: String?
  let key: ID<Subject>?
  let reason: String?
  let details: String
  let records: Int
  let sum: String
  let hash: String

  init(_ line: JournalLine) {
    number = line.number
    happenedAt = line.happenedAt
    actor = ID(line.actor)
    actorName = line.actorName
    action = line.action
    actionName = line.actionPhrase
    table = line.subject?.table
    key = line.subject.map { ID($0.number) }
    reason = line.reason
    details = line.details
    records = line.added.count
    sum = line.added.text
    hash = line.hash
  }

  static var schema: APISchema {
    .object(
      "JournalEntry",
      [
        APIField("number", .integer(), Phrase(zh: "条号", en: "Its number")),
        APIField("happenedAt", .instant, Phrase(zh: "时间", en: "When")),
        APIField("actor", .id, Phrase(zh: "操作人编号", en: "The actor's id")),
        APIField("actorName", .text, Phrase(zh: "操作人登录名", en: "The actor's sign-in name")),
        APIField("action", .text, Phrase(zh: "操作代码", en: "The action's code")),
        APIField("actionName", .phrase, Phrase(zh: "操作", en: "The action")),
        APIField("table", .text, Phrase(zh: "对象的表", en: "The record's table"), .sometimes),
        APIField("key", .id, Phrase(zh: "对象的编号", en: "The record's id"), .sometimes),
        APIField("reason", .text, Phrase(zh: "理由", en: "Why"), .sometimes),
        APIField("details", .text, Phrase(zh: "内容（JSON 文本）", en: "What changed, as the text of JSON")),
        APIField("records", .integer(), Phrase(zh: "所证明的记录数", en: "How many records it vouches for")),
        APIField("sum", .text, Phrase(zh: "记录数与摘要之和", en: "Count and sum of their digests")),
        APIField("hash", .text, Phrase(zh: "哈希", en: "Its hash")),
      ])
  }
}

/// What a check is to look for.
struct VerificationOrder: Decodable {
  let head: String?

  static var schema: APISchema {
    .object(
      "JournalVerificationOrder",
      [APIField("head", .text, Phrase(zh: "以前公布的链首", en: "A head published earlier"), .sometimes)])
  }
}

/// What a check found.
struct VerdictView: APIValue {
  let intact: Bool
  let entries: Int64?
  let records: Int64?
  let head: String?
  let problem: Phrase?

  init(_ verdict: JournalVerdict) {
    switch verdict {
    case .intact(let entries, let records, let head):
      intact = true
      self.entries = entries
      self.records = records
      self.head = head.hash
      problem = nil
    case .broken(let place):
      intact = false
      entries = nil
      records = nil
      head = nil
      problem = place.phrase
    }
  }

  static var schema: APISchema {
    .object(
      "JournalVerdict",
      [
        APIField("intact", .boolean, Phrase(zh: "是否完好", en: "Whether nothing was altered")),
        APIField("entries", .integer(), Phrase(zh: "留痕条数", en: "Entries"), .sometimes),
        APIField("records", .integer(), Phrase(zh: "核对的记录数", en: "Records checked"), .sometimes),
        APIField("head", .text, Phrase(zh: "当前链首", en: "The head now"), .sometimes),
        APIField("problem", .phrase, Phrase(zh: "第一处不符", en: "The first break"), .sometimes),
      ])
  }
}
