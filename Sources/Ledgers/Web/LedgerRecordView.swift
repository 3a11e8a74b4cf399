import Access
import Evidence
import Kernel
import Ledgers
import LedgersStore
import Markup
import Web

extension LedgerRoom {
  /// One record: what is on record, how far it has come, and what can be done with it.
  func recordPage(_ file: LedgerFile, _ related: [RelatedRecords], _ extra: HTML, for account: Account) -> Page {
    let record = file.record
    return Page(
      title(of: file), trail: [crumb(for: account)],
      """
      \(withdrawnNotice(record))\(remarkNotice(record))
      \(if: isInsider(record, account), "<p>\(stageBadge(record))</p>")
      \(facts(file, account))
      \(actions(record, account))
      \(section(related))
      \(extra)
      """)
  }

  /// The pages above the forms about a record.
  func trail(_ file: LedgerFile, for account: Account) -> [Crumb] {
    [crumb(for: account), Crumb(title(of: file), path.show(file.record.id))]
  }

  /// What other ledgers hold about the organisation.
  private func section(_ related: [RelatedRecords]) -> HTML {
    guard !related.isEmpty else { return "" }
    return """
      <section><h2>\(Phrase(zh: "相关台账", en: "In other ledgers"))</h2>
      \(definitions(related.map { ($0.name, "<a href=\"\($0.link)\">\(Phrase(zh: "\(Count($0.count)) 条", en: "\(Count($0.count)) records"))</a>") }))</section>
      """
  }

  private func isInsider(_ record: LedgerRecord, _ account: Account) -> Bool {
    ledger.opensFully(to: account) || ledger.isOwn(record.values, account)
  }

  private func facts(_ file: LedgerFile, _ account: Account) -> HTML {
    let record = file.record
    let isInsider = isInsider(record, account)
    let shown = ledger.fields.filter { isInsider || !($0.isInternal || $0.isPersonal || $0.isHashed) }
    var pairs = shown.map { field -> (Phrase, HTML) in
      if case .creditCode = field.sort, let code = record.values.text(field.name) {
        return (field.words, copyable(code))
      }
      return (field.words, cell(record.values[field.name], field, file.names, for: account))
    }
    pairs.append(
      (LedgerField.grade.words, "\(gradeMark(record.grade)) <span class=\"help\">\(record.grade.phrase)</span>"))
    if isInsider { pairs.append((LedgerField.document.words, record.document.map { marked($0) } ?? .notGiven)) }
    pairs.append((Phrase(zh: "编号", en: "Id"), copyable(record.id.description)))
    return definitions(pairs)
  }

  private func withdrawnNotice(_ record: LedgerRecord) -> HTML {
    guard let day = record.withdrawnOn else { return "" }
    return notice(
      .warning, Phrase(zh: "该记录已于 \(day) 撤回，不再计入任何统计", en: "This record was withdrawn on \(day); no figure counts it"),
      "<p>\(Phrase(zh: "理由：", en: "Reason: "))\(marked(record.withdrawnFor ?? ""))</p>")
  }

  private func remarkNotice(_ record: LedgerRecord) -> HTML {
    guard record.withdrawnOn == nil, let remark = record.remark else { return "" }
    let title =
      switch record.stage {
      case .returned: Phrase(zh: "该记录已退回，请按下列意见更正后重新提交", en: "This was sent back; please correct it as follows")
      case .filed, .approved:
        Phrase(zh: "该记录已退回审核，重新审核前不计入统计", en: "This was reopened; until it is approved again no figure counts it")
      }
    return notice(.warning, title, "<p>\(marked(remark))</p>")
  }

  /// What the account may do with the record as it stands.
  private func actions(_ record: LedgerRecord, _ account: Account) -> HTML {
    var doors: [HTML] = []
    let keeps = account.may(ledger.keepers)
    let isOpen = record.withdrawnOn == nil
    let isLocked = ledger.isApproved && record.stage == .approved
    if isOpen, keeps, hasApproval, record.stage != .approved {
      doors.append(
        postButton(
          Phrase(zh: "审核通过", en: "Approve"), to: path.step("approve", record.id), .main,
          fields: [("revision", "\(record.revision)")]))
      if record.stage == .filed {
        doors.append(linkButton(Phrase(zh: "退回", en: "Send back"), to: path.step("return", record.id)))
      }
    }
    if isOpen, !isLocked, keeps || account.may(ledger.writers) && ledger.isOwn(record.values, account) {
      doors.append(linkButton(Phrase(zh: "更正", en: "Correct"), to: path.step("correct", record.id)))
    }
    if isOpen, keeps, isLocked {
      doors.append(linkButton(Phrase(zh: "退回审核", en: "Reopen"), to: path.step("reopen", record.id)))
    }
    if isOpen, keeps {
      doors.append(linkButton(Phrase(zh: "撤回", en: "Withdraw"), to: path.step("withdraw", record.id), .grave))
    }
    if keeps, ledger.fields.contains(where: { $0.isPersonal && !$0.isHashed && record.values[$0.name] != nil }) {
      doors.append(linkButton(Phrase(zh: "查看个人信息", en: "Look at personal data"), to: path.step("look", record.id)))
    }
    if let history = links.history(account, ledger, record.id) {
      doors.append(linkButton(Phrase(zh: "变更留痕", en: "History"), to: history))
    }
    return doors.isEmpty ? "" : "<div class=\"actions\">\(doors)</div>"
  }
}
