/// The values of a column for every document of a selection, as numbers: what a landscape is counted from.
///
/// The documents stand in the same order for every column of one selection.
public struct CorpusCodes: Sendable {
  /// The values of the whole corpus in the order of their bytes; code *n* is the one at *n* − 1.
  public let values: [String]
  /// All codes, document after document; a document without a value has none.
  public let codes: [UInt32]
  /// Where the codes of each document begin; one more for the end.
  public let starts: [UInt32]

  public init(values: [String], codes: [UInt32], starts: [UInt32]) {
    self.values = values
    self.codes = codes
    self.starts = starts
  }

  public var count: Int { starts.count - 1 }

  public subscript(document: Int) -> ArraySlice<UInt32> {
    codes[Int(starts[document])..<Int(starts[document + 1])]
  }
}

extension CorpusSelection {
  public func codes(of column: CorpusColumn) -> CorpusCodes {
    let union = snapshot.union(of: column)
    var codes: [UInt32] = []
    var starts: [UInt32] = [0]
    codes.reserveCapacity(count)
    starts.reserveCapacity(count + 1)
    for (index, part) in parts.enumerated() {
      let own = snapshot.segments[index].segment.column(column)
      let common = union.codes[index]
      func add(_ code: Int) { codes.append(common.map { $0[code] } ?? UInt32(code)) }
      var extra = own.extraDocuments.firstPlace { $0 >= part.documents.first ?? 0 }
      for document in part.documents {
        let first = own.code(at: Int(document))
        if first > 0 { add(first) }
        while extra < own.extraDocuments.count, own.extraDocuments[extra] < document { extra += 1 }
        while extra < own.extraDocuments.count, own.extraDocuments[extra] == document {
          add(Int(own.extraCodes[extra]))
          extra += 1
        }
        starts.append(UInt32(codes.count))
      }
    }
    return CorpusCodes(values: union.values, codes: codes, starts: starts)
  }

  /// The latest day of the documents that is not behind `limit`; nil if none has one.
  public func lastDay(_ day: CorpusDay, notAfter limit: Int) -> Int? {
    var last = Int32.min
    let limit = Int32(clamping: limit)
    for (index, part) in parts.enumerated() {
      let days = snapshot.segments[index].segment.days(day)
      guard !days.isEmpty else { continue }
      for document in part.documents where days[Int(document)] <= limit { last = max(last, days[Int(document)]) }
    }
    return last == .min ? nil : Int(last)
  }
}
