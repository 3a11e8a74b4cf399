import Figures
import FiguresStore
import Kernel
import Markup

extension Verdict {
  var tone: Tone {
    switch self {
    case .met, .above: .success
    case .notMet, .below, .tied, .tieAtCeiling: .warning
    case .noComparator, .noData: .neutral
    case .noTarget: .information
    }
  }

  var mark: HTML { badge(phrase, tone) }
}

/// A value with its unit, or why there is none.
func figureValue(_ figure: Figure) -> HTML {
  guard let value = figure.valueText else {
    return "<span class=\"not-known\">\(figure.state.absence ?? Absence.none.phrase)</span>"
  }
  return "<span class=\"figure-value\">\(value)</span> <span class=\"unit\">\(figure.indicator.unit)</span>"
}

/// The same as a link to the rows behind it, for those who may see them.
///
/// - Parameter reading: which of its readings this is; nil: the one that it is judged by.
func figureValue(_ figure: Figure, mayObserve: Bool, reading: PeriodKind? = nil) -> HTML {
  let value = figureValue(figure)
  guard mayObserve, figure.totals.rows > 0 else { return value }
  let link = FigurePath.rows(figure.code, at: figure.cutoff, narrowed: FigureNarrowing(reading: reading))
  return "<a href=\"\(link)\">\(value)</a>"
}

/// A count of rows as a link to them, for those who may see them.
func rowCount(_ count: Int, _ link: Link, mayObserve: Bool) -> HTML {
  mayObserve && count > 0 ? "<a href=\"\(link)\">\(Count(count))</a>" : "\(Count(count))"
}

/// What is missing to the target, in the figure's unit.
func figureGap(_ figure: Figure) -> HTML {
  guard let gap = figure.gap, gap > 0 else {
    return figure.verdict.isAttained ? "\(Phrase(zh: "已达到", en: "attained"))" : .notKnown
  }
  let text = gap.text(digits: figure.indicator.measure.digits)
  return "\(Phrase(zh: "还差 \(text)", en: "\(text) to go"))"
}

/// The target in words, with the comparator's value where there is one.
func figureTarget(_ figure: Figure, _ series: SeriesBook) -> HTML {
  let words: Phrase =
    if case .series(let comparison, let code) = figure.indicator.target, let name = series.find(code)?.name {
      Phrase(zh: "\(comparison.phrase.zh)\(name.zh)", en: "\(comparison.phrase.en): \(name.en)")
    } else {
      figure.targetPhrase
    }
  guard let comparator = figure.comparator else { return "\(words)" }
  let value = comparator.value.text(digits: max(figure.indicator.measure.digits, min(comparator.value.digits, 4)))
  return "\(words) <span class=\"unit\">(\(value))</span>"
}

/// The choice of the cut-off above a page.
func cutoffBar(_ day: Day, to link: Link) -> HTML {
  filterBar(
    to: link,
    field(
      "at", Phrase(zh: "截止日", en: "Cut-off"), .day, values: [day.description],
      help: Phrase(
        zh: "按现有记录计算该日的数值；要固定不变，请定稿", en: "Computed from the records as they are now; freeze a figure to keep it")))
}

let figureCrumb = (Phrase(zh: "目标与进展", en: "Targets and progress"))
