/// The postings of one term, as ``TermCodec`` wrote them.
struct PostingList {
  /// How many documents have the term.
  let count: Int
  /// How often it occurs in all.
  let placeCount: Int
  private let start: UnsafeRawPointer

  init(_ from: UnsafeRawPointer) {
    var from = from
    count = varint(at: &from)
    placeCount = varint(at: &from)
    start = from
  }

  var isRare: Bool { count < Packing.block }
  /// Blocks of documents, the last of them not full and possibly empty.
  var blocks: Int { count / Packing.block + 1 }

  /// The last document of a block.
  @inline(__always)
  func last(of block: Int) -> UInt32 {
    start.loadUnaligned(fromByteOffset: block * TermCodec.blockEntry, as: UInt32.self)
  }

  /// The first block behind `block` that reaches a document, of a frequent term; nil where none does.
  func block(reaching wanted: UInt32, behind block: Int) -> Int? {
    let blocks = blocks
    var low = block + 1
    // Near blocks first: a walk in step needs no search.
    var step = 1
    while low < blocks, last(of: low) < wanted {
      low += step
      step *= 2
    }
    var high = min(low, blocks)
    low = max(block + 1, low - step / 2)
    while low < high {
      let middle = (low + high) / 2
      if last(of: middle) >= wanted { high = middle } else { low = middle + 1 }
    }
    return low < blocks ? low : nil
  }

  /// Unpacks the documents of a block, and how often each has the term; returns how many there are.
  ///
  /// - Parameters:
  ///   - documents: room for 128.
  ///   - occurrences: room for 128.
  ///   - places: gets the number of places before the block.
  @inline(__always)
  func decode(
    _ block: Int, documents: UnsafeMutablePointer<UInt32>, occurrences: UnsafeMutablePointer<UInt32>,
    places: inout UInt32
  ) -> Int {
    var (from, before): (UnsafeRawPointer, UInt32) = (start, 0)
    let number = min(Packing.block, count - block * Packing.block)
    if isRare {
      let (gapWidth, placeWidth) = (Int(start.load(as: UInt8.self)), Int(start.load(fromByteOffset: 1, as: UInt8.self)))
      _ = placeWidth
      places = 0
      let repeats = placeCount > count
      from = start + (repeats ? 3 : 2)
      Packing.unpackEnd(from, count: number, width: gapWidth, to: documents)
      from += Packing.endBytes(count: number, width: gapWidth)
      let width = repeats ? Int(start.load(fromByteOffset: 2, as: UInt8.self)) : 0
      Packing.unpackEnd(from, count: number, width: width, to: occurrences)
    } else {
      let entry = start + block * TermCodec.blockEntry
      from = start + Int(entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
      places = entry.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
      before = block == 0 ? 0 : last(of: block - 1)
      if number == Packing.block {
        from = BlockCodec.decode(from, to: documents)
        BlockCodec.decode(from, to: occurrences)
      } else {
        let width = Int(from.load(as: UInt8.self))
        Packing.unpackEnd(from + 1, count: number, width: width, to: documents)
        from += 1 + Packing.endBytes(count: number, width: width)
        Packing.unpackEnd(from + 1, count: number, width: Int(from.load(as: UInt8.self)), to: occurrences)
      }
    }
    for index in 0..<number {
      before &+= documents[index]
      documents[index] = before
      occurrences[index] &+= 1
    }
    return number
  }

  /// Unpacks a block of places: the first in its document, then gaps.
  ///
  /// A rare term has them all in block 0.
  ///
  /// - Parameter places: room for all places of a rare term, or for 128.
  @inline(__always)
  func decodePlaces(_ block: Int, to places: UnsafeMutablePointer<UInt32>) {
    if isRare {
      let repeats = placeCount > count
      var from = start + (repeats ? 3 : 2)
      from += Packing.endBytes(count: count, width: Int(start.load(as: UInt8.self)))
      if repeats { from += Packing.endBytes(count: count, width: Int(start.load(fromByteOffset: 2, as: UInt8.self))) }
      let width = Int(start.load(fromByteOffset: 1, as: UInt8.self))
      Packing.unpackEnd(from, count: placeCount, width: width, to: places)
      return
    }
    let table = start + blocks * TermCodec.blockEntry
    let entry = block / TermCodec.placeStride * 4
    var from = start + Int(table.loadUnaligned(fromByteOffset: entry, as: UInt32.self))
    for _ in 0..<block % TermCodec.placeStride { from = BlockCodec.next(after: from) }
    let number = placeCount - block * Packing.block
    if number >= Packing.block {
      BlockCodec.decode(from, to: places)
    } else {
      Packing.unpackEnd(from + 1, count: number, width: Int(from.load(as: UInt8.self)), to: places)
    }
  }
  /// Unpacks blocks of places of a frequent term that follow each other.
  ///
  /// - Parameter places: room for 128 numbers a block.
  func decodePlaces(_ range: Range<Int>, to places: UnsafeMutablePointer<UInt32>) {
    guard !range.isEmpty else { return }
    let table = start + blocks * TermCodec.blockEntry
    let entry = range.lowerBound / TermCodec.placeStride * 4
    var from = start + Int(table.loadUnaligned(fromByteOffset: entry, as: UInt32.self))
    for _ in 0..<range.lowerBound % TermCodec.placeStride { from = BlockCodec.next(after: from) }
    var to = places
    for block in range {
      let number = placeCount - block * Packing.block
      if number >= Packing.block {
        from = BlockCodec.decode(from, to: to)
      } else {
        Packing.unpackEnd(from + 1, count: number, width: Int(from.load(as: UInt8.self)), to: to)
      }
      to += Packing.block
    }
  }
}
