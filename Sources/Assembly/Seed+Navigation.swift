import Access
import AccessStore
import Corpus
import Kernel
import Navigation
import NavigationStore

extension Seed {
  /// Two invented projects of the centre: a released one that everybody sees, and one that is being cleaned; nothing where
  /// there is a project already.
  static func navigation(_ zone: Zone) async throws {
    guard try await zone.navigation.index(by: zone.console).isEmpty,
      let sample = try await SampleNavigation(zone)
    else { return }
    try await sample.released()
    try await sample.underWay()
  }
}

/// Who makes and who reviews the invented projects.
private struct SampleNavigation {
  let zone: Zone
  let analyst: Account
  let expert: Account

  init?(_ zone: Zone) async throws {
    let known = try await zone.access.accounts(limit: 200, by: zone.console)
    guard let analyst = Self.account(.centreStaff, among: known), let expert = Self.account(.expert, among: known)
    else {
      return nil
    }
    self.zone = zone
    self.analyst = analyst
    self.expert = expert
  }

  private static func account(_ role: Role, among known: [AccountLine]) -> Account? {
    known.first { $0.roles == [role] }.map { line in
      Account(
        id: line.id, standing: .person, name: line.name, displayName: "示例\(role.phrase.zh)", roles: [role],
        permissions: PermissionMatrix.zone.permissions(of: [role]))
    }
  }

  private func desk(ago days: Int) -> NavigationDesk { zone.navigation.acting(in: zone.world.minus(days: days)) }

  /// Its text says nothing of the invented patents that would look like a finding.
  func released() async throws {
    let opened = desk(ago: 60)
    let id = try await opened.open(
      NavigationFacts(
        title: "智能制造装备产业专利导航（示例）", kind: .industrial,
        need: "（示例）园区明年在焊接监测、机器人装配和晶圆传输中优先支持哪一支", scope: "（示例）全国；装备制造；最近十年",
        ordererName: "（示例）智能制造产业园", restriction: "", cutoff: opened.today.adding(days: -5), isPublic: true), by: analyst
    )
    let table = "焊接监测 | 激光焊接 OR 熔池\n机器人装配 | 机器人\n晶圆传输 | 晶圆\n视频识别 | 视频"
    try await opened.set(table: TechnologyBranch.table(table), of: id, by: analyst)
    // A zone without patents keeps the project at its scope.
    guard try await !opened.trial(of: id, by: analyst).found.isEmpty else { return }
    try await desk(ago: 55).freeze(id, by: analyst)
    try await clean(id, ago: 52)
    for section in NavigationKind.industrial.sections {
      try await desk(ago: 48).write(
        "（示例）本章文字由分析人员撰写，说明从旁边的图表中读出了什么、依据是什么。\n（示例）数据为虚构，不构成任何判断。", in: section.key,
        of: id, by: analyst)
    }
    try await desk(ago: 46).submit(id, by: analyst)
    try await desk(ago: 42).review(
      ReviewDraft(.accept, capacity: "研究员（示例）", opinion: "（示例）检索式覆盖各分支，清洗理由充分，同意发布。"), on: id, by: expert)
    try await desk(ago: 40).release(id, by: analyst)
    try await desk(ago: 20).tellUse(
      UseDraft(
        user: "（示例）智能制造产业园", decision: "（示例）列入年度招引目录讨论", day: desk(ago: 21).today, document: "示例-园区纪要-5"),
      of: id, by: analyst)
  }

  private func clean(_ id: ID<NavigationProject>, ago days: Int) async throws {
    let desk = desk(ago: days)
    let lines = try await desk.documents(of: id, by: analyst).documents
    let designs = lines.filter { $0.document.document.kind == "design" }.map(\.document.number)
    if !designs.isEmpty, designs.count < lines.count {
      try await desk.remove(
        RemovalDraft(numbers: designs, reason: .outOfScope, note: "（示例）外观设计不在范围内"), from: id, by: analyst)
    }
    do { try await desk.mergeApplications(in: id, by: analyst) } catch NavigationRefusal.nothingToMerge {}
    try await desk.closeLog("（示例）逐件核对题名与摘要；移出外观设计；同一申请保留最新公开文本；申请人按主体库归一。", of: id, by: analyst)
  }

  /// Its cut-off date is missing, so that its release is refused.
  func underWay() async throws {
    let opened = desk(ago: 6)
    let id = try await opened.open(
      NavigationFacts(
        title: "焊接监测产品专利导航（示例）", kind: .enterprise, need: "（示例）新产品上市前有哪些专利要避开", scope: "（示例）激光焊接",
        ordererName: "（示例）星河智能装备公司"), by: analyst)
    try await opened.set(
      table: TechnologyBranch.table("熔池监测 | 激光焊接\n焊接工装 | 焊接 AND 装置"), of: id, by: analyst)
    guard try await !opened.trial(of: id, by: analyst).found.isEmpty else { return }
    try await desk(ago: 4).freeze(id, by: analyst)
  }
}
