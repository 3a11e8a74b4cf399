/// A symbol of the International Patent Classification, taken apart: `G06F 16/903`.
public struct IPCSymbol: Hashable, Sendable {
  /// `G`, `G06`, `G06F`, `G06F16`, `G06F16/903`: as far as the symbol goes.
  public let levels: [String]

  /// Reads any usual spelling: with or without spaces, zeros (`G06F0016903000`) or a version; nil if it is none.
  public init?(_ text: String) {
    var symbols: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A: symbols.append(byte - 0x20)
      case 0x30...0x39, 0x41...0x5A, 0x2F: symbols.append(byte)
      case 0x20, 0x09, 0x2D: continue
      case 0x28: break
      default: return nil
      }
      if byte == 0x28 { break }
    }
    guard let section = symbols.first, (0x41...0x48).contains(section) else { return nil }
    var levels = [Self.text(symbols[0..<1])]
    if symbols.count >= 3 {
      guard symbols[1...2].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      levels.append(Self.text(symbols[0..<3]))
    } else if symbols.count == 2 {
      return nil
    }
    if symbols.count >= 4 {
      guard (0x41...0x5A).contains(symbols[3]) else { return nil }
      levels.append(Self.text(symbols[0..<4]))
    }
    if symbols.count > 4 {
      guard let groups = Self.groups(symbols[4...]) else { return nil }
      levels.append("\(levels[2])\(groups.main)")
      if let sub = groups.sub { levels.append("\(levels[3])/\(sub)") }
    }
    self.levels = levels
  }

  public var text: String { levels.last ?? "" }

  /// The column that has symbols of its level.
  public var column: CorpusColumn {
    switch levels.count {
    case 1: .ipcSection
    case 2: .ipcClass
    case 3: .ipcSubclass
    case 4: .ipcGroup
    default: .ipcSubgroup
    }
  }

  private static func groups(_ rest: ArraySlice<UInt8>) -> (main: String, sub: String?)? {
    let parts = rest.split(separator: 0x2F, omittingEmptySubsequences: false)
    let digits = parts.joined().allSatisfy { (0x30...0x39).contains($0) }
    guard digits, let first = parts.first, !first.isEmpty, parts.count <= 2 else { return nil }
    if parts.count == 2 {
      guard let main = Int(text(first)), (2...6).contains(parts[1].count) else { return nil }
      return ("\(main)", text(parts[1]))
    }
    guard first.count > 4 else { return Int(text(first)).map { ("\($0)", nil) } }
    // The fixed form of ST.8: four digits of the main group, then the subgroup filled up with zeros.
    guard let main = Int(text(first.prefix(4))) else { return nil }
    var sub = Array(first.dropFirst(4))
    while sub.count > 2, sub.last == 0x30 { sub.removeLast() }
    return ("\(main)", text(sub[...].prefix(6)).count == 1 ? "\(text(sub[...]))0" : text(sub[...]))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
