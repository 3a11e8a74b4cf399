public import Storage
import Synchronization

/// Answers to questions that differ from page to page, each computed from records and kept until one of their tables
/// changes: a ``KeptValue`` for each question.
///
/// While one reader computes an answer, others who ask the same wait for it.
public final class KeptAnswers<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private final class Place: Sendable {
    let kept = Mutex<(head: Int64, answer: Answer)?>(nil)
  }

  private let tables: [String]
  private let limit: Int
  private let places = Mutex<[Question: Place]>([:])

  /// - Parameters:
  ///   - tables: every table that an answer is computed from; each is vouched for by the journal.
  ///   - limit: how many answers are kept; a bound against whoever asks for every word there is.
  public init(of tables: [RecordTable], limit: Int = 1_000) {
    self.tables = tables.map(\.name)
    self.limit = limit
  }

  /// The answer as of the state of the data that `db` reads.
  ///
  /// Only for a reading of what is committed: a transaction that writes may still be rolled back.
  public func answer(
    _ question: Question, in db: any Reading, compute: (any Reading) throws -> Answer
  ) throws -> Answer {
    let head = try JournalRows.head(of: tables, in: db)
    let place = places.withLock { places in
      if let known = places[question] { return known }
      if places.count >= limit { places = [:] }
      let place = Place()
      places[question] = place
      return place
    }
    return try place.kept.withLock { kept in
      if let kept, kept.head == head { return kept.answer }
      let answer = try compute(db)
      if (kept?.head ?? -1) < head { kept = (head, answer) }
      return answer
    }
  }
}
