import Access
import Kernel
import Ledgers
import LedgersStore
import Markup
import Web

extension LedgerRoom {
  /// A column of a table by its name.
  func column(_ name: String) -> LedgerField? {
    ledger.field(name) ?? LedgerField.proof.first { $0.name == name }
  }

  private func importTrail(_ account: Account) -> [Crumb] {
    [crumb(for: account), Crumb(Phrase(zh: "导入表格", en: "Import a table"), path.newImport)]
  }

  func newImportPage(_ state: FormState, limit: Int64, for account: Account) -> Page {
    let required = ledger.fields.filter(\.isRequired)
    let columns = Phrase(
      zh: required.map(\.header.zh).joined(separator: "、"), en: required.map(\.header.en).joined(separator: ", "))
    return Page(
      Phrase(zh: "导入\(ledger.name.zh)", en: "Import: \(ledger.name.en)"), trail: [crumb(for: account)],
      """
      <p class="lead">\(Phrase(
        zh: "上传后先试算：每一行会怎样处理、哪里要改，都会列出；确认之前不写入任何内容。同一文件再次导入不会重复计数。",
        en: "You first see what would become of each row and what to change; nothing is written before you confirm. The same file again counts nothing twice."))</p>
      <p class="actions">\(linkButton(Phrase(zh: "下载模板（XLSX）", en: "Download the template (XLSX)"), to: path.template("xlsx")))\
      \(linkButton(Phrase(zh: "下载模板（CSV）", en: "Download the template (CSV)"), to: path.template("csv")))</p>
      <p class="help">\(Phrase(zh: "必填列：\(columns.zh)", en: "Required columns: \(columns.en)"))</p>
      \(state.form(
        to: path.newImport, .files, submit: Phrase(zh: "上传并试算", en: "Upload and check"),
        state.field(
          "file", Phrase(zh: "文件", en: "File"), .file(accept: ".csv,.xlsx,.txt,.tsv"), need: .required,
          help: Phrase(
            zh: "XLSX 或 CSV，列的顺序不限；不超过 \(ByteCount(limit).binary)、\(Count(LedgerTable.mostRows)) 行",
            en: "XLSX or CSV, its columns in any order; at most \(ByteCount(limit).binary) and \(Count(LedgerTable.mostRows)) rows"))))
      """)
  }

  func trialPage(
    _ report: LedgerImportReport, _ sha256: String, named name: String, _ state: FormState, for account: Account
  ) -> Page {
    let again = linkButton(Phrase(zh: "不导入，换一个文件", en: "Do not import; choose another file"), to: path.newImport)
    let isEmpty = report.new + report.updated == 0
    let confirm = postForm(
      to: path.trial(sha256, named: name), .fields,
      "<div class=\"form-actions\">\(button(Phrase(zh: "确认导入", en: "Import")))\(again)</div>")
    let nothing = notice(
      .information, Phrase(zh: "没有可以写入的行", en: "There is nothing to write"), "<p class=\"actions\">\(again)</p>")
    return Page(
      Phrase(zh: "试算结果（尚未写入）", en: "What the import would do (nothing is written yet)"), trail: importTrail(account),
      """
      <p>\(marked(name))</p>
      \(figures(report))\(unknown(report))
      \(state.summary)\(isEmpty ? nothing : confirm)
      \(rejected(report, sha256))
      """)
  }

  func takenPage(
    _ report: LedgerImportReport, _ sha256: String, named name: String, for account: Account
  ) -> Page {
    let list = linkButton(Phrase(zh: "查看台账", en: "See the records"), to: path.list, .main)
    return Page(
      Phrase(zh: "导入完成", en: "The import is done"), trail: importTrail(account),
      """
      \(notice(.success, Phrase(
        zh: "已写入：新增 \(report.new) 条，更新 \(report.updated) 条",
        en: "Written: \(report.new) new and \(report.updated) updated records")))
      <p>\(marked(name))</p>
      \(figures(report))\(unknown(report))
      \(if: ledger.isOpen(to: account), "<p class=\"actions\">\(list)</p>")
      \(rejected(report, sha256))
      """)
  }

  private func figures(_ report: LedgerImportReport) -> HTML {
    tiles([
      Tile(
        Phrase(zh: "行数", en: "Rows"), "\(Count(report.rows))",
        note: Phrase(zh: "＝ 新增＋更新＋无变化＋退回", en: "= new + updated + unchanged + rejected")),
      Tile(Phrase(zh: "新增", en: "New"), "\(Count(report.new))"),
      Tile(Phrase(zh: "更新", en: "Updated"), "\(Count(report.updated))"),
      Tile(Phrase(zh: "无变化", en: "Unchanged"), "\(Count(report.unchanged))"),
      Tile(Phrase(zh: "退回", en: "Rejected"), "\(Count(report.rejected.count))"),
    ])
  }

  private func unknown(_ report: LedgerImportReport) -> HTML {
    guard !report.unknownHeaders.isEmpty else { return "" }
    let list = report.unknownHeaders.map { "<li>\(marked(String($0.prefix(60))))</li>" as HTML }
    return notice(
      .warning,
      Phrase(
        zh: "下列列名不属于本台账，其内容未读取；请核对是否写错",
        en: "These columns belong to no field and were not read; please check their names"),
      "<ul>\(list)</ul>")
  }

  private func rejected(_ report: LedgerImportReport, _ sha256: String) -> HTML {
    guard !report.rejected.isEmpty else { return "" }
    let shown = report.rejected.prefix(100)
    let more = report.rejected.count - shown.count
    let rows = shown.flatMap { row in
      row.refusals.map { refusal -> [HTML] in
        let field = refusal.field.flatMap { column($0) }
        let text = field.flatMap { row.texts[$0.name] } ?? ""
        return [
          "\(Count(row.number))", field.map { "\($0.words)" } ?? "",
          text.isEmpty ? "" : "<code class=\"original\">\(marked(String(text.prefix(160))))</code>",
          "\(refusal.phrase)",
        ]
      }
    }
    return """
      <h2>\(Phrase(zh: "退回的行", en: "Rejected rows"))</h2>
      <p>\(linkButton(Phrase(zh: "下载退回清单（CSV）", en: "Download the list (CSV)"), to: path.report(sha256)))</p>
      \(table(
        Phrase(zh: "退回的行", en: "Rejected rows"),
        columns: [
          Column(Phrase(zh: "行号", en: "Row"), .number), Column(Phrase(zh: "列", en: "Column")),
          Column(Phrase(zh: "原文", en: "What stood there")), Column(Phrase(zh: "如何修改", en: "What to change"), .name),
        ], rows: Array(rows)))
      \(if: more > 0, "<p>\(Phrase(zh: "另有 \(more) 行，见退回清单。", en: "\(more) more rows are in the list."))</p>")
      """
  }
}
