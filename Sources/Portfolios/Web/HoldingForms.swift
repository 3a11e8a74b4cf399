import Foundation
import Hummingbird
import Kernel
import Markup
import Patents
import Portfolios
import PortfoliosStore
import Web

/// What an owner enters about one patent.
struct HoldingForms: Sendable {
  let desk: PortfolioDesk

  @Sendable func showCorrect(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    correctPage(try await desk.holding(try context.id(), by: context.account), state)
  }

  @Sendable func correct(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Holding> = try context.id()
    let old = try await desk.holding(id, by: context.account).holding.facts
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    var check = FormCheck()
    var facts = old
    facts.title = try check.take("title") { try form.required("title") } ?? ""
    facts.kind = try check.take("kind") { try form.choice("kind", of: PatentKind.self) } ?? old.kind
    facts.filedOn = try check.take("filed") { try requiredDay(form, "filed") } ?? old.filedOn
    facts.grantedOn = try check.take("granted") { try form.day("granted") } ?? nil
    facts.inventors = lines(form.text("inventors"))
    facts.department = form.optional("department")
    facts.role = try check.take("role") { try form.choice("role", of: OwnerRole.self) } ?? old.role
    facts.coOwners = lines(form.text("co-owners"))
    facts.share = try check.take("share") { try share(form) } ?? nil
    facts.reduction =
      try check.take("reduction") { try form.choice("reduction", of: FeeReduction.self) } ?? old.reduction
    facts.paidThrough = try check.take("paid") { try form.integer("paid", in: 1...20) } ?? nil
    try check.verify()
    try await desk.correct(id, to: facts, seen: seen, by: context.account)
    return .seeOther(PortfolioPath.show(id), context, saying: .holdingCorrected)
  }

  @Sendable func showPay(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    payPage(try await desk.holding(try context.id(), by: context.account), state, today: desk.today)
  }

  @Sendable func pay(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Holding> = try context.id()
    var check = FormCheck()
    let year = try check.takeRequired("year") { try form.integer("year", in: 1...20) }
    let amount = try check.take("amount") { try yuan(form.required("amount")) }
    let surcharge = try check.take("surcharge") { try form.optional("surcharge").map { try yuan($0) } ?? Fen(0) }
    let day = try check.take("day") { try requiredDay(form, "day") }
    let document = try check.take("document") { try form.required("document") }
    try check.verify()
    guard let year, let amount, let surcharge, let day, let document else { throw WebRefusal.malformedForm }
    try await desk.pay(
      id, year: year, amount: amount, surcharge: surcharge, on: day, document: document, by: context.account)
    return .seeOther(PortfolioPath.show(id), context, saying: .annuityPaid)
  }

  @Sendable func showLeave(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    leavePage(try await desk.holding(try context.id(), by: context.account), state, today: desk.today)
  }

  @Sendable func leave(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Holding> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    var check = FormCheck()
    let way = try check.take("way") { try form.choice("way", of: Departure.Way.self) }
    let day = try check.take("day") { try requiredDay(form, "day") }
    let document = try check.take("document") { try form.required("document") }
    try check.verify()
    guard let way, let day, let document else { throw WebRefusal.malformedForm }
    try await desk.leave(id, Departure(way, on: day, document: document), seen: seen, by: context.account)
    return .seeOther(PortfolioPath.show(id), context, saying: .holdingLeft)
  }

  @Sendable func showContract(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    contractPage(try await desk.holding(try context.id(), by: context.account), state, today: desk.today)
  }

  @Sendable func addContract(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Holding> = try context.id()
    var check = FormCheck()
    let kind = try check.take("kind") { try form.choice("kind", of: ContractKind.self) }
    let document = try check.take("document") { try form.required("document") }
    let from = try check.take("from") { try requiredDay(form, "from") }
    let to = try check.take("to") { try form.day("to") } ?? nil
    try check.verify()
    guard let kind, let document, let from else { throw WebRefusal.malformedForm }
    try await desk.addContract(
      ContractDraft(kind, with: form.text("counterparty"), document: document, from: from, to: to), on: id,
      by: context.account)
    return .seeOther(PortfolioPath.show(id), context, saying: .contractAdded)
  }

  @Sendable func showEnd(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let (contract, holding, portfolio) = try await desk.contract(try context.id(), by: context.account)
    return endPage(contract, holding, portfolio, state, today: desk.today)
  }

