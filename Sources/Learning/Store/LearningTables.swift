public import JournalStore
public import Storage

extension RecordTable {
  static let lectures = RecordTable(
    "lectures",
    columns: [
      "id", "year", "serial", "title", "series", "about", "lecturer", "lecturer_account", "matter", "medium", "place",
      "starts_at", "ends_at", "capacity", "least", "pass_mark", "tries", "stage", "merged_into", "reason",
    ])
  static let lectureQuestions = RecordTable(
    "lecture_questions", columns: ["lecture", "place", "text", "answers", "correct"], keyWidth: 2)
  static let lectureBookings = RecordTable(
    "lecture_bookings",
    columns: [
      "id", "lecture", "year", "serial", "person", "name", "email", "organisation", "employer", "district", "account",
      "stage", "registered_at", "queued_at", "moved_from", "signed_at", "signed_by", "tries", "score",
      "certified_at", "certificate", "rating", "comment",
    ], personal: ["person", "name", "email", "employer", "district", "comment"])
  static let lectureClaims = RecordTable("lecture_claims", columns: ["matter", "account", "name"], personal: ["name"])
  static let lectureTopics = RecordTable(
    "lecture_topics",
    columns: [
      "id", "title", "wish", "quarter", "nominator", "nominated_at", "stage", "lecture", "reason", "answered_at",
    ])
  static let lectureVotes = RecordTable("lecture_votes", columns: ["topic", "account", "at"], keyWidth: 2)
}

/// What `Assembly` collects from lectures.
public enum LearningTables {
  public static let records: [RecordTable] = [
    .lectures, .lectureQuestions, .lectureBookings, .lectureClaims, .lectureTopics, .lectureVotes,
  ]
  /// Tables that are not records: counts alone.
  public static let others = ["learning_numbers"]
  public static let migrations: [Migration] = [.createLectures]
}
