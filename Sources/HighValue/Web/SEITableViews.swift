import Access
import HighValue
import HighValueStore
import Kernel
import Markup
import Web

private let tablesTitle = Phrase(zh: "战略性新兴产业与 IPC 参照关系表", en: "Tables of strategic emerging industries and the IPC")

private var tablesCrumb: Crumb { Crumb(tablesTitle, HighValuePath.tables) }

private func crumb(_ table: SEITable) -> Crumb {
  Crumb(
    .text(table.name, lang: table.name.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ? .zh : .en),
    HighValuePath.show(table.id))
}

/// Every version of the table, and the one that holds.
func tablesPage(_ list: SEITableList, for account: Account) -> Page {
  let importing = linkButton(Phrase(zh: "导入参照表", en: "Import a table"), to: HighValuePath.newTable, .main)
  return Page(
    tablesTitle, trail: [highValueCrumb()],
    """
    <p class="lead">\(Phrase(
      zh: "认定 H1 所依的官方参照表，逐版保存，按适用日期取用。没有导入时 H1 显示“不可计算”，不作 0。",
      en: "The official tables by which H1 is decided, each version kept and used from its day on. Without one H1 is not computable, which is not 0."))</p>
    \(list.tables.isEmpty ? none : versions(list))
    \(if: account.may(.keepHighValue), "<p class=\"actions\">\(importing)</p>")
    """)
}

private let none = emptyState(
  Phrase(zh: "尚未导入参照表", en: "No table has been imported"),
  Phrase(
    zh: "平台不自带官方参照表。由运营中心向国家知识产权局索取后导入。",
    en: "The platform ships no official table. The centre asks the authority for it and imports it."))

private func versions(_ list: SEITableList) -> HTML {
  table(
    tablesTitle,
    columns: [
      Column(Phrase(zh: "名称", en: "Name"), .name), Column(Phrase(zh: "适用自", en: "Holds from"), .code),
      Column(Phrase(zh: "行数", en: "Rows"), .number), Column(Phrase(zh: "来源", en: "Source")),
      Column(Phrase(zh: "状态", en: "State"), .code),
    ],
    rows: list.tables.map { table in
      [
        "<a href=\"\(HighValuePath.show(table.id))\">\(marked(table.name))</a>", "\(table.from.description)",
        "\(Count(table.rows))", marked(table.source), state(table, list.inForce),
      ]
    })
}

private func state(_ table: SEITable, _ inForce: ID<SEITable>?) -> HTML {
  if table.withdrawnOn != nil { return badge(Phrase(zh: "已撤回", en: "Withdrawn")) }
  return table.id == inForce
    ? badge(Phrase(zh: "今日适用", en: "Holds today"), .success) : badge(Phrase(zh: "其他日期适用", en: "Of other days"))
}

func tablePage(_ page: SEITablePage, for account: Account) -> Page {
  let table = page.table
  let shown = page.rows.prefix(SEITablePages.pageSize)
  let withdrawal: HTML = table.withdrawnOn.map { "\($0.description) \(marked(table.withdrawnFor ?? ""))" } ?? ""
  var facts: [(Phrase, HTML)] = [
    (Phrase(zh: "适用自", en: "Holds from"), "\(table.from.description)"),
    (Phrase(zh: "来源", en: "Source"), marked(table.source)),
    (Phrase(zh: "文件", en: "File"), "\(marked(table.fileName)) <code>\(table.fileHash)</code>"),
    (Phrase(zh: "行数", en: "Rows"), "\(Count(table.rows))"),
    (Phrase(zh: "导入", en: "Imported"), "\(Instant(table.importedAt)) \(marked(table.importedBy))"),
  ]
  if table.withdrawnOn != nil { facts.append((Phrase(zh: "撤回", en: "Withdrawn"), withdrawal)) }
  let withdraw = linkButton(Phrase(zh: "撤回这一版", en: "Withdraw it"), to: HighValuePath.withdraw(table.id), .grave)
  return Page(
    crumbTitle(table), trail: [highValueCrumb(), tablesCrumb],
    """
    \(definitions(facts))
    <p class="help">\(Phrase(
      zh: "部、大类、小类、大组含其下全部；小组含自身及分类表中其下的各级小组；* 表示以前面的数字开头的全部。带条件的行只作“可能”。",
      en: "A section, class, subclass or main group stands for all that is in it; a group for itself and what the scheme nests under it; a star for all that begins so. A row with a condition makes a patent probable."))</p>
    \(if: !shown.isEmpty, rowTable(Array(shown)))
    \(pager(
      newer: nil,
      older: page.rows.count > shown.count ? HighValuePath.show(table.id, after: shown.last?.place ?? 0) : nil))
    \(if: account.may(.keepHighValue) && table.withdrawnOn == nil, "<p class=\"actions\">\(withdraw)</p>")
    """)
}

private func crumbTitle(_ table: SEITable) -> Title {
  .text(table.name, lang: table.name.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ? .zh : .en)
}

private func rowTable(_ rows: [SEIRow]) -> HTML {
  table(
    Phrase(zh: "参照表的行", en: "Rows of the table"),
    columns: [
      Column(Phrase(zh: "行", en: "Row"), .number), Column(Phrase(zh: "产业代码", en: "Code"), .code),
      Column(Phrase(zh: "产业名称", en: "Industry"), .name), Column(Phrase(zh: "IPC", en: "IPC"), .code),
      Column(Phrase(zh: "条件", en: "Condition")),
    ],
    rows: rows.map { row in
      [
        "\(row.place)", marked(row.seiCode), marked(row.seiName), "\(row.pattern)",
        row.condition.map { marked($0) } ?? "\(Phrase(zh: "无", en: "None"))",
      ]
    })
}

