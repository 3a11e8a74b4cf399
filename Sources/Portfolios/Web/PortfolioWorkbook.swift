import Foundation
import Kernel
import Patents
import Portfolios
import PortfoliosStore
import Tables

/// Patents and reviews as tables.
enum PortfolioWorkbook {
  static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  private static let columns: [Phrase] = [
    Phrase(zh: "申请号", en: "Application number"), Phrase(zh: "名称", en: "Title"), Phrase(zh: "专利类型", en: "Kind"),
    Phrase(zh: "申请日", en: "Filing date"), Phrase(zh: "授权公告日", en: "Grant date"),
    Phrase(zh: "发明人", en: "Inventors"), Phrase(zh: "部门", en: "Department"), Phrase(zh: "权利", en: "Ownership"),
    Phrase(zh: "份额", en: "Share"), Phrase(zh: "年费减缴", en: "Reduction"), Phrase(zh: "已缴年度", en: "Paid through year"),
    Phrase(zh: "下次年费年度", en: "Next annuity: year"), Phrase(zh: "下次年费最后一天", en: "Next annuity: last day"),
    Phrase(zh: "应缴（元）", en: "Payable (yuan)"), Phrase(zh: "情况", en: "State"),
    Phrase(zh: "许可与质押", en: "Licences and pledges"),
  ]

  private static func cells(_ line: HoldingLine, in language: Language) -> [WorkbookCell] {
    let (facts, next) = (line.holding.facts, line.state?.next)
    let state = line.holding.departure?.way.phrase ?? line.state?.mark.phrase
    return [
      .text("\(line.holding.number)"), .text(facts.title), .text(facts.kind.phrase.text(in: language)),
      .day(facts.filedOn), .day(facts.grantedOn), .text(facts.inventors.joined(separator: "; ")),
      .text(facts.department), .text(facts.role.phrase.text(in: language)),
      facts.share.map { .share($0) } ?? .empty, .text(facts.reduction.phrase.text(in: language)),
      facts.paidThrough.map { .whole(Int64($0)) } ?? .empty, next.map { .whole(Int64($0.year)) } ?? .empty,
      .day(next?.day), next.map { .money($0.fee.payable) } ?? .empty, .text(state?.text(in: language)),
      .text(line.contracts.map { $0.phrase.text(in: language) }.joined(separator: "; ")),
    ]
  }

  static func write(_ lines: [HoldingLine], named name: String, at path: String, made: Date, in language: Language)
    throws
  {
    let book = try WorkbookWriter(path: path, made: made)
    try book.beginSheet(
      Phrase(zh: "专利清单", en: "Patents").text(in: language),
      columns: columns.map { WorkbookColumn($0.text(in: language), width: 18) })
    for line in lines { try book.append(cells(line, in: language)) }
    try book.addNotes(
      Phrase(zh: "说明", en: "Notes").text(in: language),
      [
        (Phrase(zh: "单位", en: "Owner").text(in: language), name),
        (
          Phrase(zh: "年费", en: "Annuities").text(in: language),
          Phrase(
            zh: "按规则库计算，减缴以备案为准；空白表示不清楚，不是零。",
            en: "Counted by the rules on record; reductions as approved. An empty cell is not known, not zero."
          ).text(in: language)
        ),
      ])
    try book.finish()
  }

  static func csv(_ lines: [HoldingLine], in language: Language) -> String {
    let writer = CSVWriter(formulas: .disarmed)
    var text = CSVWriter.mark + writer.line(columns.map { $0.text(in: language) })
    for line in lines { text += writer.line(cells(line, in: language).map(\.plain)) }
    return text
  }

