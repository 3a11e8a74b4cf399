import Access
import Foundation
import JournalStore
import Kernel
public import Learning
import Storage

/// The only SQL that knows topics and their votes.
enum TopicRows {
  private static var columns: SQL { "\(RecordTable.lectureTopics.columnList), entry" }

  static func find(_ id: ID<Topic>, in db: any Reading) throws -> Topic {
    guard let found = try db.row("SELECT \(columns) FROM lecture_topics WHERE id = \(id)").map(topic) else {
      throw LearningRefusal.unknownTopic
    }
    return found
  }

  /// Those of a quarter with their votes, most votes first, then the older one.
  static func all(of quarter: Quarter, voter: ID<Account>?, in db: any Reading) throws -> [TopicStanding] {
    let topics = try db.rows(
      "SELECT \(columns) FROM lecture_topics WHERE quarter = \(quarter.description) ORDER BY nominated_at, id LIMIT 500"
    ).map(topic)
    return try topics.map { topic in
      TopicStanding(
        topic: topic, votes: try votes(for: topic.id, in: db),
        isVoted: try voter.map { try isVoted(topic.id, by: $0, in: db) } ?? false, isOpen: try isOpen(topic, in: db))
    }.enumerated().sorted { ($1.element.votes, $0.offset) < ($0.element.votes, $1.offset) }.map(\.element)
  }

  /// Whether it waits for an answer: nobody gave one, or the lecture that it became was cancelled.
  static func isOpen(_ topic: Topic, in db: any Reading) throws -> Bool {
    guard let id = topic.lecture else { return topic.stage == .open }
    var lecture = try LectureRows.find(id, in: db)
    while let next = lecture.mergedInto { lecture = try LectureRows.find(next, in: db) }
    return lecture.stage == .cancelled
  }

  static func quarters(in db: any Reading) throws -> [Quarter] {
    try db.rows("SELECT DISTINCT quarter FROM lecture_topics ORDER BY quarter DESC").compactMap { row in
      var row = row.columns
      return Quarter(try row.text())
    }
  }

  static func votes(for id: ID<Topic>, in db: any Reading) throws -> Int {
    try db.count("SELECT COUNT(*) FROM lecture_votes WHERE topic = \(id)")
  }

  static func isVoted(_ id: ID<Topic>, by account: ID<Account>, in db: any Reading) throws -> Bool {
    try db.count("SELECT COUNT(*) FROM lecture_votes WHERE topic = \(id) AND account = \(account)") > 0
  }

  static func values(_ topic: Topic) -> [SQLValue] {
    [
      topic.id.sqlValue, .text(topic.title), topic.wish.sqlValue, .text(topic.quarter.description),
      topic.nominator.sqlValue, topic.nominatedAt.sqlValue, .text(topic.stage.rawValue), topic.lecture.sqlValue,
      topic.reason.sqlValue, topic.answeredAt.sqlValue,
    ]
  }

  private static func topic(_ row: Row) throws -> Topic {
    var row = row.columns
    let id: ID<Topic> = try row.id()
    let (title, wish) = (try row.text(), try row.optional { try $0.text() })
    let quarter = Quarter(try row.text()) ?? Quarter(year: 2_000, place: 1)
    let topic = Topic(
      id: id, title: title, wish: wish, quarter: quarter, nominator: try row.id(), nominatedAt: try row.date(),
      stage: try row.value(), lecture: try row.optional { try $0.id() }, reason: try row.optional { try $0.text() },
      answeredAt: try row.optional { try $0.date() }, revision: try row.integer())
    try row.end()
    return topic
  }
}

/// A topic with its votes.
public struct TopicStanding: Sendable {
  public let topic: Topic
  public let votes: Int
  /// Whether the one who asks has voted for it.
  public let isVoted: Bool
  /// Whether it waits for an answer, for the first time or because its lecture was cancelled.
  public let isOpen: Bool
}
