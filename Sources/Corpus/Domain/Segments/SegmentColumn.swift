/// A column of a segment: its values in the order of their bytes, and for each document the code of its value.
struct SegmentColumn {
  let valueBytes: UnsafeBufferPointer<UInt8>
  let valueEnds: UnsafeBufferPointer<UInt32>
  let codes: UnsafeRawBufferPointer
  /// Further values of documents that have several.
  let extraDocuments: UnsafeBufferPointer<UInt32>
  let extraCodes: UnsafeBufferPointer<UInt32>
  let count: Int

  /// Bytes a code: 0 where no document has a value.
  var codeSize: Int { codes.count / count }
  var valueCount: Int { valueEnds.count }

  /// The value of a code, which is never 0.
  func value(_ code: Int) -> String { String(decoding: bytes(code), as: UTF8.self) }

  func bytes(_ code: Int) -> UnsafeBufferPointer<UInt8> {
    let first = code == 1 ? 0 : Int(valueEnds[code - 2])
    return UnsafeBufferPointer(rebasing: valueBytes[first..<Int(valueEnds[code - 1])])
  }

  /// The code of a value.
  func code(of value: String) -> Int? {
    var value = value
    return value.withUTF8 { wanted in
      var (low, high) = (1, valueCount + 1)
      while low < high {
        let middle = (low + high) / 2
        if bytes(middle).lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
      }
      return low <= valueCount && bytes(low).elementsEqual(wanted) ? low : nil
    }
  }

  @inline(__always)
  func code(at document: Int) -> Int {
    switch codeSize {
    case 1: Int(codes[document])
    case 2: Int(codes.loadUnaligned(fromByteOffset: document * 2, as: UInt16.self))
    case 4: Int(codes.loadUnaligned(fromByteOffset: document * 4, as: UInt32.self))
    default: 0
    }
  }

  /// All codes of a document.
  func codes(of document: UInt32) -> [Int] {
    let first = code(at: Int(document))
    guard first > 0 else { return [] }
    var found = [first]
    var place = extraDocuments.firstPlace { $0 >= document }
    while place < extraDocuments.count, extraDocuments[place] == document {
      found.append(Int(extraCodes[place]))
      place += 1
    }
    return found
  }

  /// Adds one for each of the documents and each of its values.
  ///
  /// - Parameters:
  ///   - documents: ascending; nil for all.
  ///   - counts: one place for each code, 0 among them.
  ///   - step: -1 takes what was added away again.
  func tally(
    _ documents: UnsafeBufferPointer<UInt32>?, into counts: UnsafeMutablePointer<UInt32>, adding step: Int32 = 1
  ) {
    let step = UInt32(bitPattern: step)
    switch codeSize {
    case 1: tally(codes.assumingMemoryBound(to: UInt8.self), documents, counts, step)
    case 2: tally(codes.assumingMemoryBound(to: UInt16.self), documents, counts, step)
    case 4: tally(codes.assumingMemoryBound(to: UInt32.self), documents, counts, step)
    default: counts[0] &+= UInt32(documents?.count ?? count) &* step
    }
    eachExtra(of: documents) { counts[Int(extraCodes[$0])] &+= step }
  }

  @inline(__always)
  private func tally<Code: FixedWidthInteger>(
    _ codes: UnsafeBufferPointer<Code>, _ documents: UnsafeBufferPointer<UInt32>?,
    _ counts: UnsafeMutablePointer<UInt32>, _ step: UInt32
  ) {
    guard let start = codes.baseAddress else { return }
    let size = valueCount + 1
    guard let documents else {
      return Self.tallyInFour(count, size, counts, step) { Int(truncatingIfNeeded: start[$0]) }
    }
    guard let list = documents.baseAddress else { return }
    Self.tallyInFour(documents.count, size, counts, step) { Int(truncatingIfNeeded: start[Int(list[$0])]) }
  }

