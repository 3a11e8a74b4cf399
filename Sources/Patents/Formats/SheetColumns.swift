import Patents

/// The columns of one table.
struct SheetColumns {
  enum Use: Equatable {
    case typed(SheetColumn)
    case extra(String)
  }

  /// By place; nil for a column without a header.
  private(set) var uses: [Use?]
  /// Of each column its place, and behind it those of the same meaning.
  private var places: [SheetColumn: [Int]] = [:]
  /// Lists of which a person has said that several columns hold them together.
  private var joined: Set<SheetColumn> = []

  subscript(_ column: SheetColumn) -> Int? { places[column]?.first }

  /// The column, and those of the same meaning that speak where its cell is empty.
  func all(_ column: SheetColumn) -> [Int] { places[column] ?? [] }

  /// The columns whose cells are read together: several where a person has said so, else the first that speaks.
  func isJoined(_ column: SheetColumn) -> Bool { joined.contains(column) }
  var hasJoined: Bool { !joined.isEmpty }
  var count: Int { uses.count }

  /// The columns as a person has mapped them; a header that the mapping does not know stays under its own name.
  init(_ header: [String], by mapping: TableMapping) {
    uses = Array(repeating: nil, count: header.count)
    var rest = mapping.columns
    var names: [String: Int] = [:]
    for (place, text) in header.enumerated() {
      guard let label = CleanText.line(text) else { continue }
      let folded = SheetHeader.folded(text)
      guard let known = rest.firstIndex(where: { SheetHeader.folded($0.header) == folded }) else {
        uses[place] = .extra(Self.unused(label, &names))
        continue
      }
      switch rest.remove(at: known).use {
      case .field(let column):
        uses[place] = .typed(column)
        if places[column] != nil { joined.insert(column) }
        places[column, default: []].append(place)
      case .extra(let name): uses[place] = .extra(Self.unused(name, &names))
      case .own: uses[place] = .extra(Self.unused(label, &names))
      case .leftOut: continue
      }
    }
  }

  init(_ header: [String]) {
    uses = Array(repeating: nil, count: header.count)
    var ranks: [SheetColumn: Int] = [:]
    var names: [String: Int] = [:]
    for (place, text) in header.enumerated() {
      guard case .typed(let column, let rank)? = SheetHeader.meaning(text) else { continue }
      if rank < ranks[column] ?? .max { (ranks[column], places[column]) = (rank, [place]) }
    }
    for (place, text) in header.enumerated() {
      guard let label = CleanText.line(text) else { continue }
      switch SheetHeader.meaning(text) {
      case .typed(let column, _)? where self[column] == place: uses[place] = .typed(column)
      case .typed(let column, _)?:
        places[column, default: []].append(place)
        uses[place] = .extra(Self.unused(column.spare ?? label, &names))
      case .extra(let name)?: uses[place] = .extra(Self.unused(name, &names))
      case nil: uses[place] = .extra(Self.unused(label, &names))
      }
    }
  }

  /// The name, with a number behind it if an earlier column has it.
  private static func unused(_ name: String, _ names: inout [String: Int]) -> String {
    names[name, default: 0] += 1
    let count = names[name] ?? 1
    return count == 1 ? name : "\(name) \(count)"
  }

  /// Whether a table with these columns is one of patents.
  ///
  /// A title alone is not enough: a number, or an abstract beside it, must be there.
  var isOfPatents: Bool {
    let numbered = self[.publication] != nil || self[.application] != nil
    let described = self[.abstract] != nil || self[.claims] != nil || self[.firstClaim] != nil
    let others = [SheetColumn.applicants, .inventors, .classes, .mainClass, .filingDay, .publicationDay]
    return self[.title] != nil && (numbered || described)
      || numbered && (described || others.contains { self[$0] != nil })
  }
}
