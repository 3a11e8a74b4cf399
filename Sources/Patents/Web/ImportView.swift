import Access
import Journal
import Kernel
import Markup
import Patents
import PatentsStore
import Web

/// All runs of the importer, newest first.
func importListPage(_ found: [ImportFile], for account: Account) -> Page {
  let door = importDoors(account)
  let list: HTML =
    found.isEmpty
    ? emptyState(
      Phrase(zh: "还没有导入过文件", en: "No file has been imported yet"),
      Phrase(zh: "导入后，每一行的去向都可以在这里查到。", en: "After an import you see here what became of each row."))
    : table(
      Phrase(zh: "导入记录", en: "Imports"),
      columns: [
        Column(Phrase(zh: "文件", en: "File"), .name), Column(Phrase(zh: "开始", en: "Started"), .code),
        Column(Phrase(zh: "状态", en: "State")), Column(Phrase(zh: "行数", en: "Rows"), .number),
        Column(Phrase(zh: "新增", en: "New"), .number), Column(Phrase(zh: "更新", en: "Updated"), .number),
        Column(Phrase(zh: "无变化", en: "Unchanged"), .number), Column(Phrase(zh: "修复", en: "Repaired"), .number),
        Column(Phrase(zh: "退回", en: "Rejected"), .number),
      ], rows: found.map(row))
  let pages = found.count == 50 ? found.last.map { Link("/imports", query: [("before", "\($0.run.id)")]) } : nil
  return Page(Phrase(zh: "专利导入", en: "Imports"), "\(door)\(list)\(pager(newer: nil, older: pages))")
}

private func importDoors(_ account: Account) -> HTML {
  let new: HTML? =
    account.may(.importPatents)
    ? linkButton(Phrase(zh: "导入文件", en: "Import a file"), to: PatentPath.newImport, .main) : nil
  let terms: HTML? =
    account.may(.setSourceTerms)
    ? linkButton(Phrase(zh: "来源再提供限制", en: "Sources that may not be given on"), to: PatentPath.terms) : nil
  return """
    <div class="actions">\(new)\(linkButton(Phrase(zh: "列对应", en: "Mappings of columns"), to: PatentPath.mappings))\
    \(linkButton(Phrase(zh: "来源位次", en: "Order of sources"), to: PatentPath.order))\(terms)</div>
    """
}

private func row(_ found: ImportFile) -> [HTML] {
  let counts = found.run.counts
  return [
    "<a href=\"\(PatentPath.show(found.run.id))\">\(data(shortName(found)))</a>", "\(Instant(found.run.startedAt))",
    stage(found.run.stage), "\(Count(counts.rows))", "\(Count(counts.new))", "\(Count(counts.updated))",
    "\(Count(counts.unchanged))", "\(Count(counts.repaired))", "\(Count(counts.rejected))",
  ]
}

func shortName(_ found: ImportFile) -> String { found.file.name.split(separator: "/").last.map(String.init) ?? "—" }

private func stage(_ stage: ImportStage) -> HTML {
  switch stage {
  case .running: badge(stage.phrase, .neutral)
  case .done: badge(stage.phrase, .success)
  case .stopped: badge(stage.phrase, .warning)
  case .withdrawn: badge(stage.phrase, .error)
  }
}

/// One run: its figures, which add up, and what became of the rows that were not taken as they were.
func importPage(_ found: ImportFile, _ notes: [ImportNote], for account: Account) -> Page {
  let run = found.run
  let more = notes.count > 100 ? notes.dropLast().last.map { PatentPath.notes(run.id, after: $0) } : nil
  return Page(
    .text(shortName(found), lang: language(of: shortName(found))), trail: [importsCrumb],
    """
    \(found.withdrawal.map(withdrawn) ?? "<p>\(stage(run.stage))</p>")
    \(figures(run.counts))
    \(definitions([
      (Phrase(zh: "文件大小", en: "File size"), "\(ByteCount(found.file.size))"),
      (Phrase(zh: "识别为", en: "Recognised as"), "\(found.format)"),
      (Phrase(zh: "SHA-256", en: "SHA-256"), copyable(found.file.hash)),
      (Phrase(zh: "开始", en: "Started"), "\(Instant(run.startedAt))"),
    ]))
    \(doors(run, account))
    <h2 id="notes">\(Phrase(zh: "退回与修复的行", en: "Rejected and repaired rows"))</h2>
    \(notes.isEmpty ? "<p>\(noNotes(run))</p>" as HTML : noteTable(notes.prefix(100)))
    \(pager(newer: nil, older: more))
    """)
}

