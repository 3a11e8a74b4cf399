import Kernel

/// A text as it is indexed and searched: folded, in UTF-16 units.
///
/// White space stands only between two words (as 0x20): Chinese text broken across lines is the same as unbroken text.
public struct FoldedText: Equatable, Sendable {
  public let units: [UInt16]

  public init(_ text: String) {
    var folder = TextFolder()
    folder.append(text)
    units = folder.units
  }

  init(units: [UInt16]) { self.units = units }

  public var isEmpty: Bool { units.isEmpty }

  /// The folded text, for reading.
  public var text: String { String(decoding: units, as: UTF16.self) }
}

/// How a unit of a folded text is searched.
enum SymbolSort: UInt8 {
  /// A Chinese character or the like: by pairs.
  case single
  /// A letter or digit: by whole words.
  case word
  /// Punctuation and symbols: by themselves.
  case sign
  /// Between two words only.
  case space
}

/// Folds texts one after the other into one buffer that is used again.
struct TextFolder: ~Copyable {
  // Memory of its own: all texts of a corpus go through here, and an array looks at every access who else holds it.
  private var unitRoom: UnsafeMutablePointer<UInt16>
  private var sortRoom: UnsafeMutablePointer<SymbolSort>
  private var capacity = 1 << 12
  private var count = 0
  /// Where each unit came from, in UTF-8 bytes of the text; kept only for highlighting.
  private(set) var origins: [Int32] = []
  private let keepsOrigins: Bool
  private var pendingSpace = false
  private let table = FoldTable.shared

  init(keepsOrigins: Bool = false) {
    self.keepsOrigins = keepsOrigins
    unitRoom = .allocate(capacity: capacity)
    sortRoom = .allocate(capacity: capacity)
  }

  deinit {
    unitRoom.deallocate()
    sortRoom.deallocate()
  }

  var units: [UInt16] { Array(UnsafeBufferPointer(start: unitRoom, count: count)) }
  /// What each unit is.
  var sorts: [SymbolSort] { Array(UnsafeBufferPointer(start: sortRoom, count: count)) }

  /// The units and what each is, where they lie: for whoever keeps the folder, until it is changed.
  var folded: (units: UnsafeBufferPointer<UInt16>, sorts: UnsafeBufferPointer<SymbolSort>) {
    (UnsafeBufferPointer(start: unitRoom, count: count), UnsafeBufferPointer(start: sortRoom, count: count))
  }

  mutating func removeAll() {
    count = 0
    origins.removeAll(keepingCapacity: true)
    pendingSpace = false
  }

  /// Appends the folded text; what was appended before it goes on without a break.
  mutating func append(_ text: String) {
    text.withBytes { append(utf8: $0) }
  }

  /// The same for the bytes of a text.
  mutating func append(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    table.entries.withUnsafeBufferPointer { entries in
      var at = 0
      while at < bytes.count {
        at = takeSingles(bytes, at, entries)
        guard at < bytes.count else { break }
        let start = at
        let first = UInt32(bytes[at])
        if first < 0x80 {
          at += 1
          take(entries[Int(first)], from: start)
        } else if first < 0xE0 {
          let code = (first & 0x1F) << 6 | UInt32(bytes[at + 1]) & 0x3F
          at += 2
          take(entries[Int(code)], from: start)
        } else if first < 0xF0 {
          let code = (first & 0x0F) << 12 | (UInt32(bytes[at + 1]) & 0x3F) << 6 | UInt32(bytes[at + 2]) & 0x3F
          at += 3
          take(entries[Int(code)], from: start)
        } else {
          let high = (first & 0x07) << 18 | (UInt32(bytes[at + 1]) & 0x3F) << 12
          let code = high | (UInt32(bytes[at + 2]) & 0x3F) << 6 | UInt32(bytes[at + 3]) & 0x3F
          at += 4
          takeBeyond(code, from: start)
        }
      }
    }
  }

  /// The symbols of three bytes from `start` on that stand for themselves, which are most of a Chinese text.
  ///
  /// - Returns: behind the last of them.
  private mutating func takeSingles(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ entries: UnsafeBufferPointer<UInt32>
  ) -> Int {
    let most = (bytes.count - start) / 3
    while capacity < count + most { grow() }
    // In variables of their own: what stands in a structure is read anew after every unit that is written.
    let (units, sorts) = (unitRoom + count, sortRoom + count)
    var (at, taken) = (start, 0)
    while taken < most, bytes[at] & 0xF0 == 0xE0 {
      let (first, second, third) = (UInt32(bytes[at]), UInt32(bytes[at + 1]), UInt32(bytes[at + 2]))
      let entry = entries[Int((first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F)]
      guard entry >> 16 == FoldTable.Sort.single else { break }
      units[taken] = UInt16(truncatingIfNeeded: entry)
      sorts[taken] = .single
      if keepsOrigins { origins.append(Int32(truncatingIfNeeded: at)) }
      taken += 1
      at += 3
    }
    if taken > 0 { pendingSpace = false }
    count += taken
    return at
  }

  @inline(__always)
  private mutating func take(_ entry: UInt32, from origin: Int) {
    let unit = UInt16(truncatingIfNeeded: entry)
    switch entry >> 16 {
    case FoldTable.Sort.single, FoldTable.Sort.surrogate: add(unit, .single, from: origin)
    case FoldTable.Sort.word: add(unit, .word, from: origin)
    case FoldTable.Sort.sign: add(unit, .sign, from: origin)
    case FoldTable.Sort.space: pendingSpace = true
    case FoldTable.Sort.longer:
      for part in table.longer[Int(unit)] { take(part, from: origin) }
    default: break
    }
  }

  private mutating func takeBeyond(_ code: UInt32, from origin: Int) {
    if let parts = table.beyond[code] {
      for part in parts { take(part, from: origin) }
    } else {
      add(UInt16(truncatingIfNeeded: 0xD7C0 + code >> 10), .single, from: origin)
      add(UInt16(truncatingIfNeeded: 0xDC00 + code & 0x3FF), .single, from: origin)
    }
  }

  @inline(__always)
  private mutating func add(_ unit: UInt16, _ sort: SymbolSort, from origin: Int) {
    if pendingSpace {
      pendingSpace = false
      if sort == .word, count > 0, sortRoom[count - 1] == .word { put(0x20, .space, from: origin) }
    }
    put(unit, sort, from: origin)
  }

  @inline(__always)
  private mutating func put(_ unit: UInt16, _ sort: SymbolSort, from origin: Int) {
    if count == capacity { grow() }
    unitRoom[count] = unit
    sortRoom[count] = sort
    count += 1
    if keepsOrigins { origins.append(Int32(truncatingIfNeeded: origin)) }
  }

  @inline(never)
  private mutating func grow() {
    let (units, sorts) = (unitRoom, sortRoom)
    unitRoom = .allocate(capacity: capacity * 2)
    sortRoom = .allocate(capacity: capacity * 2)
    unitRoom.update(from: units, count: count)
    sortRoom.update(from: sorts, count: count)
    units.deallocate()
    sorts.deallocate()
    capacity *= 2
  }
}
