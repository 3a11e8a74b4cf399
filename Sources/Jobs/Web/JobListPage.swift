import Jobs
import Kernel
import Markup
import Web

/// The jobs of the zone, newest first.
///
/// - Parameters:
///   - newest: nil on the first page.
///   - older: the page behind this one, if there is one.
func jobListPage(_ jobs: [Job], kinds: JobKinds, newest: Link?, older: Link?) -> Page {
  Page(
    Phrase(zh: "后台任务", en: "Background jobs"),
    """
    <p class="lead">\(Phrase(
      zh: "导入等耗时较长的工作在后台进行：可以离开页面，可以随时停止，停止或中断后可从断点继续。",
      en: "Long work such as imports runs in the background: leave the page, stop it at any time, and let it go on where it stopped."))</p>
    \(jobs.isEmpty ? nothing : jobTable(jobs, kinds))
    \(pager(newer: newest, older: older))
    """)
}

private let nothing = emptyState(
  Phrase(zh: "没有后台任务", en: "There are no background jobs"),
  Phrase(zh: "安排导入后，可在这里查看进度", en: "Once an import is ordered, its progress is shown here"))

private func jobTable(_ jobs: [Job], _ kinds: JobKinds) -> HTML {
  table(
    Phrase(zh: "任务", en: "Jobs"),
    columns: [
      Column(Phrase(zh: "任务", en: "Job"), .name), Column(Phrase(zh: "种类", en: "Kind")),
      Column(Phrase(zh: "状态", en: "Stage")), Column(Phrase(zh: "进度", en: "Progress"), .number),
      Column(Phrase(zh: "安排时间", en: "Ordered"), .code),
    ],
    rows: jobs.map { job in
      [
        "<a href=\"\(JobPath.show(job.id))\">\(job.title, in: .zh)</a>", kinds.name(of: job),
        badge(job.stage.phrase, job.stage.tone), progressShare(job), "\(Instant(job.createdAt))",
      ]
    })
}