/// Who took an import back, when and why; its figures tell what it had brought.
private func withdrawn(_ entry: JournalLine) -> HTML {
  notice(
    .warning,
    Phrase(
      zh: "这次导入已撤回：它带来的专利、更新和逐行说明都已撤销，下列数字为撤回前的记录",
      en: "This import is withdrawn: its patents, updates and notes were taken back; the figures are those from before"),
    definitions([
      (Phrase(zh: "撤回人", en: "Withdrawn by"), "\(entry.actorName, in: .zh)"),
      (Phrase(zh: "撤回时间", en: "Withdrawn"), "\(Instant(entry.happenedAt))"),
      (Phrase(zh: "理由", en: "Reason"), entry.reason.map { "\($0, in: .zh)" } ?? .notKnown),
    ]))
}

/// Why no row is listed: only of a whole import without repairs it is true that every row was taken as it is.
private func noNotes(_ run: PatentImport) -> Phrase {
  let rows = Count(run.counts.rows)
  return switch run.stage {
  case .withdrawn: Phrase(zh: "逐行说明已随撤回一并删除。", en: "The notes on its rows were taken back with it.")
  case .running, .stopped:
    Phrase(
      zh: "到目前为止读到 \(rows) 行，其中没有退回或修复的行。",
      en: "Of the \(rows) rows read so far, none was rejected or repaired.")
  case .done where run.counts.repaired > 0 || run.counts.rejected > 0:
    Phrase(
      zh: "这些行在同一文件较早的导入中已有说明，不再重复记录。",
      en: "An earlier import of the same file has the notes on these rows; they are not repeated.")
  case .done: Phrase(zh: "每一行都按原样收下。", en: "Every row was taken as it is.")
  }
}

private func figures(_ counts: ImportCounts) -> HTML {
  tiles([
    Tile(
      Phrase(zh: "行数", en: "Rows"), "\(Count(counts.rows))",
      note: Phrase(zh: "＝ 新增＋更新＋无变化＋退回", en: "= new + updated + unchanged + rejected")),
    Tile(Phrase(zh: "新增", en: "New"), "\(Count(counts.new))"),
    Tile(Phrase(zh: "更新", en: "Updated"), "\(Count(counts.updated))"),
    Tile(Phrase(zh: "无变化", en: "Unchanged"), "\(Count(counts.unchanged))"),
    Tile(Phrase(zh: "退回", en: "Rejected"), "\(Count(counts.rejected))"),
    Tile(Phrase(zh: "其中修复", en: "Of these repaired"), "\(Count(counts.repaired))"),
  ])
}

private func doors(_ run: PatentImport, _ account: Account) -> HTML {
  var doors: [HTML] = [
    linkButton(Phrase(zh: "下载逐行报告（CSV）", en: "Download the report per row (CSV)"), to: PatentPath.report(run.id)),
    linkButton(
      Phrase(zh: "变更留痕", en: "History"), to: PatentPath.history("patent_imports", run.id.number)),
  ]
  if account.may(.withdrawImports), [.done, .stopped].contains(run.stage) {
    doors.append(linkButton(Phrase(zh: "撤回这次导入", en: "Withdraw this import"), to: PatentPath.withdraw(run.id)))
  }
  return "<div class=\"actions\">\(doors)</div>"
}

