import Corpus
import Kernel

extension Landscape {
  /// Documents by year and kind.
  func trend(_ kind: AnalysisKind, _ day: CorpusDay) -> Analysis {
    let column: CorpusColumn = day == .filing ? .filingYear : .publicationYear
    let (years, kinds) = (values(column), values(.kind))
    let top = kinds.top(.max)
    let order = top + (kinds.missing > 0 ? [0] : [])
    let found = span(of: years)
    let cells = cross(years, places: found.places, count: found.years.count, kinds, order)
    let rows = found.years.enumerated().map { place, year -> AnalysisRow in
      let own = Narrowing.value(column, "\(year)")
      let total = cells[place].reduce(0, +)
      let byKind = zip(order, cells[place]).map { code, count -> AnalysisCell in
        .count(count, .all([own, code == 0 ? .value(.kind, "") : kinds.narrowing(code)]))
      }
      return AnalysisRow(
        label: .data("\(year)"), narrowing: own, cells: [.count(total, own)] + byKind,
        standing: day == .filing
          ? completeness.standing(ofFilingYear: year) : completeness.standing(ofPublicationYear: year))
    }
    return Analysis(
      kind: kind, subject: column.phrase,
      headings: [.words(Phrase(zh: "合计", en: "All"))]
        + order.map { $0 == 0 ? .words(Phrase(zh: "未注明类型", en: "Kind not stated")) : label(.kind, $0) },
      rows: rows, balance: dated(years), notes: day == .filing ? incompleteness : [])
  }

  /// With and without a day.
  private func dated(_ years: ValueColumn) -> Balance {
    let none = Narrowing.value(years.column, "")
    let isFiling = years.column == .filingYear
    return Balance(
      documents: documents,
      parts: [
        Balance.Part(Phrase(zh: "见于所列各年", en: "In the years"), documents - years.missing, .not(none)),
        Balance.Part(
          isFiling
            ? Phrase(zh: "无申请日", en: "Without a filing date") : Phrase(zh: "无公开日", en: "Without a publication date"),
          years.missing, none),
      ])
  }

  var incompleteness: [Phrase] {
    let (months, more) = (completeness.months, completeness.internationalMonths)
    return [
      Phrase(
        zh:
          "数据截至 \(completeness.cutoff)：\(completeness.completeUntil) 以后的申请（\(months) 个月内）尚未全部公开，\(completeness.internationalCompleteUntil) 以后经PCT进入的申请（\(more) 个月内）尚未全部进入国家阶段。",
        en:
          "Data until \(completeness.cutoff): of applications filed after \(completeness.completeUntil) (\(months) months) not all are published, and of international ones filed after \(completeness.internationalCompleteUntil) (\(more) months) not all have entered the national phase."
      )
    ]
  }

  /// The years that occur, without gaps where they fit, and for each code the place of its year; −1 for none.
  func span(of years: ValueColumn) -> (years: [Int], places: [Int]) {
    let found = years.counts.indices.map { code in
      code > 0 && years.counts[code] > 0 ? Int(years.codes.values[code - 1]) : nil
    }
    let there = found.compactMap(\.self).sorted()
    guard let first = there.first, let last = there.last else { return ([], found.map { _ in -1 }) }
    let all = last - first < 60 ? Array(first...last) : there
    let order = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    return (all, found.map { year in year.flatMap { order[$0] } ?? -1 })
  }

  /// Documents by two columns.
  ///
  /// - Parameters:
  ///   - places: the row of each code of `rows`; −1 for none.
  ///   - order: the codes of `columns` that are shown; 0 for documents without any.
  func cross(
    _ rows: ValueColumn, places: [Int], count: Int, _ columns: ValueColumn, _ order: [Int]
  ) -> [[Int]] {
    var slots = [Int](repeating: -1, count: columns.counts.count)
    for (slot, code) in order.enumerated() { slots[code] = slot }
    var cells = [Int](repeating: 0, count: count * order.count)
    rows.each(with: columns) { codes, own in
      for row in codes where places[Int(row)] >= 0 {
        let base = places[Int(row)] * order.count
        if own.isEmpty, slots[0] >= 0 { cells[base + slots[0]] += 1 }
        for code in own where slots[Int(code)] >= 0 { cells[base + slots[Int(code)]] += 1 }
      }
    }
    return (0..<count).map { Array(cells[$0 * order.count..<($0 + 1) * order.count]) }
  }

  /// Documents and applicants of each year.
  var lifeCycle: Analysis {
    let (years, applicants) = (values(.filingYear), values(.applicant))
    let found = span(of: years)
    let words = (applicants.counts.count + 64) / 64
    var bits = [UInt64](repeating: 0, count: words * found.years.count)
    years.each(with: applicants) { own, codes in
      guard let year = own.first, found.places[Int(year)] >= 0 else { return }
      let base = found.places[Int(year)] * words
      for code in codes { bits[base + Int(code) >> 6] |= 1 << UInt64(code & 63) }
    }
    let cells = cross(years, places: found.places, count: found.years.count, years, years.top(.max))
    let rows = found.years.enumerated().map { place, year -> AnalysisRow in
      let own = Narrowing.value(.filingYear, "\(year)")
      let number = bits[place * words..<(place + 1) * words].reduce(0) { $0 + $1.nonzeroBitCount }
      return AnalysisRow(
        label: .data("\(year)"), narrowing: own, cells: [.count(cells[place].reduce(0, +), own), .number(number)],
        standing: completeness.standing(ofFilingYear: year))
    }
    return Analysis(
      kind: .lifeCycle, subject: CorpusColumn.filingYear.phrase,
      headings: [.words(Self.documentsWords), .words(Phrase(zh: "申请人数", en: "Applicants"))], rows: rows,
      balance: dated(years), notes: incompleteness)
  }
}
