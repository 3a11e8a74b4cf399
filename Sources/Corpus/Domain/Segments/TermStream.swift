/// The terms of documents one after the other, each document's in one piece.
///
/// It grows by further memory and never moves what it has: half a gigabyte would have to be cleared and copied again and again.
struct TermStream: ~Copyable {
  private var pieces: [(start: UnsafeMutablePointer<UInt32>, room: Int)] = []
  /// How many of the pieces are in use; the others wait to be.
  private var used = 1
  /// Where the open document begins.
  private(set) var start: UnsafeMutablePointer<UInt32>
  /// How many terms it has.
  private(set) var length = 0
  /// Room from its beginning on.
  private var room: Int
  private var before = 0

  private static let (first, largest) = (1 << 14, 1 << 22)

  init() {
    room = Self.first
    start = NumberMemory.allocate(room)
    pieces.append((start, room))
  }

  deinit { for piece in pieces { NumberMemory.release(piece.start) } }

  /// Begins anew in the memory that it has.
  mutating func removeAll() {
    (start, room) = pieces[0]
    used = 1
    length = 0
    before = 0
  }

  /// The length of all documents.
  var count: Int { before + length }

  mutating func beginDocument() {
    before += length
    start += length
    room -= length
    length = 0
  }

  /// Makes room for so many terms more of the open document.
  @inline(__always)
  mutating func reserve(_ further: Int) {
    if length + further > room { addPiece(for: length + further) }
  }

  /// Adds a term for which there is room.
  @inline(__always)
  mutating func append(_ term: UInt32) {
    start[length] = term
    length += 1
  }

  /// Room for terms that the caller fills in, of what was reserved.
  @inline(__always)
  mutating func extend(by number: Int) -> UnsafeMutablePointer<UInt32> {
    defer { length += number }
    return start + length
  }

  /// What the open document has already goes along.
  @inline(never)
  private mutating func addPiece(for least: Int) {
    let size = max(least, used < 8 ? Self.first << used : Self.largest)
    if used == pieces.count || pieces[used].room < size {
      pieces.insert((NumberMemory.allocate(size), size), at: used)
    }
    let piece = pieces[used]
    used += 1
    piece.start.update(from: start, count: length)
    (start, room) = piece
  }
}
