/// The postings of a term: its documents, how often it occurs in each, and where.
///
/// A rare term (fewer than 128 documents) is packed end to end. A frequent one is a table of its blocks, then blocks of 128
/// documents (gaps, then numbers of occurrences less one), then blocks of 128 places (the first in its document, then gaps).
enum TermCodec {
  /// Bytes of the table for each block of documents: the last document, where the block begins, the places before it.
  static let blockEntry = 12
  /// Of so many blocks of places the table tells where the first begins.
  static let placeStride = 8

  /// - Parameters:
  ///   - documents: ascending.
  ///   - occurrences: at least one for each document.
  ///   - places: ascending within each document.
  static func append(
    documents: UnsafeMutablePointer<UInt32>, occurrences: UnsafeMutablePointer<UInt32>, count: Int,
    places: UnsafeMutablePointer<UInt32>, placeCount: Int, to sink: inout ByteSink
  ) {
    toGaps(documents, occurrences, count, places)
    sink.append(varint: count)
    sink.append(varint: placeCount)
    if count < Packing.block {
      appendRare(documents, occurrences, count, places, placeCount, to: &sink)
    } else {
      appendFrequent(documents, occurrences, count, places, placeCount, to: &sink)
    }
  }

  /// Documents become gaps, occurrences one less, places gaps within their document.
  private static func toGaps(
    _ documents: UnsafeMutablePointer<UInt32>, _ occurrences: UnsafeMutablePointer<UInt32>, _ count: Int,
    _ places: UnsafeMutablePointer<UInt32>
  ) {
    var place = 0
    for index in 0..<count {
      let number = Int(occurrences[index])
      var last: UInt32 = 0
      for offset in place..<place + number {
        let this = places[offset]
        places[offset] = this - last
        last = this
      }
      place += number
      occurrences[index] -= 1
    }
    var last: UInt32 = 0
    for index in 0..<count {
      let this = documents[index]
      documents[index] = this - last
      last = this
    }
  }

  private static func appendRare(
    _ gaps: UnsafePointer<UInt32>, _ occurrences: UnsafePointer<UInt32>, _ count: Int, _ places: UnsafePointer<UInt32>,
    _ placeCount: Int, to sink: inout ByteSink
  ) {
    let widths = (width(gaps, count), width(occurrences, count), width(places, placeCount))
    sink.append(UInt8(widths.0))
    sink.append(UInt8(widths.2))
    // Without repetitions there is nothing to say of the occurrences.
    if placeCount > count { sink.append(UInt8(widths.1)) }
    Packing.packEnd(gaps, count: count, width: widths.0, into: &sink)
    if placeCount > count { Packing.packEnd(occurrences, count: count, width: widths.1, into: &sink) }
    Packing.packEnd(places, count: placeCount, width: widths.2, into: &sink)
  }

  private static func appendFrequent(
    _ gaps: UnsafePointer<UInt32>, _ occurrences: UnsafePointer<UInt32>, _ count: Int, _ places: UnsafePointer<UInt32>,
    _ placeCount: Int, to sink: inout ByteSink
  ) {
    let (blocks, placeBlocks) = (count / Packing.block, placeCount / Packing.block)
    let start = sink.count
    // Where the table of place blocks and the rest of the documents begin follows from the counts.
    _ = sink.extend(by: (blocks + 1) * blockEntry + (placeBlocks / placeStride + 1) * 4)
    var last: UInt32 = 0
    var before: UInt32 = 0
    for block in 0...blocks {
      let first = block * Packing.block
      let number = min(Packing.block, count - first)
      for index in first..<first + number { last += gaps[index] }
      let entry = start + block * blockEntry
      store(last, at: entry, in: &sink)
      store(UInt32(sink.count - start), at: entry + 4, in: &sink)
      store(before, at: entry + 8, in: &sink)
      for index in first..<first + number { before += occurrences[index] + 1 }
      if number == Packing.block {
        BlockCodec.append(gaps + first, to: &sink)
        BlockCodec.append(occurrences + first, to: &sink)
      } else {
        appendEnd(gaps + first, number, to: &sink)
        appendEnd(occurrences + first, number, to: &sink)
      }
    }
    for block in 0...placeBlocks {
      let first = block * Packing.block
      if block % placeStride == 0 {
        store(UInt32(sink.count - start), at: start + (blocks + 1) * blockEntry + block / placeStride * 4, in: &sink)
      }
      if placeCount - first >= Packing.block {
        BlockCodec.append(places + first, to: &sink)
      } else {
        appendEnd(places + first, placeCount - first, to: &sink)
      }
    }
  }

  private static func appendEnd(_ numbers: UnsafePointer<UInt32>, _ count: Int, to sink: inout ByteSink) {
    let width = width(numbers, count)
    sink.append(UInt8(width))
    Packing.packEnd(numbers, count: count, width: width, into: &sink)
  }

  private static func width(_ numbers: UnsafePointer<UInt32>, _ count: Int) -> Int {
    var all: UInt32 = 0
    for index in 0..<count { all |= numbers[index] }
    return 32 - all.leadingZeroBitCount
  }

  private static func store(_ value: UInt32, at place: Int, in sink: inout ByteSink) {
    sink.bytes.storeBytes(of: value, toByteOffset: place, as: UInt32.self)
  }
}
