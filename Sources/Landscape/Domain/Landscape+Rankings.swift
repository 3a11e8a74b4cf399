import Corpus
import Kernel

extension Landscape {
  /// The most frequent values of a column.
  func ranking(_ kind: AnalysisKind, _ column: CorpusColumn) -> Analysis {
    let values = values(column)
    let top = values.top(options.rows)
    let rows = top.map { code -> AnalysisRow in
      let (count, narrowing) = (values.counts[code], values.narrowing(code))
      return AnalysisRow(
        label: label(column, code), narrowing: narrowing, cells: [.count(count, narrowing), share(count)])
    }
    return Analysis(
      kind: kind, subject: column.phrase,
      headings: [.words(Self.documentsWords), .words(Phrase(zh: "占全部", en: "Of all"))], rows: rows,
      balance: balance(of: values, shown: top))
  }

  static let documentsWords = Phrase(zh: "件数", en: "Documents")
  private static let notStated = Phrase(zh: "未注明", en: "Not stated")

  /// Documents in the rows, elsewhere, and nowhere.
  func balance(of values: ValueColumn, shown: [Int]) -> Balance {
    let rows = shown.reduce(0) { $0 + values.counts[$1] }
    let inRows = values.column.isMultiple ? values.documents(withAnyOf: shown) : rows
    let (without, list) = (values.missing, shown.map { values.narrowing($0) })
    let others = documents - inRows - without
    let none = Narrowing.value(values.column, "")
    var parts: [Balance.Part] = []
    if !shown.isEmpty { parts.append(Balance.Part(Phrase(zh: "见于所列各行", en: "In the rows"), inRows, .any(list))) }
    if others > 0 {
      let narrowing = shown.isEmpty ? Narrowing.not(none) : .all([.not(.any(list)), .not(none)])
      parts.append(Balance.Part(Phrase(zh: "仅属其他", en: "In others only"), others, narrowing))
    }
    if without > 0 || shown.isEmpty {
      parts.append(Balance.Part(Self.notStated, without, none))
    }
    return Balance(documents: documents, parts: parts, assignments: values.column.isMultiple ? rows : nil)
  }

  /// Pairs of values of one document.
  func pairs(_ kind: AnalysisKind, _ column: CorpusColumn) -> Analysis {
    let values = values(column)
    var found: [UInt64: Int] = [:]
    values.each { _, codes in
      guard codes.count > 1 else { return }
      let sorted = codes.sorted()
      for (place, one) in sorted.enumerated() {
        for other in sorted[(place + 1)...] { found[UInt64(one) << 32 | UInt64(other), default: 0] += 1 }
      }
    }
    let rows = Self.best(found, options.rows, values).map { pair, count -> AnalysisRow in
      let (one, other) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      let names = [values.name(one), values.name(other)].sorted()
      let narrowing = Narrowing.all([values.narrowing(one), values.narrowing(other)])
      return AnalysisRow(
        label: .data(names.joined(separator: " × ")), narrowing: narrowing,
        cells: [.count(count, narrowing), share(count)])
    }
    let none = Narrowing.value(column, "")
    let balance = Balance(
      documents: documents,
      parts: [
        Balance.Part(Phrase(zh: "已注明", en: "Stated"), documents - values.missing, .not(none)),
        Balance.Part(Self.notStated, values.missing, none),
      ], assignments: rows.reduce(0) { $0 + $1.value })
    return Analysis(
      kind: kind, subject: Phrase(zh: "合作双方", en: "Pair"),
      headings: [
        .words(Phrase(zh: "共同件数", en: "Documents shared")), .words(Phrase(zh: "占全部", en: "Of all")),
      ], rows: rows, balance: balance)
  }

  /// The most frequent pairs, those as frequent by their names.
  private static func best(
    _ found: [UInt64: Int], _ limit: Int, _ values: ValueColumn
  ) -> [(pair: UInt64, count: Int)] {
    let counts = found.values.sorted(by: >)
    guard let least = counts.prefix(limit).last else { return [] }
    let named = found.filter { $0.value >= least }.map { pair, count in
      let names = [values.name(Int(pair >> 32)), values.name(Int(pair & 0xFFFF_FFFF))].sorted()
      return (pair: pair, count: count, names: names)
    }
    return named.sorted {
      $0.count == $1.count ? $0.names.lexicographicallyPrecedes($1.names) : $0.count > $1.count
    }.prefix(limit).map { ($0.pair, $0.count) }
  }
}
