import Access
import Kernel
import Markup
import PatentFormats
import Patents
import PatentsStore
import Web

let importsCrumb = Crumb(Phrase(zh: "专利导入", en: "Imports"), PatentPath.imports)

/// The columns of a table with what they probably mean, to be corrected and kept under a name.
func columnsPage(_ found: UploadColumns, _ sha256: String, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "逐列对应", en: "Map the columns"), trail: [importsCrumb],
    """
    <p>\(data(found.name))</p>
    \(standing(found))
    <h2>\(Phrase(zh: "前几行的内容", en: "What the first rows say"))</h2>
    \(firstRows(found.look))
    \(if: found.mapping == nil, form(found, sha256, state))
    """)
}

/// What reads the table without a mapping of its own.
private func standing(_ found: UploadColumns) -> HTML {
  if let kept = found.mapping {
    return notice(
      .information,
      Phrase(
        zh: "同样的表头已由列对应“\(kept.mapping.name)”读取；如需更改，请先停用它",
        en: "Tables with these headers are read by the mapping “\(kept.mapping.name)”; withdraw it first to change that"
      ),
      "<p><a href=\"\(PatentPath.mapping(kept.id))\">\(Phrase(zh: "查看该列对应", en: "See that mapping"))</a></p>")
  }
  guard let known = found.known else {
    return notice(
      .neutral,
      Phrase(
        zh: "这张表不是已知的格式。请核对每一列的去向并命名保存；之后表头相同的文件会直接识别",
        en:
          "This table is of no format that is known. Check what becomes of each column and keep that under a name; later files with the same headers are then recognised"
      ))
  }
  return notice(
    .neutral,
    Phrase(
      zh: "这张表已识别为“\(known.zh)”；如有列读错，可在此改为按列对应读取",
      en: "This table is recognised as “\(known.en)”; where columns are read wrongly, map them here instead"))
}

private func firstRows(_ look: TableLook) -> HTML {
  table(
    Phrase(zh: "前几行", en: "The first rows"),
    columns: [
      Column(Phrase(zh: "列", en: "Column"), .number), Column(Phrase(zh: "表头", en: "Header"), .name),
      Column(Phrase(zh: "前几行的值", en: "Values of the first rows")), Column(Phrase(zh: "推测", en: "Guess")),
      Column(Phrase(zh: "依据", en: "By")),
    ],
    rows: look.columns.enumerated().map { place, column in
      let values = look.rows.map { $0[place] }.filter { !$0.isEmpty }.map { data(cut($0)) }
      return [
        "\(Count(place + 1))", data(column.header), joined(values), marked(column.guess.phrase),
        badge(column.ground.phrase, column.ground == .header ? .success : column.ground == .none ? .neutral : .warning),
      ]
    })
}

private func cut(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }

private func form(_ found: UploadColumns, _ sha256: String, _ state: FormState) -> HTML {
  let columns = found.look.columns.enumerated().map { place, column -> HTML in
    let samples = column.samples.isEmpty ? "—" : column.samples.joined(separator: " ¦ ")
    return """
      <h3>\(Count(place + 1)) · \(data(column.header))</h3>
      \(state.field(
        useField(place), Phrase(zh: "第 \(place + 1) 列对应", en: "Column \(place + 1) becomes"), .list(choices),
        else: column.guess.code, need: .required,
        help: Phrase(zh: "\(column.ground.phrase.zh)；值如 \(samples)", en: "\(column.ground.phrase.en). Values: \(samples)")))
      \(state.field(
        reasonField(place), Phrase(zh: "第 \(place + 1) 列不读取的原因", en: "Why column \(place + 1) is left out"),
        help: Phrase(zh: "仅在选择“不读取”时填写", en: "Only where it is left out")))
      """
  }
  return """
    <h2>\(Phrase(zh: "每一列的去向", en: "What becomes of each column"))</h2>
    \(state.form(
      to: PatentPath.columns(sha256), submit: Phrase(zh: "保存列对应并预览", en: "Keep the mapping and preview"),
      """
      \(state.field(
        "name", Phrase(zh: "列对应的名字", en: "Name of the mapping"), need: .required,
        help: Phrase(
          zh: "如“某大学成果管理系统导出”；它将作为来源显示，保存后不能改名",
          en: "Such as the system that the table comes from; it is shown as the source and cannot be changed later")))
      \(columns)
      """))
    """
}

private let choices: [Choice] = {
  let fields = Phrase(zh: "登记库字段", en: "Fields of the register")
  let others = Phrase(zh: "其他", en: "Otherwise")
  let names = Phrase(zh: "其他著录项目", en: "What else sources say")
  return SheetColumn.allCases.map { Choice(ColumnUse.field($0).code, $0.phrase, under: fields) }
    + [ColumnUse.own, .leftOut(because: "")].map { Choice($0.code, $0.phrase, under: others) }
    + PatentExtraName.all.map { Choice(ColumnUse.extra($0.code).code, $0.phrase, under: names) }
}()

/// Every mapping with what was read by it.
func mappingListPage(_ all: [KeptMapping], for account: Account) -> Page {
  let door: HTML =
    account.may(.importPatents)
    ? linkButton(Phrase(zh: "导入文件", en: "Import a file"), to: PatentPath.newImport) : ""
  let list: HTML =
    all.isEmpty
    ? emptyState(
      Phrase(zh: "还没有列对应", en: "There is no mapping yet"),
      Phrase(
        zh: "上传一张未能识别的表格后，可逐列对应并命名保存。",
        en: "Once a table is uploaded that is not recognised, its columns can be mapped and kept under a name."),
      action: door)
    : table(
      Phrase(zh: "列对应", en: "Mappings of columns"),
      columns: [
        Column(Phrase(zh: "名字", en: "Name"), .name), Column(Phrase(zh: "列数", en: "Columns"), .number),
        Column(Phrase(zh: "读取的文件", en: "Files read by it"), .number), Column(Phrase(zh: "保存", en: "Kept"), .code),
        Column(Phrase(zh: "状态", en: "State")),
      ],
      rows: all.map { kept in
        [
          "<a href=\"\(PatentPath.mapping(kept.id))\">\(data(kept.mapping.name))</a>",
          "\(Count(kept.mapping.columns.count))", "\(Count(kept.files))", "\(Instant(kept.madeAt))", state(kept),
        ]
      })
  return Page(Phrase(zh: "列对应", en: "Mappings of columns"), trail: [importsCrumb], list)
}

private func state(_ kept: KeptMapping) -> HTML {
  kept.withdrawal == nil
    ? badge(Phrase(zh: "使用中", en: "In use"), .success) : badge(Phrase(zh: "已停用", en: "Withdrawn"), .warning)
}