  /// Counts in four tables by turns: neighbours mostly have the same value, and a count waits for the one before it.
  @inline(__always)
  private static func tallyInFour(
    _ number: Int, _ size: Int, _ counts: UnsafeMutablePointer<UInt32>, _ step: UInt32, code: (Int) -> Int
  ) {
    guard size <= number / 16 else {
      for place in 0..<number { counts[code(place)] &+= step }
      return
    }
    let tables = UnsafeMutablePointer<UInt32>.allocate(capacity: 4 * size)
    tables.initialize(repeating: 0, count: 4 * size)
    defer { tables.deallocate() }
    let (second, third, fourth) = (tables + size, tables + 2 * size, tables + 3 * size)
    var place = 0
    while place &+ 4 <= number {
      tables[code(place)] &+= 1
      second[code(place &+ 1)] &+= 1
      third[code(place &+ 2)] &+= 1
      fourth[code(place &+ 3)] &+= 1
      place &+= 4
    }
    while place < number {
      tables[code(place)] &+= 1
      place &+= 1
    }
    for code in 0..<size {
      counts[code] &+= (tables[code] &+ second[code] &+ third[code] &+ fourth[code]) &* step
    }
  }

  /// The places among the further values that belong to one of the documents.
  @inline(__always)
  func eachExtra(of documents: UnsafeBufferPointer<UInt32>?, do body: (Int) -> Void) {
    guard !extraDocuments.isEmpty else { return }
    guard let documents else {
      for place in extraDocuments.indices { body(place) }
      return
    }
    if documents.count * 16 < extraDocuments.count {
      for document in documents {
        var place = extraDocuments.firstPlace { $0 >= document }
        while place < extraDocuments.count, extraDocuments[place] == document {
          body(place)
          place += 1
        }
      }
      return
    }
    var next = 0
    for place in extraDocuments.indices {
      while next < documents.count, documents[next] < extraDocuments[place] { next += 1 }
      if next < documents.count, documents[next] == extraDocuments[place] { body(place) }
    }
  }

  /// The documents without any value, ascending.
  var documentsWithout: [UInt32] {
    guard codeSize > 0 else { return Array(0..<UInt32(count)) }
    var isWanted = [Bool](repeating: false, count: valueCount + 1)
    isWanted[0] = true
    var found: [UInt32] = []
    switch codeSize {
    case 1: collect(codes.assumingMemoryBound(to: UInt8.self), isWanted, into: &found)
    case 2: collect(codes.assumingMemoryBound(to: UInt16.self), isWanted, into: &found)
    default: collect(codes.assumingMemoryBound(to: UInt32.self), isWanted, into: &found)
    }
    return found
  }

  /// The documents with one of the codes, ascending.
  func documents(where isWanted: [Bool]) -> [UInt32] {
    var found: [UInt32] = []
    switch codeSize {
    case 1: collect(codes.assumingMemoryBound(to: UInt8.self), isWanted, into: &found)
    case 2: collect(codes.assumingMemoryBound(to: UInt16.self), isWanted, into: &found)
    case 4: collect(codes.assumingMemoryBound(to: UInt32.self), isWanted, into: &found)
    default: break
    }
    guard !extraDocuments.isEmpty else { return found }
    let further = extraDocuments.indices.filter { isWanted[Int(extraCodes[$0])] }.map { extraDocuments[$0] }
    return further.isEmpty ? found : Sorted.union(found, further)
  }

  @inline(__always)
  private func collect<Code: FixedWidthInteger>(
    _ codes: UnsafeBufferPointer<Code>, _ isWanted: [Bool], into found: inout [UInt32]
  ) {
    isWanted.withUnsafeBufferPointer { isWanted in
      guard let start = codes.baseAddress else { return }
      for document in 0..<count where isWanted[Int(truncatingIfNeeded: start[document])] {
        found.append(UInt32(document))
      }
    }
  }
}
