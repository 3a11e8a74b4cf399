public import Figures
public import Kernel

/// The whole table of figures at a cut-off as CSV: the same figures give the same bytes, whenever they are written.
///
/// - Parameter isDemonstration: whether the table carries the mark of invented data.
public func figureTableCSV(_ figures: [Figure], isDemonstration: Bool, in language: Language) -> String {
  let heading = [
    Phrase(zh: "指标", en: "code"), Phrase(zh: "名称", en: "name"), Phrase(zh: "方案条款", en: "clause"),
    Phrase(zh: "截止日", en: "cut-off"), Phrase(zh: "数值", en: "value"), Phrase(zh: "单位", en: "unit"),
    Phrase(zh: "无数值的原因", en: "why no value"), Phrase(zh: "目标", en: "target"),
    Phrase(zh: "对比值", en: "comparator"), Phrase(zh: "对比值来源", en: "source of the comparator"),
    Phrase(zh: "结论", en: "verdict"), Phrase(zh: "计入行数", en: "rows"), Phrase(zh: "申报未计入", en: "declared only"),
    Phrase(zh: "口径", en: "readings"), Phrase(zh: "定义哈希", en: "definition"), Phrase(zh: "标记", en: "mark"),
  ].map { $0.text(in: language) }
  let mark = isDemonstration ? Phrase(zh: "示例数据", en: "sample data").text(in: language) : ""
  let rows = figures.map { figure -> [String] in
    let indicator = figure.indicator
    return [
      figure.code.description, indicator.name.text(in: language), indicator.clause, figure.cutoff.description,
      figure.plainValue ?? "", indicator.unit.text(in: language), figure.state.absence?.text(in: language) ?? "",
      figure.targetPhrase.text(in: language),
      figure.comparator.map { $0.value.plainText(digits: indicator.measure.digits) } ?? "",
      figure.comparator?.phrase.text(in: language) ?? "", figure.verdict.phrase.text(in: language),
      "\(figure.totals.rows)", "\(figure.totals.declared)",
      figure.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "),
      figure.definition, mark,
    ]
  }
  return csv([heading] + rows)
}

/// Rows as CSV for spreadsheets: the mark in front makes them read UTF-8.
public func csv(_ rows: [[String]]) -> String { "\u{FEFF}" + rows.map(csvLine).joined() }

/// One line of CSV with its end (RFC 4180).
///
/// What a spreadsheet would take for a formula stands behind an apostrophe.
public func csvLine(_ cells: [String]) -> String {
  cells.map { cell in
    let isFormula =
      cell.first.map { "=+@\t\r".contains($0) } ?? false || cell.hasPrefix("-") && Quantity(decimal: cell) == nil
    let safe = isFormula ? "'" + cell : cell
    guard safe.contains(where: { "\",\r\n".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }.joined(separator: ",") + "\r\n"
}

extension Figure {
  /// SHA-256 of the declaration and the readings that hold.
  public var definition: String { FigureHash.definition(of: indicator, options: options) }

  /// The target in words, such as 超过 100 家.
  public var targetPhrase: Phrase {
    switch indicator.target {
    case .absolute(let comparison, let value):
      Phrase(
        zh: "\(comparison.phrase.zh) \(value.shortest) \(indicator.unit.zh)",
        en: "\(comparison.phrase.en) \(value.shortest) \(indicator.unit.en)")
    case .series(let comparison, let series):
      Phrase(zh: "\(comparison.phrase.zh)对比值（\(series)）", en: "\(comparison.phrase.en) the comparator (\(series))")
    case .risesOverYear: Phrase(zh: "高于上年", en: "higher than the year before")
    case .done:
      if case .milestone(let count) = indicator.measure, count > 1 {
        Phrase(zh: "完成（\(count) 份以上文件）", en: "done (\(count) documents or more)")
      } else {
        Phrase(zh: "完成（有正式文件）", en: "done (with a document)")
      }
    case .none: Phrase(zh: "只观察，不设目标", en: "observed only")
    }
  }
}
