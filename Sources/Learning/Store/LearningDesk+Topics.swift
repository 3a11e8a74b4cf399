public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
public import Learning
import Notices
import NoticesStore
import Storage

extension LearningDesk {
  public var quarter: Quarter { Quarter(world.today()) }

  /// The topics of a quarter, most votes first; and the quarters that have any.
  public func topics(
    of quarter: Quarter, by account: Account
  ) async throws -> (topics: [TopicStanding], quarters: [Quarter]) {
    try account.require(.readLectures)
    let voter = account.standing == .person ? account.id : nil
    return try await database.read { db in
      (try TopicRows.all(of: quarter, voter: voter, in: db), try TopicRows.quarters(in: db))
    }
  }

  /// - Throws: ``LearningRefusal/unknownTopic``.
  public func topic(_ id: ID<Topic>, by account: Account) async throws -> Topic {
    try account.require(.readLectures)
    return try await database.read { try TopicRows.find(id, in: $0) }
  }

  /// Nominates a topic for this quarter.
  @discardableResult
  public func nominate(_ title: String, wish: String, by account: Account) async throws -> ID<Topic> {
    try account.require(.nominateTopics)
    let (title, wish) = (title.trimmed, wish.trimmed)
    var faults: [any Refusal] = []
    if title.isEmpty { faults.append(LearningRefusal.missing("title")) }
    if title.count > 80 { faults.append(LearningRefusal.tooLong("title", limit: 80)) }
    if wish.count > 500 { faults.append(LearningRefusal.tooLong("wish", limit: 500)) }
    if !faults.isEmpty { throw FormRefusal(faults) }
    let topic = Topic(
      id: world.newID(), title: title, wish: wish.isEmpty ? nil : wish, quarter: quarter, nominator: account.id,
      nominatedAt: world.now())
    let world = world
    try await database.write { db in
      try Recording.write(Deed(.nominateTopic, by: account, on: topic.id.subject), world: world, in: db) { recording in
        try recording.insert(TopicRows.values(topic), into: .lectureTopics)
        try recording.insert([topic.id.sqlValue, account.id.sqlValue, world.now().sqlValue], into: .lectureVotes)
      }
    }
    return topic.id
  }

  /// One vote an account, while the topic's quarter lasts and nobody has answered it.
  public func vote(for id: ID<Topic>, by account: Account) async throws {
    try account.require(.nominateTopics)
    let (world, quarter) = (world, quarter)
    try await database.write { db in
      try Recording.write(Deed(.voteForTopic, by: account, on: id.subject), world: world, in: db) { recording in
        let topic = try TopicRows.find(id, in: db)
        guard topic.stage == .open, topic.quarter == quarter else { throw LearningRefusal.votesClosed }
        if try TopicRows.isVoted(id, by: account.id, in: db) { throw LearningRefusal.votedAlready }
        try recording.insert([id.sqlValue, account.id.sqlValue, world.now().sqlValue], into: .lectureVotes)
      }
    }
  }

  /// Answers a topic in public: by the coming lecture that it becomes, or by a reason; who nominated it is told.
  ///
  /// Where that lecture is cancelled, the topic is answered again.
  public func answer(_ id: ID<Topic>, _ answer: TopicAnswer, seen: Int64?, by account: Account) async throws {
    try account.require(.handleLectures)
    let (world, outbox) = (world, outbox)
    try await database.write { db in
      try Recording.write(Deed(.answerTopic, by: account, on: id.subject), world: world, in: db) { recording in
        var topic = try TopicRows.find(id, in: db)
        guard try TopicRows.isOpen(topic, in: db) else { throw LearningRefusal.answeredAlready }
        let words = try topic.take(answer, at: world.now(), in: db)
        topic.answeredAt = world.now()
        try recording.update(TopicRows.values(topic), in: .lectureTopics, seen: seen)
        let notice = TopicNews.answered.notice(
          to: .account(topic.nominator), TopicNews(topic, words), link: "/lectures/topics", about: id.subject)
        try outbox.post([notice], with: recording, in: db)
      }
    }
  }
}

/// What the centre says to a topic.
public enum TopicAnswer: Sendable {
  /// The number of the lecture that it becomes.
  case scheduled(String)
  case declined(String)
}

extension Topic {
  fileprivate mutating func take(_ answer: TopicAnswer, at now: Date, in db: any Reading) throws -> Phrase {
    switch answer {
    case .scheduled(let number):
      guard let found = try LectureRows.find(written: number, in: db), found.stage == .planned,
        found.plan.startsAt > now
      else {
        throw LearningRefusal.noSuchTarget
      }
      (stage, lecture, reason) = (.scheduled, found.id, nil)
      return Phrase(
        zh: "已排课：\(found.number) \(found.plan.title)，\(found.plan.startsAt.inNanjing)。",
        en: "It is scheduled: \(found.number) \(found.plan.title), \(found.plan.startsAt.inNanjing).")
    case .declined(let written):
      let why = try Reason(written, orElse: LearningRefusal.reasonMissing).text
      (stage, lecture, reason) = (.declined, nil, why)
      return Phrase(zh: "未排课，理由：\(why)", en: "It is not scheduled: \(why)")
    }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
