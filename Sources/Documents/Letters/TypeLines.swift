/// A line of atoms, each at its place from the left of the type area.
struct TypeLine: Equatable {
  var atoms: [TypeAtom] = []
  /// The left of each atom.
  var places: [Double] = []

  var text: String { atoms.map(\.text).joined() }
  var end: Double { (places.last ?? 0) + (atoms.last?.width ?? 0) }

  /// Moves everything to the right.
  func moved(by distance: Double) -> TypeLine { TypeLine(atoms: atoms, places: places.map { $0 + distance }) }

  /// Without regard to the width of the page.
  static func single(_ atoms: [TypeAtom], at start: Double = 0) -> TypeLine {
    var place = start
    return TypeLine(
      atoms: atoms,
      places: atoms.map { atom in
        defer { place += atom.width }
        return place
      })
  }
}

/// Breaks atoms into lines: no closing mark begins a line, no opening mark ends one (避头尾).
///
/// A character is carried over with the mark that may not begin the next line. What room is left is shared between
/// the characters, so that Chinese lines end flush.
struct TypeBreaker {
  var width = TypePage.width
  /// Where the first line begins, and where the others do.
  var first = 0.0
  var others = 0.0
  var fills = true

  func lines(_ atoms: [TypeAtom]) -> [TypeLine] {
    var lines: [TypeLine] = []
    var open: [TypeAtom] = []
    var room = width - first
    var taken = 0.0
    for atom in atoms {
      if atom.isSpace, open.isEmpty { continue }
      if taken + atom.width <= room + 0.01 {
        open.append(atom)
        taken += atom.width
        continue
      }
      if atom.isSpace { continue }
      let cut = cut(open, before: atom)
      lines.append(line(Array(open[..<cut]), isFirst: lines.isEmpty, isLast: false))
      open = Array(open[cut...].drop(while: \.isSpace)) + [atom]
      taken = open.reduce(0) { $0 + $1.width }
      room = width - others
    }
    if !open.isEmpty { lines.append(line(open, isFirst: lines.isEmpty, isLast: true)) }
    return lines
  }

  /// How many atoms stay on the line that `next` does not fit on.
  private func cut(_ open: [TypeAtom], before next: TypeAtom) -> Int {
    var cut = open.count
    while cut > 1 {
      let following = cut < open.count ? open[cut] : next
      let last = open[cut - 1]
      if following.isSpace || last.isSpace || (following.isWide || last.isWide) && following.mayBegin(after: last) {
        return cut
      }
      cut -= 1
    }
    return open.count
  }

  private func line(_ given: [TypeAtom], isFirst: Bool, isLast: Bool) -> TypeLine {
    let atoms = Array(given.reversed().drop(while: \.isSpace).reversed())
    let start = isFirst ? first : others
    let left = width - start - atoms.reduce(0) { $0 + $1.width }
    let share = fills && !isLast && atoms.count > 1 ? max(0, left) / Double(atoms.count - 1) : 0
    var place = start
    let places = atoms.map { atom in
      defer { place += atom.width + share }
      return place
    }
    return TypeLine(atoms: atoms, places: places)
  }
}