private func noteTable(_ notes: some Sequence<ImportNote>) -> HTML {
  table(
    Phrase(zh: "退回与修复的行", en: "Rejected and repaired rows"),
    columns: [
      Column(Phrase(zh: "行", en: "Row"), .number), Column(Phrase(zh: "处理", en: "What happened")),
      Column(Phrase(zh: "原因", en: "Why"), .name), Column(Phrase(zh: "字段", en: "Field")),
      Column(Phrase(zh: "原文", en: "Original text")),
    ],
    rows: notes.map { note in
      [
        "\(Count(note.line))",
        note.sort == .rejected
          ? badge(Phrase(zh: "退回", en: "Rejected"), .error) : badge(Phrase(zh: "修复", en: "Repaired"), .warning),
        "\(note.phrase)",
        note.field.flatMap { PatentField(rawValue: $0) }.map { "\($0.phrase)" } ?? "",
        "<code class=\"original\">\(data(String(note.original.prefix(160))))</code>",
      ]
    })
}

/// The form that takes a file.
func newImportPage(_ state: FormState, limit: Int64) -> Page {
  Page(
    Phrase(zh: "导入专利文件", en: "Import a file of patents"), trail: [importsCrumb],
    """
    <p>\(Phrase(
      zh: "文件格式按内容识别，与文件名无关：通用语料 JSON 行、国知局公报 CSV、智慧芽与 CNIPR 的 XLSX、美国专利商标局 XML，均可压缩为 .gz。未能识别的表格可逐列对应后导入。",
      en: "The format is recognised by content, whatever the file is called: corpus JSON lines, CNIPA gazette CSV, XLSX of PatSnap and CNIPR, USPTO XML, each also as .gz. Of a table that is not recognised you say what its columns mean."))</p>
    \(state.form(
      to: PatentPath.newImport, .files, submit: Phrase(zh: "上传并预览", en: "Upload and preview"),
      state.field(
        "file", Phrase(zh: "文件", en: "File"), .file(), need: .required,
        help: Phrase(
          zh: "不超过 \(ByteCount(limit).binary)；更大的文件请用命令行导入。上传后先预览，确认后才写入。",
          en: "At most \(ByteCount(limit).binary); larger files go in by command line. You see a preview first; nothing is written before you confirm.")
      )))
    """)
}

/// What the upload holds, before anything is written.
func uploadPage(_ upload: UploadPreview, _ sha256: String, _ state: FormState) -> Page {
  let preview = upload.preview
  let counts = preview.counts
  return Page(
    Phrase(zh: "预览导入", en: "Preview of the import"), trail: [importsCrumb],
    """
    <p>\(data(upload.name)) · \(preview.format)</p>
    \(upload.imports.map(earlier))\(upload.mapping.map(readBy))
    \(if: !preview.isWhole, notice(.neutral, Phrase(
      zh: "文件较大，以下只按前 \(Count(counts.rows)) 行预览；导入会处理全部行。",
      en: "The file is large: this preview covers its first \(Count(counts.rows)) rows; the import takes them all.")))
    \(figures(counts))
    \(state.summary)\(postForm(
      to: PatentPath.upload(sha256), .fields,
      """
      <div class="form-actions">\(button(Phrase(zh: "开始导入", en: "Start the import")))\
      \(linkButton(Phrase(zh: "不导入，另选文件", en: "Do not import; choose another file"), to: PatentPath.newImport))</div>
      """))
    \(if: upload.isTable && upload.mapping == nil, "<p><a href=\"\(PatentPath.columns(sha256))\">\(Phrase(zh: "有列读错？逐列对应", en: "Are columns read wrongly? Map them"))</a></p>")
    <h2>\(Phrase(zh: "前几行的内容", en: "What the first rows say"))</h2>
    \(samples(preview.samples))
    \(if: !preview.rejections.isEmpty, "<h2>\(Phrase(zh: "将被退回的行", en: "Rows that will be rejected"))</h2>\(noteTable(preview.rejections))")
    """)
}

/// The same content went in before.
private func earlier(_ run: PatentImport) -> HTML {
  let (when, stage) = (Instant(run.startedAt).text, run.stage.phrase)
  return notice(
    .information,
    Phrase(
      zh: "内容相同的文件已于 \(when) 导入（\(stage.zh)）", en: "A file with the same content was imported on \(when) (\(stage.en))"),
    "<p><a href=\"\(PatentPath.show(run.id))\">\(Phrase(zh: "查看该次导入", en: "See that import"))</a></p>")
}

