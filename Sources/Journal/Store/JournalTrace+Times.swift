public import Foundation
public import Storage

extension JournalTrace {
  /// When the entries with these numbers happened: a record's revision tells when it was written last.
  public static func times(of entries: some Sequence<Int64>, in db: any Reading) throws -> [Int64: Date] {
    let numbers = Set(entries).sorted()
    var times: [Int64: Date] = [:]
    for start in stride(from: 0, to: numbers.count, by: 500) {
      let chunk = numbers[start..<min(start + 500, numbers.count)]
      for row in try db.rows("SELECT number, happened_at FROM journal WHERE number IN \(SQL.list(chunk))") {
        var columns = row.columns
        times[try columns.integer()] = try columns.date()
      }
    }
    return times
  }
}
