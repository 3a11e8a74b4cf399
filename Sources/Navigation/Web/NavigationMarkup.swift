import Kernel
import Markup
import Navigation
import NavigationStore
import Rules
import Web

let navigationsCrumb = Crumb(Phrase(zh: "专利导航", en: "Patent navigation"), NavigationPath.index)

func crumb(_ project: NavigationProject) -> Crumb {
  Crumb(.text(project.facts.title, lang: language(of: project.facts.title)), NavigationPath.show(project.id))
}

func language(of text: String) -> Language {
  text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ? .zh : .en
}

/// Data in whatever language it is.
func data(_ text: String) -> HTML { "<span translate=\"no\">\(marked(text))</span>" }

func code(_ text: String) -> HTML { "<code translate=\"no\">\(text)</code>" }

/// What people wrote, a paragraph a line.
func prose(_ paragraphs: [String]) -> HTML {
  "\(paragraphs.map { "<p translate=\"no\">\(marked($0))</p>\n" as HTML })"
}

func tone(of stage: NavigationStage) -> Tone {
  switch stage {
  case .scoping, .analysing: .information
  case .reviewing: .warning
  case .accepted, .released: .success
  case .declined: .neutral
  }
}

/// The name of who makes a project: the agency, or the zone's own staff.
func maker(_ project: NavigationProject) -> HTML {
  project.maker == nil ? "\(Phrase(zh: "试验区运营中心", en: "The zone’s operation centre"))" : data(project.makerName)
}

/// The last day of the draft, with the mark of the rule that it rests on.
func clockCell(_ clock: DraftClock) -> HTML {
  if let stopped = clock.stoppedAt {
    return "\(Phrase(zh: "已于 \(Day(stopped)) 送审", en: "Sent to review on \(Day(stopped))"))\(late(clock))"
  }
  guard let deadline = clock.deadline, let days = clock.days else {
    return clock.gap.map { badge(Phrase(zh: "期限未定", en: "No time set"), .neutral) + " \(marked($0.phrase))" }
      ?? .notKnown
  }
  let provisional: HTML =
    deadline.provisional == nil ? "" : " \(badge(Phrase(zh: "暂定", en: "Provisional"), .information))"
  return """
    \(deadline.day.description)\(provisional)\(late(clock)) \
    <a href="\(NavigationPath.rule(days.id))">\(Phrase(zh: "\(days.value) 个工作日", en: "\(days.value) working days"))</a>\
    \(days.mark.map { " \(badge($0, .warning))" as HTML })
    """
}

private func late(_ clock: DraftClock) -> HTML {
  clock.isLate ? " \(badge(Phrase(zh: "逾期", en: "Late"), .error))" : ""
}

/// A number with the way to what it counts.
func number(_ count: Int, _ link: Link?) -> HTML {
  link.map { "<a href=\"\($0)\">\(Count(count))</a>" } ?? "\(Count(count))"
}

let chapterPlanNotice = notice(
  .information,
  Phrase(
    zh: "本类报告的章节安排凭行业通行做法，未读到标准该部分原文，使用前请核对",
    en: "The chapters of this kind are recalled: that part of the standard was not read; please compare"))
