/// Many short texts side by side in memory, in the order of a list, so that those with a given part are found fast.
///
/// Letters are compared without case and full-width forms as their ASCII ones. A hundred thousand titles take about
/// ten megabytes, and a search of them about a millisecond.
public struct TextScan: Sendable {
  /// Where a text stands in the list's order.
  public struct Place: Equatable, Sendable {
    public let key: String
    public let id: Int64

    public init(key: String, id: Int64) {
      self.key = key
      self.id = id
    }

    /// Whether it comes behind another, with keys in the order of their bytes as both databases sort them.
    public func isBehind(key: String, id: Int64) -> Bool {
      self.key == key ? self.id > id : key.utf8.lexicographicallyPrecedes(self.key.utf8)
    }
  }

  /// What a search found.
  public struct Found: Equatable, Sendable {
    public let ids: [Int64]
    /// How many there are in all, exact up to the limit of the search.
    public let count: Int
  }

  private var places: [Place] = []
  /// Each text folded, with a zero behind it.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  public init() {}

  /// Adds the text that comes next in the list's order; a second text of the same id joins the first.
  public mutating func append(_ text: String, at place: Place) {
    if places.last?.id == place.id, let last = bytes.indices.last {
      bytes[last] = 0x0A
      ends.removeLast()
    } else {
      places.append(place)
    }
    Self.fold(text, into: &bytes)
    bytes.append(0)
    ends.append(bytes.count)
  }

  /// The texts in which `part` occurs.
  ///
  /// - Parameters:
  ///   - isLater: whether a place comes behind where the page starts; left out, the page is the first.
  ///   - limit: how many ids are wanted.
  ///   - countedTo: beyond so many the count stops.
  public func find(_ part: String, limit: Int, countedTo: Int, isLater: ((Place) -> Bool)? = nil) -> Found {
    find(anyOf: [[part]], limit: limit, countedTo: countedTo, isLater: isLater)
  }

  /// The texts in which all parts of one of `choices` occur; otherwise as ``find(_:limit:countedTo:isLater:)``.
  public func find(
    anyOf choices: [[String]], limit: Int, countedTo: Int, isLater: ((Place) -> Bool)? = nil
  ) -> Found {
    var count = 0
    var ids: [Int64] = []
    for id in matches(anyOf: choices) {
      count += 1
      if isLater == nil, ids.count < limit { ids.append(id) }
      if count >= max(countedTo, isLater == nil ? limit : 0) { break }
    }
    if let isLater {
      for id in matches(anyOf: choices, from: isLater) {
        ids.append(id)
        if ids.count >= limit { break }
      }
    }
    return Found(ids: ids, count: count)
  }

  /// The ids of the texts in which all parts of one of `choices` occur, in the list's order, found as they are asked for.
  ///
  /// - Parameter isLater: whether a place comes behind where the search starts; left out, it starts at the first.
  public func matches(anyOf choices: [[String]], from isLater: ((Place) -> Bool)? = nil) -> TextMatches {
    let first = isLater.map(start) ?? 0
    return TextMatches(
      choices.map { parts in
        let folded = parts.map { part in
          var bytes: [UInt8] = []
          Self.fold(part, into: &bytes)
          return bytes
        }
        return TextHits(of: folded, in: self, from: first)
      }, ids: self)
  }

  func id(at index: Int) -> Int64 { places[index].id }

  /// The first text from `first` on in which every one of `parts` occurs, the longest of them first.
  func next(with parts: [[UInt8]], from first: Int) -> Int? {
    guard let longest = parts.first, !longest.isEmpty, first < ends.count else { return nil }
    return bytes.withUnsafeBytes { all in
      var index = first
      var offset = first == 0 ? 0 : ends[first - 1]
      while let hit = Self.next(longest, in: all, from: offset) {
        while ends[index] <= hit { index += 1 }
        let text = UnsafeRawBufferPointer(rebasing: all[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
        if parts.dropFirst().allSatisfy({ Self.next($0, in: text, from: 0) != nil }) { return index }
        offset = ends[index]
      }
      return nil
    }
  }

  /// Where `wanted` occurs first from `offset` on.
  ///
  /// Thirty-two places at a time are tried by two bytes: the last, and the last of the first symbol, since the leading bytes
  /// of Chinese symbols are much alike.
  private static func next(_ wanted: [UInt8], in all: UnsafeRawBufferPointer, from offset: Int) -> Int? {
    guard !wanted.isEmpty, wanted.count <= all.count else { return nil }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (near, far) = (min(2, wanted.count - 1), wanted.count - 1)
    let (nearBytes, farBytes) = (ones &* UInt64(wanted[near]), ones &* UInt64(wanted[far]))
    var place = offset
    while place + far + 32 <= all.count {
      let misses =
        (all.loadUnaligned(fromByteOffset: place + near, as: SIMD4<UInt64>.self) ^ nearBytes)
        | (all.loadUnaligned(fromByteOffset: place + far, as: SIMD4<UInt64>.self) ^ farBytes)
      // A bit is set where a byte is zero, and so both bytes are the wanted ones; or above such a one.
      let hits = (misses &- ones) & ~misses & (ones << 7)
      if hits[0] | hits[1] | hits[2] | hits[3] != 0,
        let hit = (place..<place + 32).first(where: { occurs(wanted, in: all, at: $0) })
      {
        return hit
      }
      place += 32
    }
    return (place..<max(place, all.count - far)).first { occurs(wanted, in: all, at: $0) }
  }

  private static func occurs(_ wanted: [UInt8], in all: UnsafeRawBufferPointer, at place: Int) -> Bool {
    for offset in wanted.indices where all[place + offset] != wanted[offset] { return false }
    return true
  }

  /// The first text behind where the page starts, by halving.
  private func start(of isLater: (Place) -> Bool) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if isLater(places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func fold(_ text: String, into bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0: continue
      case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 0x20)
      case 0x01...0x7F: bytes.append(UInt8(scalar.value))
      case 0xFF21...0xFF3A: bytes.append(UInt8(scalar.value - 0xFF21 + 0x61))
      case 0xFF01...0xFF5E: bytes.append(UInt8(scalar.value - 0xFEE0))
      case 0x2E80...0x9FFF, 0xE000...0xF8FF: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
      default: bytes.append(contentsOf: String(scalar).lowercased().utf8)
      }
    }
  }
}