func newTablePage(_ state: FormState, limit: Int64) -> Page {
  Page(
    Phrase(zh: "导入参照表", en: "Import a table of industries"), trail: [highValueCrumb(), tablesCrumb],
    """
    <p class="lead">\(Phrase(
      zh: "上传官方参照表（XLSX、CSV 或 DOCX）。先核对每一行，确认后整表导入；有读不懂的行时不导入。",
      en: "Send the official table (XLSX, CSV or DOCX). Every row is checked first; it is taken whole, and not at all where a row cannot be read."))</p>
    <p class="help">\(Phrase(
      zh: "按列名识别：产业代码、产业名称、IPC 分类号、条件（可无）。一格内多个分类号用分号隔开；合并单元格下面的空格沿用上一行的代码和名称。",
      en: "Columns are known by their names: code, name, IPC and, where there is one, condition. Several symbols of a cell stand between semicolons; cells that a merged one leaves empty take code and name from above."))\
     <a href="\(HighValuePath.template)">\(Phrase(zh: "下载模板", en: "Download the template"))</a></p>
    \(state.form(
      to: HighValuePath.newTable, .files, submit: Phrase(zh: "上传并核对", en: "Upload and check"),
      state.field(
        "file", Phrase(zh: "文件", en: "File"), .file(accept: ".csv,.xlsx,.docx"), need: .required,
        help: Phrase(
          zh: "不超过 \(ByteCount(limit).binary)、\(Count(SEITableFile.mostRows)) 行",
          en: "At most \(ByteCount(limit).binary) and \(Count(SEITableFile.mostRows)) rows"))))
    """)
}

func trialPage(
  _ trial: SEITableTrial, _ sha256: String, named name: String, today: Day, _ state: FormState
) -> Page {
  let file = trial.file
  let conditional = file.lines.count { $0.condition != nil }
  return Page(
    Phrase(zh: "核对结果（尚未导入）", en: "What the file holds (nothing is taken yet)"),
    trail: [
      highValueCrumb(), tablesCrumb, Crumb(Phrase(zh: "导入参照表", en: "Import a table"), HighValuePath.newTable),
    ],
    """
    <p>\(marked(name))</p>
    \(definitions([
      (Phrase(zh: "读出的行", en: "Rows that were read"), "\(Count(file.lines.count))"),
      (Phrase(zh: "其中带条件", en: "Of these with a condition"), "\(Count(conditional))"),
      (Phrase(zh: "产业", en: "Industries"), "\(Count(Set(file.lines.map(\.seiCode)).count))"),
      (Phrase(zh: "读不懂的行", en: "Rows that cannot be read"), "\(Count(file.faults.count))"),
    ]))
    \(trialBody(trial, sha256, named: name, today: today, state))
    """)
}

private func trialBody(
  _ trial: SEITableTrial, _ sha256: String, named name: String, today: Day, _ state: FormState
) -> HTML {
  let again = linkButton(Phrase(zh: "换一个文件", en: "Choose another file"), to: HighValuePath.newTable)
  if !trial.file.faults.isEmpty {
    return
      "\(notice(.error, HighValueRefusal.badRows(trial.file.faults.count).phrase))\(faultTable(trial.file.faults))<p class=\"actions\">\(again)</p>"
  }
  if let same = trial.same {
    return "\(notice(.information, HighValueRefusal.sameTable(same.name).phrase))<p class=\"actions\">\(again)</p>"
  }
  return """
    \(state.form(
      to: HighValuePath.trial(sha256, named: name), submit: Phrase(zh: "导入", en: "Take it"),
      """
      \(state.field("name", Phrase(zh: "名称", en: "Name"), need: .required, help: Phrase(zh: "如《战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）》", en: "As the document has it, with its year")))\
      \(state.field("source", Phrase(zh: "来源（发文单位、文号、日期）", en: "Source: issuer, number and date"), .area(rows: 2), need: .required))\
      \(state.field("from", Phrase(zh: "自何日起适用", en: "Holds from"), .day, else: today.description, need: .required))
      """))
    <p class="actions">\(again)</p>
    """
}

private func faultTable(_ faults: [SEITableFile.Fault]) -> HTML {
  table(
    Phrase(zh: "读不懂的行（最多列 100 行）", en: "Rows that cannot be read (the first 100)"),
    columns: [
      Column(Phrase(zh: "行号", en: "Row"), .number), Column(Phrase(zh: "内容", en: "What it says"), .name),
      Column(Phrase(zh: "如何修改", en: "What to change")),
    ],
    rows: faults.prefix(100).map { ["\($0.number)", marked($0.text), marked($0.fault.phrase)] })
}

func withdrawTablePage(_ table: SEITable, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "撤回参照表", en: "Withdraw a table"), trail: [highValueCrumb(), tablesCrumb, crumb(table)],
    """
    <p class="lead">\(Phrase(
      zh: "只用于误导入。撤回后任何日期都不再适用，内容仍可查看；已生成的认定清单不变。新版适用时请直接导入新版。",
      en: "For mistakes only: it then holds on no day, and stays readable; lists that were made stay as they are. A newer table is simply imported."))</p>
    \(state.form(
      to: HighValuePath.withdraw(table.id), revision: table.revision, submit: Phrase(zh: "撤回", en: "Withdraw"),
      state.field("reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 2), need: .required)))
    """)
}
