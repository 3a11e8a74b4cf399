public import Kernel

/// The rows of a version, found by the symbol of a patent.
public struct SEIIndex: Sendable {
  /// By what the 14-symbol form begins with, of 1, 3, 4, 8 or 14 symbols.
  private var byPrefix: [String: [SEIRow]] = [:]
  private var starred: [SEIRow] = []
  private static let lengths = [1, 3, 4, 8, 14]

  /// - Parameter below: what the scheme nests under a group, in any order; the group itself may be left out.
  public init(_ rows: [SEIRow], below: (IPCSymbol) throws -> [IPCSymbol]) rethrows {
    for row in rows {
      if row.pattern.description.hasSuffix("*") {
        starred.append(row)
        continue
      }
      var prefixes: Set = [row.pattern.prefix]
      if let group = row.pattern.group { prefixes.formUnion(try below(group).map(\.canonical)) }
      for prefix in prefixes { byPrefix[prefix, default: []].append(row) }
    }
  }

  /// Every row that a symbol meets, in the order of the table.
  public func rows(of symbol: IPCSymbol) -> [SEIRow] {
    let form = symbol.canonical
    let found = Self.lengths.filter { $0 <= form.utf8.count }.flatMap { byPrefix[String(form.prefix($0))] ?? [] }
    return (found + starred.filter { $0.pattern.begins(symbol) }).sorted { $0.place < $1.place }
  }

  /// The rows that any of the symbols meets, each once with the first symbol that meets it; those without a condition first.
  public func rows(of symbols: [IPCSymbol]) -> [(row: SEIRow, symbol: IPCSymbol)] {
    var (found, seen): ([(row: SEIRow, symbol: IPCSymbol)], Set<Int>) = ([], [])
    for symbol in symbols {
      for row in rows(of: symbol) where seen.insert(row.place).inserted { found.append((row, symbol)) }
    }
    return found.sorted {
      ($0.row.condition == nil ? 0 : 1, $0.row.place) < ($1.row.condition == nil ? 0 : 1, $1.row.place)
    }
  }
}
