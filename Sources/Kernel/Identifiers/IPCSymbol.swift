/// A place in the International Patent Classification (国际专利分类号), such as `G06F 16/903` or `G06F`.
///
/// The dots that nest groups are in the scheme, not in the digits: a group's parent cannot be had from
/// its number. The scheme changes each 1 January; who stores a symbol keeps the version beside it.
public struct IPCSymbol: Hashable, Sendable, CustomStringConvertible {
  public let level: IPCLevel
  private let section: UInt8
  private let classNumber: UInt8
  private let subclass: UInt8
  private let mainGroup: UInt16
  /// Six digits: `903` is 903 000.
  private let subgroup: UInt32

  /// Reads `G06F16/903`, `G06F 16/903`, the canonical `G06F0016903000`, and the levels above groups.
  ///
  /// Behind a group a version `(2006.01)I` or the fixed columns of ST.8 may follow and are dropped.
  /// - Throws: ``IPCSymbolRefusal``, naming the first rule that `text` breaks.
  public init(_ text: String) throws(IPCSymbolRefusal) { try self.init(FoldedSymbols(text)) }

  /// The same for bytes of UTF-8, without a string between.
  public init(utf8: Span<UInt8>) throws(IPCSymbolRefusal) { try self.init(FoldedSymbols(utf8: utf8)) }

  private init(_ symbols: FoldedSymbols) throws(IPCSymbolRefusal) {
    try Self.verifyHead(symbols)
    section = symbols[0]
    classNumber = UInt8(symbols.decimal(1..<3) ?? 0)
    subclass = symbols[3]
    guard symbols.count > 4 else {
      (mainGroup, subgroup) = (0, 0)
      level = symbols.count == 1 ? .section : symbols.count == 3 ? .class : .subclass
      return
    }
    let group = try IPCGroup(symbols)
    (mainGroup, subgroup) = (group.main, group.sub)
    level = subgroup == 0 ? .mainGroup : .group
  }

  /// Section, class and subclass, as far as they are given.
  private static func verifyHead(_ symbols: FoldedSymbols) throws(IPCSymbolRefusal) {
    guard symbols.count <= FoldedSymbols.capacity else {
      throw .foreignSymbol(symbols.character(at: FoldedSymbols.capacity - 1))
    }
    guard symbols.count != 0, symbols.count != 2 else { throw .unfinished }
    guard (0x41...0x48).contains(symbols[0]) else { throw .unknownSection(symbols.character(at: 0)) }
    guard symbols.count > 1 else { return }
    if let foreign = symbols.firstNonDigit(in: 1..<3) { throw .foreignSymbol(foreign) }
    guard symbols.count > 3 else { return }
    guard Symbol.isLetter(symbols[3]) else { throw .foreignSymbol(symbols.character(at: 3)) }
  }

  private init(_ symbol: IPCSymbol, cutTo level: IPCLevel) {
    self.level = level
    section = symbol.section
    classNumber = level >= .class ? symbol.classNumber : 0
    subclass = level >= .subclass ? symbol.subclass : 0
    mainGroup = level >= .mainGroup ? symbol.mainGroup : 0
    subgroup = level >= .group ? symbol.subgroup : 0
  }

  /// The place on `level` that this one lies in, or nil if it is coarser itself.
  public func at(_ level: IPCLevel) -> IPCSymbol? {
    level <= self.level ? IPCSymbol(self, cutTo: level) : nil
  }