  @Sendable func end(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<HoldingContract> = try context.id()
    let (contract, _, _) = try await desk.contract(id, by: context.account)
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    var check = FormCheck()
    let day = try check.take("ended") { try requiredDay(form, "ended") }
    try check.verify()
    guard let day else { throw WebRefusal.malformedForm }
    try await desk.endContract(id, on: day, seen: seen, by: context.account)
    return .seeOther(PortfolioPath.show(contract.holding), context, saying: .contractEnded)
  }

  private func lines(_ text: String) -> [String] {
    text.split(whereSeparator: { "\n;；、".contains($0) }).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  private func share(_ form: Form) throws -> BasisPoints? {
    guard let text = form.optional("share") else { return nil }
    let plain = text.replacing("％", with: "").replacing("%", with: "")
    guard let value = Double(plain), (0...100).contains(value) else { throw FieldFault.noNumber(0...100) }
    return BasisPoints(Int((value * 100).rounded()))
  }
}

func requiredDay(_ form: Form, _ name: String) throws -> Day {
  guard let day = try form.day(name) else { throw FieldFault.missing }
  return day
}

/// An amount in yuan with at most two decimals.
func yuan(_ text: String) throws -> Fen {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), let whole = Int64(parts[0]), (0...100_000_000).contains(whole) else {
    throw PortfolioRefusal.noSuchAmount
  }
  guard parts.count == 2 else { return Fen(whole * 100) }
  guard (1...2).contains(parts[1].count), let part = Int64(parts[1]), part >= 0 else {
    throw PortfolioRefusal.noSuchAmount
  }
  return Fen(whole * 100 + (parts[1].count == 1 ? part * 10 : part))
}

private func trail(_ file: HoldingFile) -> [Crumb] {
  [portfoliosCrumb, crumb(file.portfolio), crumb(file.holding)]
}

private func correctPage(_ file: HoldingFile, _ state: FormState) -> Page {
  let facts = file.holding.facts
  let kinds = [PatentKind.invention, .utilityModel, .design].map { Choice($0.rawValue, $0.phrase) }
  return Page(
    Phrase(zh: "更正", en: "Correct"), trail: trail(file),
    state.form(
      to: PortfolioPath.correct(file.holding.id), revision: file.holding.revision, submit: Phrase(zh: "保存", en: "Save"),
      """
      \(state.field("title", Phrase(zh: "名称", en: "Title"), else: facts.title, need: .required))\
      \(state.field("kind", Phrase(zh: "类型", en: "Kind"), .radio(kinds), else: facts.kind.rawValue, need: .required))\
      \(state.field("filed", Phrase(zh: "申请日", en: "Filed"), .day, else: facts.filedOn.description, need: .required))\
      \(state.field("granted", Phrase(zh: "授权公告日", en: "Granted"), .day, else: facts.grantedOn?.description ?? "", help: Phrase(zh: "未授权的留空", en: "Empty while it is not granted")))\
      \(state.field("paid", Phrase(zh: "年费已缴至第几年度", en: "Annuities paid through year"), .number(1...20), else: facts.paidThrough.map(String.init) ?? "", help: Phrase(zh: "年度从申请日起算，第一年度为 1；不清楚的留空", en: "Years count from the filing date, the first is 1; empty where it is not known")))\
      \(state.field("reduction", Phrase(zh: "年费减缴备案", en: "Reduction of annuities"), .radio(FeeReduction.allCases.map { Choice($0.rawValue, $0.phrase) }), else: facts.reduction.rawValue, need: .required))\
      \(state.field("department", Phrase(zh: "部门", en: "Department"), else: facts.department ?? ""))\
      \(state.field("inventors", Phrase(zh: "发明（设计）人", en: "Inventors"), .lines(rows: 4), else: PortfolioLines.text(facts.inventors), help: Phrase(zh: "每行一人", en: "One a line")))\
      \(state.field("role", Phrase(zh: "权利", en: "Ownership"), .radio(OwnerRole.allCases.map { Choice($0.rawValue, $0.phrase) }), else: facts.role.rawValue, need: .required))\
      \(state.field("co-owners", Phrase(zh: "其他权利人", en: "Co-owners"), .lines(rows: 3), else: PortfolioLines.text(facts.coOwners), help: Phrase(zh: "每行一个", en: "One a line")))\
      \(state.field("share", Phrase(zh: "本单位份额（%）", en: "Own share (%)"), .decimal, else: facts.share.map { shareText($0) } ?? ""))
      """))
}

enum PortfolioLines {
  static func text(_ names: [String]) -> String { names.joined(separator: "\n") }
}

