/// The scheme of the IPC: which subgroup stands under which, by dots and not by digits.
public struct IPCScheme: Sendable {
  /// Symbols in the order of the scheme, with their dots, by subclass.
  private var subclasses: [String: [(symbol: String, dots: Int)]] = [:]

  /// - Parameter symbols: in the order of the scheme, `G06F16/903` with its number of dots; a main group has none.
  public init(_ symbols: some Sequence<(symbol: String, dots: Int)>) {
    for (symbol, dots) in symbols {
      guard let levels = IPCSymbol(symbol)?.levels, levels.count == 5 else { continue }
      subclasses[levels[2], default: []].append((levels[4], dots))
    }
    for key in subclasses.keys { subclasses[key]?.sort { Self.order($0.symbol) < Self.order($1.symbol) } }
  }

  /// A symbol and all that stand under it; the symbol alone where the scheme does not have it.
  public func below(_ symbol: IPCSymbol) -> [String] {
    guard symbol.levels.count == 5, let group = subclasses[symbol.levels[2]],
      let start = group.firstIndex(where: { $0.symbol == symbol.text })
    else { return [symbol.text] }
    let rest = group[(start + 1)...].prefix { $0.dots > group[start].dots && Self.isSameGroup($0.symbol, symbol) }
    return [symbol.text] + rest.map(\.symbol)
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
