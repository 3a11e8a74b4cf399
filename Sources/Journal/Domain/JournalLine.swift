public import Foundation
public import Kernel

/// One entry of the journal as people read it.
public struct JournalLine: Equatable, Sendable {
  /// Rises by one without a gap, from 1.
  public let number: Int64
  public let happenedAt: Date
  public let actor: Int64
  /// The actor's sign-in name at the time.
  public let actorName: String
  public let action: String
  public let actionPhrase: Phrase
  public let subject: Subject?
  public let reason: String?
  /// What changed, as canonical JSON.
  public let details: String
  /// How many records the entry vouches for.
  public let added: RowSum
  /// Hexadecimal SHA-256 over the entry and the hash before it.
  public let hash: String

  public init(
    number: Int64, happenedAt: Date, actor: Int64, actorName: String, action: String, actionPhrase: Phrase,
    subject: Subject?, reason: String?, details: String, added: RowSum, hash: String
  ) {
    self.number = number
    self.happenedAt = happenedAt
    self.actor = actor
    self.actorName = actorName
    self.action = action
    self.actionPhrase = actionPhrase
    self.subject = subject
    self.reason = reason
    self.details = details
    self.added = added
    self.hash = hash
  }
}

/// The end of the chain at some moment: publishing it fixes everything before it.
public struct JournalHead: Equatable, Sendable {
  public let number: Int64
  public let hash: String

  public init(number: Int64, hash: String) {
    self.number = number
    self.hash = hash
  }

  /// Before the first entry.
  public static let start = JournalHead(number: 0, hash: String(repeating: "0", count: 64))
}

/// What a check of the whole journal found.
public enum JournalVerdict: Equatable, Sendable {
  case intact(entries: Int64, records: Int64, head: JournalHead)
  case broken(JournalBreak)
}

/// The first place where the journal and the data disagree.
public enum JournalBreak: Equatable, Sendable {
  /// The entry's hash does not follow from its content and the entry before.
  case entry(Int64)
  /// An entry is missing before this one.
  case gap(before: Int64)
  /// The record's content does not give its stored digest.
  case record(table: String, key: String)
  /// The records that the entry vouches for are not those in the tables: one is missing, extra or exchanged.
  case records(entry: Int64, expected: Int, found: Int)
  /// The chain does not end where the database has written down that it ends.
  case tail(noted: Int64, found: Int64)
  /// The head given from outside is not in the chain: the tail was cut or rewritten.
  case head(wanted: String)
  /// A personal value beside the entry is not the one whose hash the entry keeps.
  case personal(entry: Int64)
  /// The index that leads from records to the entry does not say what the entry says.
  case index(entry: Int64)

  public var phrase: Phrase {
    switch self {
    case .entry(let number):
      Phrase(zh: "留痕第\(number)条与其哈希不符", en: "Journal entry \(number) does not match its hash")
    case .gap(let number):
      Phrase(zh: "留痕第\(number)条之前有缺失", en: "An entry is missing before journal entry \(number)")
    case .record(let table, let key):
      Phrase(zh: "表 \(table) 中的记录 \(key) 被改动过", en: "Record \(key) of table \(table) was altered")
    case .records(let entry, let expected, let found):
      Phrase(
        zh: "留痕第\(entry)条所证明的记录不符：应有\(expected)条，现有\(found)条或内容被替换",
        en: "The records of journal entry \(entry) differ: \(expected) expected, \(found) found or exchanged")
    case .tail(let noted, let found):
      Phrase(
        zh: "链末与登记不符：登记为第\(noted)条，实为第\(found)条或哈希不同",
        en: "The chain should end with entry \(noted) as noted; it ends with \(found), or with another hash")
    case .personal(let entry):
      Phrase(
        zh: "留痕第\(entry)条另存的个人信息与其哈希不符",
        en: "A personal value kept beside journal entry \(entry) does not match its hash")
    case .index(let entry):
      Phrase(
        zh: "留痕第\(entry)条的记录索引与其内容不符",
        en: "The index of records does not match the content of journal entry \(entry)")
    case .head(let wanted):
      Phrase(
        zh: "链中没有所给的链首 \(wanted)：末尾被截断或改写",
        en: "The given head \(wanted) is not in the chain: its tail was cut or rewritten")
    }
  }
}
