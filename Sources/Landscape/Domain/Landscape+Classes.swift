import Corpus
import Kernel

extension Landscape {
  private var classes: ValueColumn { values(options.level.column) }

  /// The leading classes year by year.
  var classYears: Analysis {
    let (classes, years) = (classes, values(.filingYear))
    let (top, found) = (classes.top(options.rows), span(of: years))
    // What does not fit the width of a page stands together in front.
    let shown = Array(found.years.suffix(Self.widest))
    let codes = Dictionary(
      uniqueKeysWithValues: found.places.enumerated().compactMap { code, place in
        place >= 0 ? (found.years[place], code) : nil
      })
    let order = shown.map { codes[$0] ?? -1 }
    let cells = cross(
      classes, places: places(of: top, in: classes), count: top.count, years, order.filter { $0 >= 0 } + [0])
    let earlier = shown.first.flatMap { first in found.years.first.map { $0..<first } }.flatMap {
      $0.isEmpty ? nil : $0
    }
    let rows = top.enumerated().map { place, code -> AnalysisRow in
      let own = classes.narrowing(code)
      let total = classes.counts[code]
      var next = cells[place].makeIterator()
      let byYear = zip(shown, order).map { year, code -> AnalysisCell in
        .count(code < 0 ? 0 : next.next() ?? 0, .all([own, .value(.filingYear, "\(year)")]))
      }
      let undated = next.next() ?? 0
      let rest = total - cells[place].reduce(0, +)
      return AnalysisRow(
        label: .data(classes.name(code)), narrowing: own,
        cells: [.count(total, own)]
          + (earlier.map { [.count(rest, .all([own, .years(.filing, $0.lowerBound...$0.upperBound - 1)]))] } ?? [])
          + byYear
          + (years.missing > 0 ? [.count(undated, .all([own, .value(.filingYear, "")]))] : []))
    }
    return Analysis(
      kind: .classYears, subject: options.level.phrase,
      headings: [.words(Phrase(zh: "合计", en: "All"))]
        + (earlier.map { [.words(Phrase(zh: "\($0.upperBound)年前", en: "before \($0.upperBound)"))] } ?? [])
        + shown.map { .data("\($0)") }
        + (years.missing > 0 ? [.words(Phrase(zh: "无申请日", en: "No date"))] : []),
      rows: rows, balance: balance(of: classes, shown: top), notes: incompleteness)
  }

  /// Columns that a matrix has at most.
  private static let widest = 12

  func places(of shown: [Int], in values: ValueColumn) -> [Int] {
    var places = [Int](repeating: -1, count: values.counts.count)
    for (place, code) in shown.enumerated() { places[code] = place }
    return places
  }

  /// Documents that belong to two classes.
  var classPairs: Analysis { matrix(.classPairs, values(options.level.column), options.level.phrase) }

  /// Leading applicants in leading classes.
  var whiteSpace: Analysis { matrix(.whiteSpace, values(.applicant), Phrase(zh: "申请人", en: "Applicant")) }

  private func matrix(_ kind: AnalysisKind, _ columns: ValueColumn, _ across: Phrase) -> Analysis {
    let classes = classes
    let (top, order) = (classes.top(min(options.rows, Self.widest)), columns.top(min(options.rows, Self.widest)))
    let cells = cross(classes, places: places(of: top, in: classes), count: top.count, columns, order)
    let rows = top.enumerated().map { place, code -> AnalysisRow in
      let own = classes.narrowing(code)
      let total = AnalysisCell.count(classes.counts[code], own)
      let counts = zip(order, cells[place]).map { column, count -> AnalysisCell in
        let isDiagonal = columns.column == classes.column && column == code
        return .count(count, isDiagonal ? own : .all([own, columns.narrowing(column)]))
      }
      let blanks = cells[place].count { $0 == 0 }
      return AnalysisRow(
        label: .data(classes.name(code)), narrowing: own,
        cells: [total] + counts + (kind == .whiteSpace ? [.number(blanks)] : []))
    }
    return Analysis(
      kind: kind,
      subject: Phrase(zh: "\(options.level.phrase.zh)／\(across.zh)", en: "\(options.level.phrase.en) / \(across.en)"),
      headings: [.words(Phrase(zh: "合计", en: "All"))] + order.map { .data(columns.name($0)) }
        + (kind == .whiteSpace ? [.words(Phrase(zh: "空白数", en: "Blanks"))] : []),
      rows: rows, balance: balance(of: classes, shown: top))
  }
}
