import Kernel
import Markup
import Portfolios
import PortfoliosStore
import Web

func newImportPage(
  _ portfolio: Portfolio, _ runs: [OldPlatformRun], _ state: FormState, limit: Int64
) -> Page {
  Page(
    Phrase(zh: "接收旧平台数据", en: "Bring in an old platform"), trail: [portfoliosCrumb, crumb(portfolio)],
    """
    <p class="lead">\(Phrase(
      zh: "把旧平台导出的专利表（XLSX、XLS 或 CSV）交上来：先试算，每一行会怎样都列出；确认后接收。重复的并入一件，退回的逐行写明原因；同一文件再来一次不会重复。",
      en: "Hand in the table that the old platform exports (XLSX, XLS or CSV). You first see what would become of each row. Repeated patents are merged, rejected rows say why, and the same file again changes nothing."))</p>
    <p class="help">\(Phrase(
      zh: "按列名识别，列的顺序不限：申请号（或专利号）、名称、申请日、授权公告日、专利类型、申请（专利权）人、发明人、法律状态；另认学院或部门、已缴年度、费减、份额。登记库中已有的，缺的项由登记库补上。",
      en: "Columns are known by their names, in any order: application number, title, filing and grant dates, kind, applicants, inventors, legal status; also department, year paid, reduction and share. What the register knows fills in what the file lacks."))</p>
    \(state.form(
      to: PortfolioPath.newImport(portfolio.id), .files, submit: Phrase(zh: "上传并试算", en: "Upload and check"),
      state.field(
        "file", Phrase(zh: "文件", en: "File"), .file(accept: ".csv,.xlsx,.xls,.txt,.tsv"), need: .required,
        help: Phrase(
          zh: "不超过 \(ByteCount(limit).binary)、\(Count(OldPlatformTable.mostRows)) 行",
          en: "At most \(ByteCount(limit).binary) and \(Count(OldPlatformTable.mostRows)) rows"))))
    \(if: !runs.isEmpty, "<h2>\(Phrase(zh: "已接收的文件", en: "Files taken over"))</h2>\(runTable(runs))")
    """)
}

private func runTable(_ runs: [OldPlatformRun]) -> HTML {
  table(
    Phrase(zh: "已接收的文件", en: "Files taken over"),
    columns: [
      Column(Phrase(zh: "文件", en: "File"), .name), Column(Phrase(zh: "时间", en: "When"), .code),
      Column(Phrase(zh: "专利", en: "Patents"), .number), Column(Phrase(zh: "进入组合", en: "In the portfolio"), .number),
      Column(Phrase(zh: "退回", en: "Rejected"), .number),
    ],
    rows: runs.map { run in
      [
        "<a href=\"\(PortfolioPath.show(run.id))\">\(marked(run.fileName))</a>", "\(Instant(run.takenAt))",
        "\(Count(run.counts.patents))", "\(Count(run.counts.kept))", "\(Count(run.counts[.rejected]))",
      ]
    })
}

func trialPage(_ trial: OldPlatformTrial, _ sha256: String, named name: String, _ state: FormState) -> Page {
  let id = trial.portfolio.id
  let again = linkButton(
    Phrase(zh: "不接收，换一个文件", en: "Do not take it; choose another file"), to: PortfolioPath.newImport(id))
  let confirm = postForm(
    to: PortfolioPath.trial(id, sha256, named: name), .fields,
    "<div class=\"form-actions\">\(button(Phrase(zh: "确认接收", en: "Take it over")))\(again)</div>")
  let rejected = trial.rows.filter { $0.effect == .rejected }
  let shown = Array(rejected.prefix(100))
  return Page(
    Phrase(zh: "试算结果（尚未接收）", en: "What would be taken over (nothing is written yet)"),
    trail: [
      portfoliosCrumb, crumb(trial.portfolio),
      Crumb(Phrase(zh: "接收旧平台数据", en: "Bring in an old platform"), PortfolioPath.newImport(id)),
    ],
    """
    <p>\(marked(name))</p>
    \(sums(trial.counts, link: { _ in nil }))
    \(state.summary)\(confirm)
    \(if: !shown.isEmpty, "<h2>\(Phrase(zh: "会退回的行", en: "Rows that would be rejected"))</h2>\(rowTable(shown))")
    \(if: rejected.count > shown.count, "<p>\(Phrase(zh: "另有 \(rejected.count - shown.count) 行，接收后可下载全部清单。", en: "\(rejected.count - shown.count) more; the whole list can be downloaded once the file is taken."))</p>")
    """)
}

