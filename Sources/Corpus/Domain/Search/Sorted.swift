/// Sets of documents as ascending numbers.
enum Sorted {
  static func union(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var merged: [UInt32] = []
    merged.reserveCapacity(left.count + right.count)
    var (one, other) = (0, 0)
    while one < left.count || other < right.count {
      let next = other >= right.count || one < left.count && left[one] <= right[other] ? left[one] : right[other]
      while one < left.count, left[one] == next { one += 1 }
      while other < right.count, right[other] == next { other += 1 }
      merged.append(next)
    }
    return merged
  }

  static func intersection(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    if left.count > right.count { return intersection(right, left) }
    var both: [UInt32] = []
    both.reserveCapacity(left.count)
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        if left.count * 32 < right.count {
          for document in left {
            let place = right.firstPlace { $0 >= document }
            if place < right.count, right[place] == document { both.append(document) }
          }
          return
        }
        var place = 0
        for document in left {
          while place < right.count, right[place] < document { place += 1 }
          if place < right.count, right[place] == document { both.append(document) }
        }
      }
    }
    return both
  }

  static func difference(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    guard !right.isEmpty else { return left }
    var rest: [UInt32] = []
    rest.reserveCapacity(left.count)
    var place = 0
    for document in left {
      while place < right.count, right[place] < document { place += 1 }
      if place >= right.count || right[place] != document { rest.append(document) }
    }
    return rest
  }

  /// The numbers below `count` that are not among the documents.
  static func rest(of documents: UnsafeBufferPointer<UInt32>, in count: Int) -> [UInt32] {
    var rest: [UInt32] = []
    rest.reserveCapacity(max(0, count - documents.count))
    var (place, next) = (0, UInt32(0))
    while place < documents.count {
      // Where as many follow each other as there are numbers, none is left out.
      if place + 64 <= documents.count, documents[place + 63] == next + 63 {
        place += 64
        next += 64
        continue
      }
      while next < documents[place] {
        rest.append(next)
        next += 1
      }
      next += 1
      place += 1
    }
    rest.append(contentsOf: next..<UInt32(max(count, Int(next))))
    return rest
  }
}
