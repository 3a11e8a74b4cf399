import Kernel
import Markup
import Programme
import ProgrammeStore
import Web

func evaluationListPage(_ schemes: [SchemeVersion], _ runs: [RunLine], mayEdit: Bool) -> Page {
  let compare = linkButton(Phrase(zh: "比较两次评价", en: "Compare two evaluations"), to: EvaluationPath.compare())
  let new = linkButton(Phrase(zh: "录入评价指标", en: "Enter a scheme"), to: EvaluationPath.newScheme)
  return Page(
    Phrase(zh: "评价", en: "Evaluations"),
    """
    <p class="lead">\(Phrase(
      zh: "按上级评价指标自评。指标、权重和评分规则都是可以更换的数据；每次评价保留当时的版本。权重不全时不出总分。",
      en: "Self-evaluation by the schemes of higher levels. Indicators, weights and rules are data that can be exchanged; every evaluation keeps its version. There is no total while a weight is missing."))</p>
    <p class="actions">\(if: mayEdit, new)\(if: runs.count > 1, compare)</p>
    \(table(
      Phrase(zh: "评价指标", en: "Schemes"),
      columns: [
        Column(Phrase(zh: "名称", en: "Name"), .name), Column(Phrase(zh: "依据", en: "Source")),
        Column(Phrase(zh: "指标", en: "Indicators"), .number), Column(Phrase(zh: "权重", en: "Weights")),
        Column(Phrase(zh: "版本", en: "Version")),
      ],
      rows: schemes.map { version in
        [
          "<a href=\"\(EvaluationPath.scheme(version.scheme.code))\">\(version.scheme.name)</a>",
          marked(version.scheme.source), "\(version.scheme.indicators.count)", weightsBadge(version.scheme),
          "\(versionName(version))",
        ]
      }))
    \(runTable(runs))
    """)
}

private func runTable(_ runs: [RunLine]) -> HTML {
  guard !runs.isEmpty else {
    return emptyState(
      Phrase(zh: "还没有评价", en: "There are no evaluations yet"),
      Phrase(zh: "请选择一套指标后开展评价", en: "Please choose a scheme and evaluate by it"))
  }
  return table(
    Phrase(zh: "历次评价", en: "Evaluations"),
    columns: [
      Column(Phrase(zh: "评价", en: "Evaluation"), .name), Column(Phrase(zh: "数据截止日", en: "Figures at"), .code),
      Column(Phrase(zh: "总分", en: "Total")), Column(Phrase(zh: "版本", en: "Version")),
      Column(Phrase(zh: "说明", en: "Note")),
    ],
    rows: runs.map { line in
      [
        "<a href=\"\(EvaluationPath.run(line.run.id))\">\(line.version.scheme.name)</a>",
        "\(line.run.cutoff.description)", totalBadge(line.total), "\(versionName(line.version))",
        line.run.note.isEmpty ? .notGiven : marked(line.run.note),
      ]
    })
}

func weightsBadge(_ scheme: EvaluationScheme) -> HTML {
  if let full = scheme.fullPoints {
    return badge(Phrase(zh: "齐全，满分 \(full.text)", en: "Complete, \(full.text) in all"), .success)
  }
  let missing = scheme.withoutWeight.count
  return badge(Phrase(zh: "缺 \(missing) 项", en: "\(missing) missing"), .warning)
}

/// The total, or a mark that there is none; the page of the run says why.
func totalBadge(_ total: EvaluationTotal) -> HTML {
  switch total {
  case .points: "\(total.phrase)"
  case .refused: badge(Phrase(zh: "不出总分", en: "No total"), .warning)
  }
}

func versionName(_ version: SchemeVersion) -> Phrase {
  guard let number = version.number else { return Phrase(zh: "随程序发布", en: "As it came with the program") }
  return version.entered == nil
    ? Phrase(zh: "第 \(number) 版（随程序发布）", en: "Version \(number) (came with the program)")
    : Phrase(zh: "第 \(number) 版", en: "Version \(number)")
}

let evaluationTrail = [Crumb(Phrase(zh: "评价", en: "Evaluations"), EvaluationPath.list)]
