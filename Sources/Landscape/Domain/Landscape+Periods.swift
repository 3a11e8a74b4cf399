import Corpus
import Kernel

extension Landscape {
  /// The last three complete years of filing, and the three before them.
  var periods: (last: ClosedRange<Int>, before: ClosedRange<Int>) {
    let year = completeness.lastCompleteYear
    return (year - 2...year, year - 5...year - 3)
  }

  /// For each document the year it was filed in, 0 without.
  private var filingYears: [Int] {
    let years = values(.filingYear)
    let numbers = years.codes.values.map { Int($0) ?? 0 }
    var found = [Int](repeating: 0, count: documents)
    years.each { document, own in if let code = own.first { found[document] = numbers[Int(code) - 1] } }
    return found
  }

  var growth: Analysis {
    let (last, before) = periods
    let (years, classes) = (filingYears, values(options.level.column))
    var counts = [[Int]](repeating: [0, 0], count: classes.counts.count)
    var (newer, older) = (0, 0)
    classes.each { document, codes in
      let period = last.contains(years[document]) ? 0 : before.contains(years[document]) ? 1 : -1
      guard period >= 0 else { return }
      if period == 0 { newer += 1 } else { older += 1 }
      for code in codes { counts[Int(code)][period] += 1 }
    }
    let top = ValueColumn.top(options.rows, of: counts.map { $0[0] + $0[1] }) { classes.name($0) }
    let order = top.sorted { left, right in
      let (one, other) = (counts[left][0] - counts[left][1], counts[right][0] - counts[right][1])
      return one == other ? classes.name(left) < classes.name(right) : one > other
    }
    let rows =
      [periodRow(.words(Phrase(zh: "全部", en: "All")), newer, older, nil)]
      + order.map { code in
        periodRow(.data(classes.name(code)), counts[code][0], counts[code][1], classes.narrowing(code))
      }
    let none = Narrowing.value(.filingYear, "")
    let elsewhere = Narrowing.all([.not(.years(.filing, before.lowerBound...last.upperBound)), .not(none)])
    let missing = values(.filingYear).missing
    return Analysis(
      kind: .growth, subject: options.level.phrase,
      headings: [
        .data("\(last.lowerBound)–\(last.upperBound)"), .data("\(before.lowerBound)–\(before.upperBound)"),
        .words(Phrase(zh: "增减", en: "Change")), .words(Phrase(zh: "增长率", en: "Growth")),
      ], rows: rows,
      balance: Balance(
        documents: documents,
        parts: [
          Balance.Part(words(last), newer, .years(.filing, last)),
          Balance.Part(words(before), older, .years(.filing, before)),
          Balance.Part(
            Phrase(zh: "其他年份申请", en: "Filed in other years"), documents - newer - older - missing, elsewhere),
          Balance.Part(Phrase(zh: "无申请日", en: "Without a filing date"), missing, none),
        ]), notes: incompleteness)
  }

  private func words(_ years: ClosedRange<Int>) -> Phrase {
    Phrase(
      zh: "\(years.lowerBound)–\(years.upperBound)年申请", en: "Filed \(years.lowerBound)–\(years.upperBound)")
  }

  private func periodRow(_ label: AnalysisLabel, _ newer: Int, _ older: Int, _ own: Narrowing?) -> AnalysisRow {
    func within(_ years: ClosedRange<Int>) -> Narrowing {
      own.map { .all([$0, .years(.filing, years)]) } ?? .years(.filing, years)
    }
    let growth =
      older > 0
      ? AnalysisCell.share(((newer - older) * 20_000 + (newer < older ? -older : older)) / (2 * older)) : .nothing
    return AnalysisRow(
      label: label, narrowing: own,
      cells: [
        .count(newer, within(periods.last)), .count(older, within(periods.before)), .number(newer - older), growth,
      ])
  }

  var concentration: Analysis {
    let (last, before) = periods
    let years = filingYears
    let rows = [
      concentrationRow(Phrase(zh: "全部年份", en: "All years"), nil) { _ in true },
      concentrationRow(words(last), .years(.filing, last)) { last.contains(years[$0]) },
      concentrationRow(words(before), .years(.filing, before)) { before.contains(years[$0]) },
    ]
    let (missing, none) = (values(.applicant).missing, Narrowing.value(.applicant, ""))
    return Analysis(
      kind: .concentration, subject: Phrase(zh: "期间", en: "Period"),
      headings: [
        .words(Phrase(zh: "有申请人件数", en: "With an applicant")), .words(Phrase(zh: "申请人数", en: "Applicants")),
        .words(Phrase(zh: "前五位件数", en: "First five")), .words(Phrase(zh: "CR5", en: "CR5")),
        .words(Phrase(zh: "前十位件数", en: "First ten")), .words(Phrase(zh: "CR10", en: "CR10")),
        .words(Phrase(zh: "HHI", en: "HHI")),
      ], rows: rows,
      balance: Balance(
        documents: documents,
        parts: [
          Balance.Part(Phrase(zh: "有申请人", en: "With an applicant"), documents - missing, .not(none)),
          Balance.Part(Phrase(zh: "无申请人", en: "Without an applicant"), missing, none),
        ]))
  }

  private func concentrationRow(
    _ words: Phrase, _ period: Narrowing?, _ isIn: (Int) -> Bool
  ) -> AnalysisRow {
    let applicants = values(.applicant)
    var counts = [Int](repeating: 0, count: applicants.counts.count)
    var (named, assignments) = (0, 0)
    applicants.each { document, own in
      guard isIn(document) else { return }
      for code in own { counts[Int(code)] += 1 }
      assignments += own.count
      if !own.isEmpty { named += 1 }
    }
    let leading = ValueColumn.top(10, of: counts) { applicants.name($0) }
    func within(_ narrowing: Narrowing) -> Narrowing { period.map { .all([narrowing, $0]) } ?? narrowing }
    func first(_ number: Int) -> [AnalysisCell] {
      let chosen = Array(leading.prefix(number))
      guard !chosen.isEmpty else { return [.number(0), .nothing] }
      var isChosen = [Bool](repeating: false, count: counts.count)
      for code in chosen { isChosen[code] = true }
      var held = 0
      applicants.each { document, own in
        if isIn(document), own.contains(where: { isChosen[Int($0)] }) { held += 1 }
      }
      return [.count(held, within(.any(chosen.map { applicants.narrowing($0) }))), share(held, of: named)]
    }
    let squares = counts.dropFirst().reduce(0) { $0 + $1 * $1 }
    let whole = assignments * assignments
    let index = whole > 0 ? AnalysisCell.number((squares * 10_000 + whole / 2) / whole) : .nothing
    return AnalysisRow(
      label: .words(words), narrowing: period,
      cells: [
        .count(named, within(.not(.value(.applicant, "")))), .number(counts.dropFirst().count { $0 > 0 }),
      ] + first(5) + first(10) + [index])
  }
}
