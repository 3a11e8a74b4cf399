import Access
import HighValue
import HighValueStore
import Kernel
import Ledgers
import Markup
import Web

extension SurveyView {
  /// Which classes come together in how many patents: dots for the classes, a bar for the number.
  func overlap(_ certainty: Certainty) -> HTML {
    let combinations = survey.combinations(certainty)
    guard !combinations.isEmpty else { return "" }
    let title =
      certainty == .certain
      ? Phrase(zh: "重叠：确定的", en: "Overlap: certain ones") : Phrase(zh: "重叠：可能的", en: "Overlap: probable ones")
    let peak = combinations.map(\.count).max() ?? 1
    return """
      <h2>\(title)</h2>
      \(table(
        title,
        columns: HighValueClass.allCases.map { Column(Phrase(zh: $0.rawValue, en: $0.rawValue), .code) }
          + [Column(Phrase(zh: "占比图", en: "Bar")), Column(Phrase(zh: "件数", en: "Patents"), .number)],
        rows: combinations.map { combination in
          HighValueClass.allCases.map { dot(combination.classes.contains($0)) }
            + [
              bar(combination.count, of: peak),
              number(
                combination.count, HighValueSelection(bin: certainty.bin, exactly: combination.classes)),
            ]
        }))
      """
  }

  private func dot(_ isThere: Bool) -> HTML {
    isThere
      ? "<span aria-hidden=\"true\">●</span><span class=\"unseen\">\(Phrase(zh: "是", en: "yes"))</span>"
      : "<span aria-hidden=\"true\">·</span><span class=\"unseen\">\(Phrase(zh: "否", en: "no"))</span>"
  }

  private func bar(_ count: Int, of peak: Int) -> HTML {
    """
    <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
    <rect class="bar-ground" width="1000" height="20"/>\
    <rect class="bar-fill" width="\(max(2, count * 1_000 / max(1, peak)))" height="20"/></svg>
    """
  }

  /// Every granted invention of the register is somewhere.
  var restTable: HTML {
    let bins: [HighValueBin] = [.none, .unplaced, .notInForce, .elsewhere]
    let counted = bins.map { bin -> [HTML] in
      let selection = HighValueSelection(bin: bin)
      return ["\(bin.phrase)", number(survey.count(selection), selection)]
    }
    return table(
      Phrase(zh: "没有计入的专利", en: "Patents that are not counted"),
      columns: [Column(Phrase(zh: "原因", en: "Why"), .name), Column(Phrase(zh: "件数", en: "Patents"), .number)],
      rows: counted + [unmatchedRow])
  }

  private var unmatchedRow: [HTML] {
    let awards: HTML = "<a href=\"\(HighValuePath.ledger(.patentAwards))\">\(Ledger.patentAwards.name)</a>"
    return [
      "\(Phrase(zh: "号码在登记库中找不到的质押与获奖记录：", en: "Pledges and awards whose number the register does not have: "))\(awards)",
      "\(Count(survey.unmatched))",
    ]
  }

  var basisSection: HTML {
    let items = rules.map { note -> HTML in
      let mark = note.mark.map { " \(badge($0, .warning))" as HTML }
      return "<li><a href=\"\(HighValuePath.rule(note.id))\">\(note.title)</a>\(mark)</li>"
    }
    return """
      <h2>\(Phrase(zh: "所依规则与裁定", en: "The rules and rulings behind it"))</h2>
      <ul>\(items)</ul>
      <p>\(Phrase(zh: "H3 起算：", en: "The start of H3: "))\(survey.basis.start.phrase)\
      \(survey.basis.isStartByRule ? Phrase(zh: "（规则库）", en: " (the rule book)") : Phrase(zh: "（口径裁定）", en: " (a ruling)"))\
       <a href="\(HighValuePath.rulings)">\(Phrase(zh: "查看口径裁定", en: "See the rulings"))</a></p>
      """
  }

  var listSection: HTML {
    let intro = Phrase(
      zh: "认定清单把某一日的结果连同依据固定下来，指标 C08 经裁定后可按最近一份清单计数。",
      en:
        "A list keeps the result of a day with its evidence; figure C08 counts the latest one where the ruling says so."
    )
    return """
      <h2>\(Phrase(zh: "认定清单", en: "Lists that were made"))</h2>
      <p>\(intro) <a href="\(HighValuePath.figure)">\(Phrase(zh: "指标 C08", en: "Figure C08"))</a></p>
      \(if: !lists.isEmpty, listTable(lists))
      \(if: lists.isEmpty, emptyState(
        Phrase(zh: "还没有认定清单", en: "No list has been made yet"),
        Phrase(zh: "运营中心核对依据后生成第一份。", en: "The centre makes the first one when it has checked the evidence.")))
      """
  }

  var doors: HTML {
    var doors = [
      linkButton(Phrase(zh: "参照表", en: "Tables of industries"), to: HighValuePath.tables),
      linkButton(
        Phrase(zh: "导出 CSV", en: "Export CSV"),
        to: HighValuePath.file(question.with(HighValueSelection()))),
    ]
    if account.may(.keepHighValue) {
      doors.insert(linkButton(Phrase(zh: "导入参照表", en: "Import a table"), to: HighValuePath.newTable), at: 0)
      doors.insert(linkButton(Phrase(zh: "生成认定清单", en: "Make a list"), to: HighValuePath.newList, .main), at: 0)
    }
    return "<p class=\"actions\">\(doors)</p>"
  }
}
