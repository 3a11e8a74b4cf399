import Synchronization

/// The scheme of the IPC: which subgroup stands under which, by dots and not by digits.
public struct IPCScheme: Sendable {
  /// A symbol, `G06F16/903`, with its number of dots; a main group has none.
  public typealias Entry = (symbol: String, dots: Int)

  private let entries: @Sendable (String) -> [Entry]
  /// Symbols in the order of the scheme, by subclass, as far as somebody has asked.
  private let known = Known()

  private final class Known: Sendable {
    let subclasses = Mutex<[String: [Entry]]>([:])
  }

  public init(_ symbols: some Sequence<Entry>) {
    let all = Dictionary(grouping: symbols) { IPCSymbol($0.symbol)?.levels.dropFirst(2).first ?? "" }
    self.init(reading: { all[$0] ?? [] })
  }

  /// - Parameter entries: the symbols of a subclass such as `G06F`, asked for when they are needed first.
  public init(reading entries: @escaping @Sendable (String) -> [Entry]) { self.entries = entries }

  /// A symbol and all that stand under it; the symbol alone where the scheme does not have it.
  public func below(_ symbol: IPCSymbol) -> [String] {
    guard symbol.levels.count == 5 else { return [symbol.text] }
    let group = known.subclasses.withLock { known in
      if let found = known[symbol.levels[2]] { return found }
      let found = sorted(entries(symbol.levels[2]))
      known[symbol.levels[2]] = found
      return found
    }
    guard let start = group.firstIndex(where: { $0.symbol == symbol.text }) else { return [symbol.text] }
    let rest = group[(start + 1)...].prefix { $0.dots > group[start].dots && Self.isSameGroup($0.symbol, symbol) }
    return [symbol.text] + rest.map(\.symbol)
  }

  private func sorted(_ entries: [Entry]) -> [Entry] {
    let written = entries.compactMap { entry -> (key: OrderKey, entry: Entry)? in
      guard let levels = IPCSymbol(entry.symbol)?.levels, levels.count == 5 else { return nil }
      return (Self.order(levels[4]), (levels[4], entry.dots))
    }
    return written.sorted { $0.key < $1.key }.map(\.entry)
  }

  private static func isSameGroup(_ other: String, _ symbol: IPCSymbol) -> Bool {
    other.hasPrefix(symbol.levels[3] + "/")
  }

  /// Main groups by number; subgroups as decimal fractions, so that 3/036 stands before 3/04.
  private static func order(_ symbol: String) -> OrderKey {
    let parts = symbol.dropFirst(4).split(separator: "/")
    return OrderKey(main: parts.first.flatMap { Int($0) } ?? 0, sub: parts.count > 1 ? String(parts[1]) : "")
  }

  private struct OrderKey: Comparable {
    let main: Int
    let sub: String

    static func < (left: Self, right: Self) -> Bool {
      left.main == right.main ? left.sub < right.sub : left.main < right.main
    }
  }
}