private func samples(_ samples: [PatentFacts]) -> HTML {
  table(
    Phrase(zh: "前几行", en: "The first rows"),
    columns: [
      Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "公开（公告）号", en: "Publication"), .code),
      Column(Phrase(zh: "申请号", en: "Application"), .code), Column(Phrase(zh: "申请人", en: "Applicants")),
      Column(Phrase(zh: "申请日", en: "Filed"), .code), Column(Phrase(zh: "IPC", en: "IPC"), .code),
    ],
    rows: samples.map { facts in
      [
        facts[.title].map { data($0) } ?? untitled, "\(facts[.publicationNumber] ?? "")",
        "\(facts[.applicationNumber] ?? facts[.applicationRaw] ?? "")",
        joined(facts.list(.applicants).map { data($0) }), "\(facts[.filingDay] ?? "")",
        "\(facts.list(.ipc).first ?? "")",
      ]
    })
}

/// The form that takes an import back.
func withdrawPage(_ found: ImportFile, _ state: FormState) -> Page {
  let (name, counts) = (shortName(found), found.run.counts)
  return Page(
    Phrase(zh: "撤回导入", en: "Withdraw an import"),
    trail: [importsCrumb, Crumb(.text(name, lang: language(of: name)), PatentPath.show(found.run.id))],
    """
    \(definitions([
      (Phrase(zh: "文件", en: "File"), data(name)), (Phrase(zh: "开始", en: "Started"), "\(Instant(found.run.startedAt))"),
      (Phrase(zh: "行数", en: "Rows"), "\(Count(counts.rows))"), (Phrase(zh: "新增", en: "New"), "\(Count(counts.new))"),
      (Phrase(zh: "更新", en: "Updated"), "\(Count(counts.updated))"),
    ]))
    \(notice(.warning, Phrase(
      zh: "将删除“\(name)”新增的 \(Count(counts.new)) 件，并把更新的 \(Count(counts.updated)) 处恢复原值。若其后的工作已用到它们，系统会拒绝。",
      en: "This removes the \(Count(counts.new)) new patents of “\(name)” and restores the earlier values of \(Count(counts.updated)) updates. It is refused if later work rests on them.")))
    \(state.summary)\(postForm(
      to: PatentPath.withdraw(found.run.id), .fields,
      """
      \(hidden("revision", state.value("revision", else: "\(found.run.revision)")))\
      \(state.field("reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required))\
      <div class="form-actions">\(button(Phrase(zh: "撤回这次导入", en: "Withdraw this import"), .grave))\
      \(linkButton(Phrase(zh: "取消", en: "Cancel"), to: PatentPath.show(found.run.id)))</div>
      """))
    """)
}

/// One row of a file as it stands there.
func importedRowPage(_ row: Int, _ found: ImportedRow) -> Page {
  let (run, name) = (found.source.run, shortName(found.source))
  let text: HTML =
    found.text.map { "<pre class=\"original\">\(data($0))</pre>" }
    ?? emptyState(
      Phrase(zh: "没有留存这一行的原文", en: "The text of this row is not kept"),
      Phrase(
        zh: "经命令行导入的文件不在平台留存；可凭下列 SHA-256 在原文件中核对。",
        en: "Files that were imported by command line are not kept here; check the original file by its SHA-256."))
  return Page(
    Phrase(zh: "第 \(Count(row)) 行的原文", en: "Row \(Count(row)) as it stands in the file"),
    trail: [importsCrumb, Crumb(.text(name, lang: language(of: name)), PatentPath.show(run.id))],
    """
    \(text)
    \(definitions([
      (Phrase(zh: "文件", en: "File"), data(name)), (Phrase(zh: "SHA-256", en: "SHA-256"), copyable(found.source.file.hash)),
      (Phrase(zh: "导入时间", en: "Imported"), "\(Instant(run.startedAt))"),
    ]))
    """)
}