private func payPage(_ file: HoldingFile, _ state: FormState, today: Day) -> Page {
  let next = file.line.state?.next
  var surcharge = ""
  if case .late(_, _, let amount)? = file.line.state { surcharge = amount.yuan }
  return Page(
    Phrase(zh: "登记缴费", en: "Record a payment"), trail: trail(file),
    """
    <p class="lead">\(Phrase(
      zh: "这里登记已经向国家知识产权局缴纳的年费；本平台不代缴。",
      en: "Annuities that were paid to CNIPA are recorded here; nothing is paid through this platform."))</p>
    \(state.form(
      to: PortfolioPath.pay(file.holding.id), submit: Phrase(zh: "登记", en: "Record"),
      """
      \(state.field("year", Phrase(zh: "年度", en: "Year"), .number(1...20), else: next.map { "\($0.year)" } ?? "", need: .required))\
      \(state.field("amount", Phrase(zh: "年费（元）", en: "Annuity (yuan)"), .decimal, else: next?.fee.payable.yuan ?? "", need: .required, help: Phrase(zh: "以票据为准", en: "As the receipt says")))\
      \(state.field("surcharge", Phrase(zh: "滞纳金（元）", en: "Surcharge (yuan)"), .decimal, else: surcharge))\
      \(state.field("day", Phrase(zh: "缴费日", en: "Paid on"), .day, else: today.description, need: .required))\
      \(state.field("document", Phrase(zh: "票据号", en: "Receipt"), need: .required))
      """))
    """)
}

private func leavePage(_ file: HoldingFile, _ state: FormState, today: Day) -> Page {
  let ways = Departure.Way.allCases.map { Choice($0.rawValue, $0.phrase) }
  return Page(
    Phrase(zh: "移出组合", en: "It has left"), trail: trail(file),
    """
    <p class="lead">\(Phrase(
      zh: "权利已经转让、放弃、终止的，在这里移出；历史保留，不再计入现有专利。",
      en: "For what was transferred, abandoned or has ended. Its history stays; it counts no more."))</p>
    \(state.form(
      to: PortfolioPath.leave(file.holding.id), revision: file.holding.revision, submit: Phrase(zh: "移出", en: "It has left"),
      """
      \(state.field("way", Phrase(zh: "原因", en: "How"), .radio(ways), need: .required))\
      \(state.field("day", Phrase(zh: "日期", en: "Day"), .day, else: today.description, need: .required))\
      \(state.field("document", Phrase(zh: "文件号", en: "Document"), need: .required, help: Phrase(zh: "手续合格通知书、合同或公告", en: "Notice, contract or gazette")))
      """))
    """)
}

private func contractPage(_ file: HoldingFile, _ state: FormState, today: Day) -> Page {
  let kinds = ContractKind.allCases.map { Choice($0.rawValue, $0.phrase) }
  return Page(
    Phrase(zh: "登记许可或质押", en: "Add a licence or pledge"), trail: trail(file),
    state.form(
      to: PortfolioPath.newContract(file.holding.id), submit: Phrase(zh: "登记", en: "Add"),
      """
      \(state.field("kind", Phrase(zh: "种类", en: "Kind"), .radio(kinds), need: .required))\
      \(state.field("counterparty", Phrase(zh: "被许可人或质权人", en: "Licensee or pledgee"), help: Phrase(zh: "开放许可可不填", en: "Not needed for an open licence")))\
      \(state.field("document", Phrase(zh: "合同备案号或登记号", en: "Number of its recordal or registration"), need: .required))\
      \(state.field("from", Phrase(zh: "生效日", en: "From"), .day, else: today.description, need: .required))\
      \(state.field("to", Phrase(zh: "届满日", en: "To"), .day, help: Phrase(zh: "没有约定的留空", en: "Empty where none is agreed")))
      """))
}

private func endPage(
  _ contract: HoldingContract, _ holding: Holding, _ portfolio: Portfolio, _ state: FormState, today: Day
) -> Page {
  Page(
    Phrase(zh: "登记终止", en: "End a contract"), trail: [portfoliosCrumb, crumb(portfolio), crumb(holding)],
    """
    <p>\(contract.kind.phrase) · \(marked(contract.document)) · \(marked(contract.counterparty))</p>
    \(state.form(
      to: PortfolioPath.end(contract.id), revision: contract.revision, submit: Phrase(zh: "登记终止", en: "End it"),
      state.field("ended", Phrase(zh: "终止日", en: "Ended on"), .day, else: today.description, need: .required)))
    """)
}