  /// A review: its sums, then every patent with what was decided.
  static func write(_ file: ReviewFile, at path: String, made: Date, in language: Language) throws {
    let book = try WorkbookWriter(path: path, made: made)
    let summary = file.summary
    try book.beginSheet(
      Phrase(zh: "汇总", en: "Sums").text(in: language),
      columns: [
        WorkbookColumn(Phrase(zh: "决定", en: "Decision").text(in: language), width: 24),
        WorkbookColumn(Phrase(zh: "件数", en: "Patents").text(in: language)),
        WorkbookColumn(Phrase(zh: "下一次年费", en: "Next annuities").text(in: language), width: 20),
      ])
    for decision in ReviewDecision.allCases {
      try book.append([
        .text(decision.phrase.text(in: language)), .whole(Int64(summary.counts[decision] ?? 0)),
        .money(summary.fees[decision] ?? Fen(0)),
      ])
    }
    for (words, count) in [
      (ReviewItem.State.awaitingSecondLook.phrase, summary.awaitingSecondLook),
      (ReviewItem.State.open.phrase, summary.undecided), (Phrase(zh: "合计", en: "Sum"), summary.total),
    ] {
      try book.append([.text(words.text(in: language)), .whole(Int64(count)), .empty])
    }
    try book.beginSheet(
      Phrase(zh: "清单", en: "The list").text(in: language),
      columns: itemColumns.map { WorkbookColumn($0.text(in: language), width: 18) })
    for item in file.items { try book.append(cells(item, in: language)) }
    try book.addNotes(
      Phrase(zh: "说明", en: "Notes").text(in: language),
      [
        (Phrase(zh: "单位", en: "Owner").text(in: language), file.portfolio.ownerName),
        (Phrase(zh: "年度", en: "Year").text(in: language), "\(file.review.year)"),
        (Phrase(zh: "清单摘要（SHA-256）", en: "Digest of the list (SHA-256)").text(in: language), file.review.listHash),
      ])
    try book.finish()
  }

  private static let itemColumns: [Phrase] = [
    Phrase(zh: "序号", en: "Place"), Phrase(zh: "申请号", en: "Application number"), Phrase(zh: "名称", en: "Title"),
    Phrase(zh: "专利类型", en: "Kind"), Phrase(zh: "申请日", en: "Filing date"), Phrase(zh: "部门", en: "Department"),
    Phrase(zh: "发明人", en: "Inventors"), Phrase(zh: "年费情况", en: "Annuities"),
    Phrase(zh: "下次年费最后一天", en: "Next annuity: last day"), Phrase(zh: "应缴（元）", en: "Payable (yuan)"),
    Phrase(zh: "上年的决定", en: "Last year’s decision"), Phrase(zh: "变化", en: "Changed"),
    Phrase(zh: "成熟度", en: "Maturity"), Phrase(zh: "市场", en: "Market"), Phrase(zh: "抗规避", en: "Resistance"),
    Phrase(zh: "决定", en: "Decision"), Phrase(zh: "进度", en: "Progress"), Phrase(zh: "理由", en: "Reason"),
    Phrase(zh: "依据文件", en: "Evidence"), Phrase(zh: "决定人", en: "Decided by"), Phrase(zh: "复核人", en: "Second look"),
  ]

  private static func cells(_ item: ReviewItem, in language: Language) -> [WorkbookCell] {
    let (frozen, made) = (item.frozen, item.made)
    func whole(_ value: Int?) -> WorkbookCell { value.map { .whole(Int64($0)) } ?? .empty }
    let list: [WorkbookCell] = [
      .whole(Int64(item.place)), .text("\(frozen.number)"), .text(frozen.title),
      .text(frozen.kind.phrase.text(in: language)), .day(frozen.filedOn), .text(frozen.department),
      .text(frozen.inventors.joined(separator: "; ")), .text(frozen.annuity.phrase.text(in: language)),
      .day(frozen.nextDay), frozen.nextFee.map { .money($0) } ?? .empty,
      .text(item.lastDecision?.phrase.text(in: language)),
      .text(item.changes.map { $0.phrase.text(in: language) }.joined(separator: "; ")),
    ]
    let decided: [WorkbookCell] = [
      whole(item.grades.maturity), whole(item.grades.market), whole(item.grades.resistance),
      .text(made?.decision.phrase.text(in: language)), .text(item.state.phrase.text(in: language)),
      .text(made?.reason), .text(made?.evidence), .text(made?.by.name), .text(item.second?.name),
    ]
    return list + decided
  }
}

extension WorkbookCell {
  /// As a line of CSV has it.
  fileprivate var plain: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let number): "\(number)"
    case .whole(let whole): "\(whole)"
    case .money(let amount): amount.yuan
    case .share(let share): shareText(share)
    case .day(let day): day.description
    }
  }
}
