import Kernel
public import Foundation
public import Storage

extension JournalTrace {
  /// When the entries with these numbers happened: a record's revision tells when it was written last.
  public static func times(of entries: some Sequence<Int64>, in db: any Reading) throws -> [Int64: Date] {
    let numbers = Set(entries).sorted()
    var times: [Int64: Date] = [:]
    for chunk in numbers.chunks(of: 500) {
      for row in try db.rows("SELECT number, happened_at FROM journal WHERE number IN \(SQL.list(chunk))") {
        var columns = row.columns
        times[try columns.integer()] = try columns.date()
      }
    }
    return times
  }
}
