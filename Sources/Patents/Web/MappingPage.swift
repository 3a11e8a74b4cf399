import Access
import Kernel
import Markup
import PatentFormats
import PatentsStore
import Web

private let mappingsCrumb = Crumb(Phrase(zh: "列对应", en: "Mappings of columns"), PatentPath.mappings)

/// One mapping, column by column.
func mappingPage(_ kept: KeptMapping, for account: Account) -> Page {
  let name = kept.mapping.name
  return Page(
    .text(name, lang: language(of: name)), trail: [importsCrumb, mappingsCrumb],
    """
    \(kept.withdrawal.map(withdrawn))
    \(definitions([
      (Phrase(zh: "保存", en: "Kept"), "\(Instant(kept.madeAt))"),
      (Phrase(zh: "读取的文件", en: "Files read by it"), "\(Count(kept.files))"),
      (Phrase(zh: "来源代码", en: "Code of the source"), data(kept.source)),
    ]))
    \(doors(kept, account))
    \(mappingTable(kept.mapping))
    """)
}

private func withdrawn(_ withdrawal: KeptMapping.Withdrawal) -> HTML {
  notice(
    .warning, Phrase(zh: "这套列对应已停用；已导入的内容不受影响", en: "This mapping is withdrawn; what was imported by it stays"),
    definitions([
      (Phrase(zh: "停用时间", en: "Withdrawn"), "\(Instant(withdrawal.at))"),
      (Phrase(zh: "理由", en: "Reason"), data(withdrawal.reason)),
    ]))
}

private func doors(_ kept: KeptMapping, _ account: Account) -> HTML {
  var doors = [
    linkButton(Phrase(zh: "变更留痕", en: "History"), to: PatentPath.history("table_mappings", kept.id.number))
  ]
  if account.may(.importPatents), kept.withdrawal == nil {
    doors.append(linkButton(Phrase(zh: "停用", en: "Withdraw"), to: PatentPath.withdrawMapping(kept.id)))
  }
  return "<div class=\"actions\">\(doors)</div>"
}

/// What becomes of each column, and why some are left out.
func mappingTable(_ mapping: TableMapping) -> HTML {
  table(
    Phrase(zh: "每一列的去向", en: "What becomes of each column"),
    columns: [
      Column(Phrase(zh: "表头", en: "Header"), .name), Column(Phrase(zh: "去向", en: "Becomes")),
      Column(Phrase(zh: "不读取的原因", en: "Why it is left out")),
    ],
    rows: mapping.columns.map { column in
      [data(column.header), marked(column.use.phrase), column.use.reason.map { data($0) } ?? ""]
    })
}

/// The form that ends the use of a mapping.
func withdrawMappingPage(_ kept: KeptMapping, _ state: FormState) -> Page {
  let name = kept.mapping.name
  return Page(
    Phrase(zh: "停用列对应", en: "Withdraw a mapping"),
    trail: [importsCrumb, mappingsCrumb, Crumb(.text(name, lang: language(of: name)), PatentPath.mapping(kept.id))],
    """
    \(notice(.warning, Phrase(
      zh: "停用后，表头相同的文件不再按它读取；已导入的内容保持不变，名字不能再用。",
      en: "Files with these headers are then no longer read by it. What was imported stays as it is, and the name stays taken.")))
    \(state.summary)\(postForm(
      to: PatentPath.withdrawMapping(kept.id), .fields,
      """
      \(hidden("revision", state.value("revision", else: "\(kept.revision)")))\
      \(state.field("reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required))\
      <div class="form-actions">\(button(Phrase(zh: "停用这套列对应", en: "Withdraw this mapping"), .grave))\
      \(linkButton(Phrase(zh: "取消", en: "Cancel"), to: PatentPath.mapping(kept.id)))</div>
      """))
    """)
}

/// The mapping that reads the file, and what it leaves out.
func readBy(_ kept: KeptMapping) -> HTML {
  let left = kept.mapping.columns.compactMap { column in
    column.use.reason.map { reason -> HTML in
      "<li>\(data(column.header))\(Phrase(zh: "：", en: ": "))\(data(reason))</li>"
    }
  }
  return notice(
    .information, Phrase(zh: "按列对应“\(kept.mapping.name)”读取", en: "Read by the mapping “\(kept.mapping.name)”"),
    """
    <p><a href="\(PatentPath.mapping(kept.id))">\(Phrase(zh: "查看该列对应", en: "See that mapping"))</a></p>
    \(if: !left.isEmpty, "<p>\(Phrase(zh: "不读取的列", en: "Columns that are left out"))</p><ul>\(left)</ul>")
    """)
}

/// An upload that no format reads: its columns are to be mapped.
func unknownTablePage(_ sha256: String) -> Page {
  Page(
    Phrase(zh: "未能识别的表格", en: "A table that is not recognised"), trail: [importsCrumb],
    emptyState(
      Phrase(zh: "这张表不是已知的格式，也没有对应它的列对应", en: "This table is of no known format, and no mapping reads it"),
      Phrase(
        zh: "请逐列说明其含义，命名保存后即可导入。", en: "Say what its columns mean and keep that under a name; then it can be imported."),
      action: linkButton(Phrase(zh: "逐列对应", en: "Map the columns"), to: PatentPath.columns(sha256), .main)))
}
