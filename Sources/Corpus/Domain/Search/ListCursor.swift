/// Walks over the documents of a posting list and reads the places in those that are asked for.
///
/// A value behind a pointer, since the language checks every access to an object's properties: that took half of the time.
struct ListCursor: ~Copyable {
  let list: PostingList
  /// How far the term stands from the beginning of the phrase.
  let offset: Int32
  private let documents: UnsafeMutablePointer<UInt32>
  private let occurrences: UnsafeMutablePointer<UInt32>
  private var number = 0
  private var block = -1
  private var index = 0
  /// Places before `counted` in the block, from the list's beginning.
  private var placesBefore: UInt32 = 0
  private var counted = 0
  private let placeBuffer: UnsafeMutablePointer<UInt32>
  private var placeBlock = -1
  /// The places found last.
  private(set) var places: UnsafeMutablePointer<UInt32>
  private var placeCapacity = 256
  private(set) var found = 0

  init(_ list: PostingList, offset: Int) {
    self.list = list
    self.offset = Int32(truncatingIfNeeded: offset)
    documents = .allocate(capacity: 256)
    occurrences = documents + 128
    placeBuffer = .allocate(capacity: list.isRare ? max(list.placeCount, 1) : Packing.block)
    places = .allocate(capacity: placeCapacity)
  }

  deinit {
    documents.deallocate()
    placeBuffer.deallocate()
    places.deallocate()
  }

  private mutating func open(_ next: Int) {
    block = next
    number = list.decode(next, documents: documents, occurrences: occurrences, places: &placesBefore)
    index = 0
    counted = 0
  }

  /// The first document.
  mutating func first() -> UInt32? {
    open(0)
    return number > 0 ? documents[0] : nil
  }

  @inline(__always)
  mutating func next() -> UInt32? {
    index += 1
    if index < number { return documents[index] }
    guard block + 1 < list.blocks else { return nil }
    open(block + 1)
    return number > 0 ? documents[0] : nil
  }

  /// Goes to the first document not before `wanted`; nil behind the last.
  @inline(__always)
  mutating func seek(_ wanted: UInt32) -> UInt32? {
    if block < 0 || number == 0 || documents[number - 1] < wanted {
      guard openBlock(of: wanted) else { return nil }
    }
    var at = index
    while documents[at] < wanted { at += 1 }
    index = at
    return documents[at]
  }

  @inline(never)
  private mutating func openBlock(of wanted: UInt32) -> Bool {
    if list.isRare {
      if block < 0 { open(0) }
      return number > 0 && documents[number - 1] >= wanted
    }
    guard let next = list.block(reaching: wanted, behind: block) else { return false }
    open(next)
    return number > 0 && documents[number - 1] >= wanted
  }

  /// Reads the places in the document reached into `places`.
  @inline(__always)
  mutating func readPlaces() {
    var before = placesBefore
    var counting = counted
    let reached = index
    while counting < reached {
      before &+= occurrences[counting]
      counting += 1
    }
    placesBefore = before
    counted = counting
    let wanted = Int(occurrences[reached])
    found = wanted
    if wanted > placeCapacity { growPlaces(to: wanted) }
    var place = Int(before)
    let out = places
    var last: UInt32 = 0
    if list.isRare {
      if placeBlock < 0 { openPlaces(0) }
      for at in 0..<wanted {
        last &+= placeBuffer[place + at]
        out[at] = last
      }
      return
    }
    if place >> 7 != placeBlock { openPlaces(place >> 7) }
    if place & 127 + wanted <= Packing.block {
      let from = placeBuffer + (place & 127)
      for at in 0..<wanted {
        last &+= from[at]
        out[at] = last
      }
      return
    }
    for at in 0..<wanted {
      if place >> 7 != placeBlock { openPlaces(place >> 7) }
      last &+= placeBuffer[place & 127]
      out[at] = last
      place += 1
    }
  }

  @inline(never)
  private mutating func openPlaces(_ block: Int) {
    placeBlock = block
    list.decodePlaces(block, to: placeBuffer)
  }

  private mutating func growPlaces(to size: Int) {
    places.deallocate()
    placeCapacity = size * 2
    places = .allocate(capacity: placeCapacity)
  }
}
