import Kernel
import Markup
import Rules
import Web

/// The deadline as a sentence, with what it rests on and a calendar of the way there.
func deadlineResult(_ deadline: RuleDeadline, _ holidays: HolidayBook) -> HTML {
  """
  <p class="lead"><strong>\(sentence(deadline))</strong></p>
  \(deadline.caution.map { notice(.warning, $0, moveIfOff) })\
  \(deadline.startCaution.map { notice(.warning, $0) })\(deadline.reading.mark.map { notice(.warning, $0) })
  \(facts(deadline))
  \(deadlineCalendar(deadline, holidays))
  """
}

/// Source: 民法典 第二百零三条.
private let moveIfOff: HTML = """
  <p>\(Phrase(
    zh: "目前只按周末计算。届满日如为法定休假日，以休假日结束的次日为届满日（民法典第二百零三条），请在放假安排公布后重新计算。",
    en: "Only weekends are counted so far. If the last day is a public holiday, the day after the holiday is the last day "
      + "(Civil Code, Article 203); please count again when the holidays are announced."))</p>
  """

private func sentence(_ deadline: RuleDeadline) -> Phrase {
  let reading = deadline.reading
  let (title, length) = (reading.title, RuleValue.whole(reading.value).phrase(in: reading.unit))
  let (start, end) = (LongDay(deadline.start).phrase, LongDay(deadline.end.day).phrase)
  let weekday = Weekday(deadline.end.day).phrase
  return Phrase(
    zh: "“\(title.zh)”自\(start.zh)起算，期限 \(length.zh)，\(deadline.isProvisional ? "暂定" : "")于\(end.zh)（\(weekday.zh)）届满",
    en:
      "“\(title.en)”, counted from \(start.en) and \(length.en) long, \(deadline.isProvisional ? "provisionally " : "")ends on \(weekday.en), \(end.en)"
  )
}

private func facts(_ deadline: RuleDeadline) -> HTML {
  let reading = deadline.reading
  let length = RuleValue.whole(reading.value).phrase(in: reading.unit)
  var pairs: [(Phrase, HTML)] = [
    (
      Phrase(zh: "届满日", en: "Last day"),
      "<strong>\(dayAndWeekday(deadline.end.day))</strong>\(if: deadline.isProvisional, " \(badge(Phrase(zh: "暂定", en: "Provisional"), .warning))")"
    ),
    (
      Phrase(zh: "期限", en: "Time limit"),
      """
      \(length) \(ruleStatus(reading.status, mark: reading.mark))\
      \(if: reading.supersession != nil, " \(badge(Phrase(zh: "管理员替换", en: "Superseding")))")
      """
    ),
    (
      Phrase(zh: "规则", en: "Rule"),
      "<a href=\"\(RulePath.show(reading.id, on: deadline.start))\">\(reading.title)</a> <code>\(reading.id)</code>"
    ),
    (
      Phrase(zh: "起算日", en: "Counted from"),
      "\(dayAndWeekday(deadline.start))\(Phrase(zh: "，当日不计入", en: ", which is not counted"))"
    ),
    (Phrase(zh: "从次日起计", en: "First day counted"), dayAndWeekday(deadline.firstCounted)),
  ]
  pairs += way(deadline)
  pairs.append((Phrase(zh: "依据", en: "Source"), reading.source.map(ruleSource) ?? .notKnown))
  return definitions(pairs)
}

/// Working days show what they passed; other units whether the end moved.
private func way(_ deadline: RuleDeadline) -> [(Phrase, HTML)] {
  if deadline.reading.unit == .workingDays {
    let working = Phrase(zh: "\(deadline.reading.value) 个", en: "\(deadline.reading.value)")
    return [
      (Phrase(zh: "计入的工作日", en: "Working days counted"), "\(working)"),
      (Phrase(zh: "跳过的休息日", en: "Days off skipped"), skipped(deadline)),
      (Phrase(zh: "计入的调休上班日", en: "Make-up days counted"), makeUps(deadline)),
    ]
  }
  guard let from = deadline.movedFrom else {
    guard !deadline.isProvisional else { return [(Phrase(zh: "顺延", en: "Moved"), notYetKnown(deadline))] }
    return [(Phrase(zh: "顺延", en: "Moved"), "\(Phrase(zh: "届满日是工作日，没有顺延", en: "No: the last day is a working day"))")]
  }
  let why = deadline.met.first.map(\.kind.phrase) ?? DayKind.weekend.phrase
  return [
    (
      Phrase(zh: "顺延", en: "Moved"),
      """
      \(dayAndWeekday(from))\(Phrase(
        zh: "是休息日（\(why.zh)），顺延至下一工作日", en: " is a day off (\(why.en)); the end moved to the next working day"))
      """
    )
  ]
}

/// No notice of that year says whether the last day is worked.
private func notYetKnown(_ deadline: RuleDeadline) -> HTML {
  let year = deadline.end.day.year
  return
    "\(Phrase(zh: "不是周末；\(year)年节假日安排未收录，是否放假、是否顺延尚不能确定", en: "No weekend; the holidays of \(year) are not recorded, so it is not known whether the day is off and the end moves"))"
}

extension RuleDeadline {
  fileprivate var isProvisional: Bool { end.provisional != nil }
}

private func skipped(_ deadline: RuleDeadline) -> HTML {
  let holidays = deadline.met.filter { if case .holiday = $0.kind { true } else { false } }
  let weekend = deadline.met.filter { $0.kind == .weekend }.reduce(0) { $0 + $1.count }
  let comma = Phrase(zh: "，", en: ", ")
  var parts = holidays.map { "\(span($0))\(comma)\($0.kind.phrase)\(comma)\(dayCount($0.count))" as HTML }
  if weekend > 0 { parts.append("\(DayKind.weekend.phrase)\(comma)\(dayCount(weekend))") }
  return list(parts)
}

private func makeUps(_ deadline: RuleDeadline) -> HTML {
  list(
    deadline.met.filter(\.kind.isWorking).map { "\(span($0)) \($0.kind.phrase)" as HTML })
}

private func list(_ parts: [HTML]) -> HTML {
  guard !parts.isEmpty else { return "\(Phrase(zh: "无", en: "None"))" }
  return parts.count == 1 ? parts[0] : "<ul>\(parts.map { "<li>\($0)</li>" as HTML })</ul>"
}

func dayAndWeekday(_ day: Day) -> HTML {
  let weekday = Weekday(day).phrase
  return "\(day.description)\(Phrase(zh: "（\(weekday.zh)）", en: " (\(weekday.en))"))"
}

func span(_ run: DayRun) -> HTML {
  run.count == 1
    ? dayAndWeekday(run.first) : "\(Phrase(zh: "\(run.first) 至 \(run.last)", en: "\(run.first) to \(run.last)"))"
}

func dayCount(_ count: Int) -> Phrase { Phrase(zh: "\(count) 天", en: count == 1 ? "1 day" : "\(count) days") }
