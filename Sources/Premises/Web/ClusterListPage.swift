import Kernel
import Markup
import Premises
import PremisesStore
import Web

/// The form of a new list of clusters; it begins with the one that holds.
func clusterListPage(_ scheme: ClusterScheme, _ report: CoverageReport?, today: Day, _ state: FormState) -> Page {
  let lines = report?.lines.map(\.cluster.entry.line).joined(separator: "\n") ?? ""
  let standings = ClusterStanding.allCases.map { Choice($0.rawValue, $0.phrase) }
  return Page(
    Phrase(zh: "更新产业集群清单", en: "Replace a list of clusters"),
    trail: [premisesCrumb, Crumb(Phrase(zh: "产业集群覆盖", en: "Clusters served"), PremisesPath.coverage(scheme))],
    """
    <p class="lead">\(scheme.phrase)</p>
    \(state.form(
      to: PremisesPath.replaceClusters(scheme), submit: Phrase(zh: "更新清单", en: "Replace the list"),
      """
      \(state.field("from", Phrase(zh: "自何日起适用", en: "Holds from"), .day, else: today.description, need: .required))\
      \(state.field(
        "lines", Phrase(zh: "集群，每行一个", en: "Clusters, one a line"), .lines(rows: 16), else: lines, need: .required,
        help: Phrase(
          zh: "代码 | 中文 | 英文 | 归类 | 归类英文；同一集群保持原代码，服务记录才能接续",
          en: "Code | Chinese | English | group | group in English. Keep the code of a cluster, so that its records go on")))\
      \(state.field("standing", Phrase(zh: "状态", en: "Standing"), .radio(standings), else: (report?.list.standing ?? .provisional).rawValue, need: .required))\
      \(state.field("source-zh", Phrase(zh: "来源（中文）", en: "Source, in Chinese"), else: report?.list.source.zh ?? "", need: .required))\
      \(state.field("source-en", Phrase(zh: "来源（英文）", en: "Source, in English"), else: report?.list.source.en ?? "", need: .required))\
      \(reasonField(state))
      """))
    """)
}
