import Kernel
import Markup
import Programme
import Web

/// The light of a task, in words and colour.
func lightBadge(_ light: TaskLight) -> HTML { badge(light.phrase, light.colour.tone) }

extension TaskLight.Colour {
  var tone: Tone {
    switch self {
    case .green: .success
    case .amber: .warning
    case .red: .error
    case .grey: .neutral
    }
  }
}

/// Who answers for a task: the department, and the name for whom it is shown to.
func personMarkup(_ person: ResponsiblePerson) -> HTML {
  "\(marked(person.department))\(if: !person.name.isEmpty, " · \(marked(person.name))")"
}

/// A slippage in calendar days, with its sign.
func slippageText(_ days: Int?) -> Phrase {
  switch days {
  case nil: Phrase(zh: "无基线", en: "no baseline")
  case 0?: Phrase(zh: "0", en: "0")
  case let days?: Phrase(zh: days > 0 ? "+\(days)" : "\(days)", en: days > 0 ? "+\(days)" : "\(days)")
  }
}

func taskLink(_ task: PlanTask) -> HTML {
  "<a href=\"\(PlanPath.task(task.id))\">\(marked(task.content.title))</a>"
}

func planTrail(_ year: Int) -> [Crumb] {
  [
    Crumb(Phrase(zh: "年度计划", en: "Plans"), PlanPath.list),
    Crumb(Phrase(zh: "\(year) 年", en: "\(year)"), PlanPath.show(year)),
  ]
}

func taskTrail(_ file: (plan: Plan, task: PlanTask)) -> [Crumb] {
  planTrail(file.plan.year) + [Crumb(.text(file.task.content.title, lang: .zh), PlanPath.task(file.task.id))]
}