  /// For storing and sorting: 14 symbols for groups, such as `G06F0016903000`; 1, 3 or 4 above them.
  public var canonical: String {
    var text = head
    if level >= .mainGroup {
      Self.append(UInt32(mainGroup), least: 4, to: &text)
      Self.append(subgroup, least: 6, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// For reading, such as `G06F 16/903`, `A01B 1/00` or `G06F`.
  public var description: String {
    var text = head
    if level >= .mainGroup {
      text.append(Symbol.space)
      Self.append(UInt32(mainGroup), least: 1, to: &text)
      text.append(Symbol.slash)
      var (digits, width) = (subgroup, 6)
      while width > 2, digits % 10 == 0 { (digits, width) = (digits / 10, width - 1) }
      Self.append(digits, least: width, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private var head: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(16)
    text.append(section)
    if level >= .class { Self.append(UInt32(classNumber), least: 2, to: &text) }
    if level >= .subclass { text.append(subclass) }
    return text
  }

  /// Adds a number with zeros before it up to a width.
  private static func append(_ number: UInt32, least width: Int, to text: inout [UInt8]) {
    let start = text.count
    var rest = number
    while rest > 0 || text.count - start < width {
      text.append(0x30 + UInt8(rest % 10))
      rest /= 10
    }
    text[start...].reverse()
  }
}

extension IPCSymbol: Comparable {
  /// The order of the scheme; a place comes before what lies in it.
  public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  private var order: UInt64 {
    let head = UInt64(section) << 16 | UInt64(level >= .class ? classNumber + 1 : 0) << 8 | UInt64(subclass)
    let group = UInt64(level >= .mainGroup ? mainGroup + 1 : 0) << 20 | UInt64(subgroup)
    return head << 36 | group
  }
}

/// Main group and subgroup as the text behind a subclass writes them.
private struct IPCGroup {
  let main: UInt16
  let sub: UInt32

  init(_ symbols: FoldedSymbols) throws(IPCSymbolRefusal) {
    var place = 4
    while symbols[place] == Symbol.space { place += 1 }
    let mainStart = place
    while Symbol.digit(symbols[place]) != nil { place += 1 }
    if place - mainStart == 10, mainStart == 4, place == symbols.count {
      main = UInt16(symbols.decimal(4..<8) ?? 0)
      sub = UInt32(symbols.decimal(8..<14) ?? 0)
    } else {
      guard (1...4).contains(place - mainStart), symbols[place] == Symbol.slash else {
        throw Self.refusal(symbols, at: place)
      }
      main = UInt16(symbols.decimal(mainStart..<place) ?? 0)
      let subStart = place + 1
      place = subStart
      while Symbol.digit(symbols[place]) != nil { place += 1 }
      let width = place - subStart
      guard (2...6).contains(width) else { throw .wrongSubgroup(width) }
      sub = (width..<6).reduce(UInt32(symbols.decimal(subStart..<place) ?? 0)) { value, _ in value * 10 }
      try Self.verifyTail(symbols, from: place)
    }
    guard main > 0 else { throw .unfinished }
  }

  private static func refusal(_ symbols: FoldedSymbols, at place: Int) -> IPCSymbolRefusal {
    let byte = symbols[place]
    let mayStand = byte == 0 || byte == Symbol.slash || Symbol.digit(byte) != nil
    return mayStand ? .unfinished : .foreignSymbol(symbols.character(at: place))
  }

  /// Lets `(2006.01)I` and the columns of ST.8 pass: spaces, then a bracket or a version of eight digits.
  private static func verifyTail(_ symbols: FoldedSymbols, from end: Int) throws(IPCSymbolRefusal) {
    var place = end
    while symbols[place] == Symbol.space { place += 1 }
    guard place < symbols.count else { return }
    let isVersion = symbols[place] == UInt8(ascii: "(")
    let isColumns = place > end && place + 8 <= symbols.count && symbols.decimal(place..<place + 8) != nil
    guard isVersion || isColumns else { throw .foreignSymbol(symbols.character(at: place)) }
    for place in place..<symbols.count where !mayFollow(symbols[place]) {
      throw .foreignSymbol(symbols.character(at: place))
    }
  }

  private static func mayFollow(_ byte: UInt8) -> Bool {
    Symbol.digit(byte) != nil || Symbol.isLetter(byte) || byte == Symbol.space || byte == Symbol.dot
      || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }
}
