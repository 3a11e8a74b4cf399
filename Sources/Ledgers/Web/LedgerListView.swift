import Access
import Kernel
import Ledgers
import LedgersStore
import Markup
import Web

/// One page of a list, with what was asked for.
struct LedgerListing {
  let page: LedgerPage
  let question: LedgerQuestion
  let isFirst: Bool
  /// How many records await approval; nil for whom that is no concern.
  let waiting: Int?
}

extension LedgerRoom {
  func listPage(_ listing: LedgerListing, for account: Account) -> Page {
    let next = listing.page.next.map { path.list(listing.question.query, after: $0) }
    let first = path.list(listing.question.query)
    return Page(
      ledger.name,
      """
      <p class="lead">\(ledger.purpose)</p>
      \(doors(listing, account))
      \(figures(listing))
      \(narrowedToOne(listing, account))\(filters(listing, account))
      \(listing.page.records.isEmpty ? nothing(listing, account) : recordTable(listing, account))
      \(if: !listing.isFirst, "<p><a href=\"\(first)\">\(Phrase(zh: "回到第一页", en: "Back to the first page"))</a></p>")
      \(pager(newer: nil, older: next))
      """)
  }

  private func figures(_ listing: LedgerListing) -> HTML {
    let isNarrowed = !listing.question.filter.isEmpty
    var shown = [
      Tile(
        isNarrowed ? Phrase(zh: "符合条件", en: "Found") : Phrase(zh: "共", en: "In all"),
        "\(Count(listing.page.count))", unit: Phrase(zh: "条", en: "records"))
    ]
    if let waiting = listing.waiting {
      shown.append(
        Tile(
          LedgerStage.filed.phrase, "\(Count(waiting))", unit: Phrase(zh: "条", en: "records"),
          link: waiting > 0 ? path.list([("stage", LedgerStage.filed.rawValue)]) : nil))
    }
    return tiles(shown)
  }

  private func doors(_ listing: LedgerListing, _ account: Account) -> HTML {
    let query = listing.question.query
    var doors: [HTML] = []
    if account.may(ledger.writers) {
      doors.append(linkButton(Phrase(zh: "登记一条", en: "Add a record"), to: path.new, .main))
      doors.append(linkButton(Phrase(zh: "导入表格", en: "Import a table"), to: path.newImport))
    }
    doors.append(linkButton(Phrase(zh: "导出 XLSX", en: "Export XLSX"), to: path.export("xlsx", query)))
    doors.append(linkButton(Phrase(zh: "导出 CSV", en: "Export CSV"), to: path.export("csv", query)))
    if account.may(ledger.keepers), ledger.fields.contains(where: { $0.isPersonal || $0.isHashed }) {
      let all = query + [("personal", "yes")]
      doors.append(
        linkButton(Phrase(zh: "导出含个人信息（留痕）", en: "Export with personal data (noted)"), to: path.export("xlsx", all)))
    }
    return "<p class=\"actions\">\(doors)</p>"
  }

  private func filters(_ listing: LedgerListing, _ account: Account) -> HTML {
    let question = listing.question
    func values(_ name: String) -> [String] { question.value(name).map { [$0] } ?? [] }
    var fields: [HTML] = [
      field(
        "q", Phrase(zh: "名称或编号中的文字", en: "Part of the name or number"), .search, values: values("q"))
    ]
    for shown in LedgerQuestion.fields(of: ledger, for: account) {
      fields.append(field(shown.name, shown.words, filterSort(shown), values: values(shown.name)))
    }
    if LedgerQuestion.hasStages(ledger, account) {
      if hasApproval {
        let stages = LedgerStage.allCases.map { Choice($0.rawValue, $0.phrase) }
        fields.append(field("stage", Phrase(zh: "状态", en: "Stage"), .list([.any] + stages), values: values("stage")))
      }
      fields.append(
        field("withdrawn", Phrase(zh: "含已撤回", en: "With withdrawn ones"), .check, values: values("withdrawn")))
    }
    if let owner = question.value(LedgerQuestion.owner) { fields.append(hidden(LedgerQuestion.owner, owner)) }
    return filterBar(to: path.list, clear: question.query.isEmpty ? nil : path.list, "\(fields)")
  }

  /// Says whose records alone are listed, with the way back to them.
  private func narrowedToOne(_ listing: LedgerListing, _ account: Account) -> HTML {
    guard let code = listing.question.value(LedgerQuestion.owner), let home = ledger.organisations else { return "" }
    let name = listing.page.names[code].map { marked($0) } ?? "\(code)"
    let linked = organisation(code, of: home, for: account).map { "<a href=\"\($0)\">\(name)</a>" as HTML } ?? name
    return "<p>\(Phrase(zh: "只列出该单位的记录：", en: "Only records of: "))\(linked)</p>"
  }

  private func filterSort(_ field: LedgerField) -> FieldSort {
    switch field.sort {
    case .choice(let choices), .choices(let choices): .list([.any] + choices.map { Choice($0.code, $0.words) })
    case .flag: .list([.any, Choice("yes", Self.yes), Choice("no", Self.no)])
    case .text, .lines, .day, .whole, .hundredths, .money, .share, .creditCode, .organisation, .person: .text
    }
  }

  private func nothing(_ listing: LedgerListing, _ account: Account) -> HTML {
    guard listing.question.query.isEmpty else {
      return emptyState(
        Phrase(zh: "没有符合条件的记录", en: "No record matches"),
        Phrase(zh: "请减少条件再查", en: "Please ask for less"),
        action: linkButton(Phrase(zh: "清除条件", en: "Clear"), to: path.list))
    }
    let advice =
      account.may(ledger.writers)
      ? Phrase(zh: "可以逐条登记，或下载模板填好后一次导入", en: "Add them one by one, or fill in the template and import it")
      : Phrase(zh: "登记并审核后，将在这里公布", en: "Once they are registered and approved they are listed here")
    return emptyState(Phrase(zh: "还没有记录", en: "There are no records yet"), advice)
  }

  private func recordTable(_ listing: LedgerListing, _ account: Account) -> HTML {
    let fields = ledger.fieldsOpen(to: account).filter { $0.isListed && $0.name != ledger.title }
    let showsStages = LedgerQuestion.hasStages(ledger, account)
    var columns = [Column(ledger.field(ledger.title)?.words ?? ledger.one, .name)]
    columns += fields.map { Column($0.header, $0.columnSort) }
    columns.append(Column(LedgerField.grade.words))
    if showsStages { columns.append(Column(Phrase(zh: "状态", en: "Stage"))) }
    return table(
      ledger.name, columns: columns,
      rows: listing.page.records.map { record in
        let name: HTML =
          "<a href=\"\(path.show(record.id))\">\(marked(self.name(of: record, listing.page.names)))</a>"
        return [name] + fields.map { cell(record.values[$0.name], $0, listing.page.names, for: account) }
          + [gradeMark(record.grade)] + (showsStages ? [stageBadge(record)] : [])
      })
  }
}

extension Choice {
  /// Of a filter: nothing is narrowed.
  fileprivate static let any = Choice("", Phrase(zh: "全部", en: "All"))
}

extension LedgerField {
  fileprivate var columnSort: ColumnSort {
    switch sort {
    case .whole, .hundredths, .money, .share: .number
    case .day, .creditCode: .code
    case .text, .lines, .choice, .choices, .flag, .organisation, .person: .text
    }
  }
}