/// What went in is what came out and what was rejected; each number opens into its rows.
private func sums(_ counts: OldPlatformCounts, link: (ShownRows) -> Link?) -> HTML {
  let unit = Phrase(zh: "件", en: "")
  return """
    \(tiles([
      Tile(
        Phrase(zh: "文件中的专利", en: "Patents in the file"), "\(Count(counts.patents))", unit: unit,
        note: Phrase(
          zh: "\(Count(counts.rows)) 行，其中 \(Count(counts[.repeated])) 行重复", en: "\(Count(counts.rows)) rows, \(Count(counts[.repeated])) of them repeated"),
        link: link(.all), noteLink: link(.repeated)),
      Tile(
        Phrase(zh: "在组合中", en: "In the portfolio"), "\(Count(counts.kept))", unit: unit,
        note: Phrase(
          zh: "新增 \(Count(counts[.added]))，更新 \(Count(counts[.updated]))，无变化 \(Count(counts[.unchanged]))",
          en: "\(Count(counts[.added])) added, \(Count(counts[.updated])) updated, \(Count(counts[.unchanged])) unchanged"),
        link: link(.kept)),
      Tile(
        Phrase(zh: "退回", en: "Rejected"), "\(Count(counts[.rejected]))", unit: unit,
        note: Phrase(zh: "逐行写明原因", en: "each with its reason"), link: link(.rejected)),
    ]))
    <p class="reconciliation"><strong>\(Count(counts.patents)) = \(Count(counts.kept)) + \(Count(counts[.rejected]))</strong> \
    \(counts.addsUp ? badge(Phrase(zh: "相符", en: "It adds up"), .success) : badge(Phrase(zh: "不符", en: "It does not add up"), .error))</p>
    """
}

/// The reconciliation of a file that was taken over.
func runPage(_ file: OldPlatformRunFile, _ asked: ShownRows, after place: Int) -> Page {
  let (run, shown) = (file.run, Array(file.rows.prefix(100)))
  return Page(
    Phrase(zh: "迁移对账", en: "Reconciliation"),
    trail: [
      portfoliosCrumb, crumb(file.portfolio),
      Crumb(Phrase(zh: "接收旧平台数据", en: "Bring in an old platform"), PortfolioPath.newImport(file.portfolio.id)),
    ],
    """
    <p>\(marked(run.fileName)) · \(Instant(run.takenAt)) · \(marked(run.takenBy))</p>
    <p class="help original">SHA-256 \(run.fileHash)</p>
    \(sums(run.counts) { PortfolioPath.show(run.id, $0.code) })
    <section id="rows"><h2>\(asked.phrase)</h2>
    \(shown.isEmpty ? "<p>\(Phrase(zh: "没有这样的行。", en: "There are no such rows."))</p>" : rowTable(shown))
    \(pager(
      newer: place > 0 ? PortfolioPath.show(run.id, asked.code) : nil,
      older: file.rows.count > 100 ? shown.last.map { PortfolioPath.show(run.id, asked.code, after: $0.place) } : nil))
    <p class="actions">\(linkButton(Phrase(zh: "下载这些行（CSV）", en: "Download these rows (CSV)"), to: PortfolioPath.rows(run.id, asked.code)))</p>
    </section>
    """)
}

private func rowTable(_ rows: [OldPlatformRow]) -> HTML {
  table(
    Phrase(zh: "文件中的行", en: "Rows of the file"),
    columns: [
      Column(Phrase(zh: "行号", en: "Row"), .number), Column(Phrase(zh: "号码", en: "Number"), .code),
      Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "结果", en: "Became"), .code),
      Column(Phrase(zh: "说明", en: "Why")),
    ],
    rows: rows.map { row in
      let title: HTML = row.title.isEmpty ? HTML.notKnown : marked(row.title)
      return [
        "\(row.line)", row.number.isEmpty ? HTML.notKnown : marked(row.number),
        row.holding.map { "<a href=\"\(PortfolioPath.show($0))\">\(title)</a>" } ?? title,
        badge(row.effect.phrase, row.effect == .rejected ? .error : row.effect == .added ? .success : .neutral),
        row.words.map { marked($0) } ?? "",
      ]
    })
}
