public import Access
public import Kernel
public import Ledgers
import LedgersWeb
public import Markup
import Matters
import MattersStore
import Stations
public import StationsStore
import Web

private let stationsCrumb = Crumb(Phrase(zh: "服务站点", en: "Service stations"), StationPath.network)

/// The one platform with its stations, and how much each takes in.
func networkPage(_ lines: [StationLine], today: Day, for account: Account) -> Page {
  let title = Phrase(zh: "站点网络", en: "Network of stations")
  return Page(
    title,
    """
    <p>\(Phrase(
      zh: "一个平台、多个站点：在任何一个站点提出的事项都进入同一编号，凭回执上的查询码可在任何地方查看办理情况。",
      en: "One platform, many stations: what is asked at any of them gets a number of the same series, and the code on the receipt follows it from anywhere."))</p>
    <p class="actions">\(if: account.may(.workAtStation), "\(linkButton(Phrase(zh: "我的站点", en: "My stations"), to: StationPath.mine, .main)) ")\
    \(linkButton(Phrase(zh: "站点台账", en: "Ledger of stations"), to: StationPath.list))</p>
    \(if: lines.isEmpty, emptyState(
      Phrase(zh: "还没有登记站点", en: "No station is on record yet"),
      Phrase(zh: "由运营中心在站点台账中登记", en: "The operation centre enters them in the ledger of stations")))\
    \(if: !lines.isEmpty, counted(lines, today) + networkMap(lines, today) + loadTable(title, lines, today))
    """)
}

private func counted(_ lines: [StationLine], _ today: Day) -> HTML {
  let total = lines.reduce(StationLoad()) { sum, line in
    StationLoad(
      total: sum.total + line.load.total, recent: sum.recent + line.load.recent, open: sum.open + line.load.open,
      late: sum.late + line.load.late)
  }
  let open = lines.count { $0.station.isOpen(on: today) }
  return tiles([
    Tile(Phrase(zh: "在用站点", en: "Open stations"), "\(Count(open))"),
    Tile(Phrase(zh: "近 30 天受理", en: "Taken in, 30 days"), "\(Count(total.recent))"),
    Tile(Phrase(zh: "办理中", en: "In hand"), "\(Count(total.open))"),
  ])
}

private func loadTable(_ title: Phrase, _ lines: [StationLine], _ today: Day) -> HTML {
  table(
    title,
    columns: [
      Column(Phrase(zh: "站点", en: "Station"), .name), Column(Phrase(zh: "地点", en: "Place")),
      Column(Phrase(zh: "服务时间", en: "Hours")), Column(Phrase(zh: "近 30 天", en: "30 days"), .number),
      Column(Phrase(zh: "累计", en: "In all"), .number), Column(Phrase(zh: "办理中", en: "In hand"), .number),
      Column(Phrase(zh: "其中超期", en: "Of these late"), .number),
    ],
    rows: lines.map { line in
      let (station, load) = (line.station, line.load)
      let closed: HTML =
        station.isOpen(on: today) ? "" : " \(badge(Phrase(zh: "不受理", en: "Closed"), .warning))"
      return [
        "<a href=\"\(StationPath.show(station.id))\">\(marked(station.name))</a>\(closed)", marked(station.place),
        marked(station.hours), "\(Count(load.recent))", "\(Count(load.total))", "\(Count(load.open))",
        "\(Count(load.late))",
      ]
    })
}

/// Where somebody works.
func minePage(_ stations: [Station]) -> Page {
  let title = Phrase(zh: "我的站点", en: "My stations")
  return Page(
    title, trail: [stationsCrumb],
    """
    \(if: stations.isEmpty, emptyState(
      Phrase(zh: "您还不是任何站点的工作人员", en: "You are on the staff of no station yet"), StationRefusal.notStaff.phrase))\
    \(if: !stations.isEmpty, table(
      title,
      columns: [
        Column(Phrase(zh: "站点", en: "Station"), .name), Column(Phrase(zh: "地点", en: "Place")),
        Column(Phrase(zh: "操作", en: "Actions")),
      ],
      rows: stations.map { station in
        [
          "<a href=\"\(StationPath.show(station.id))\">\(marked(station.name))</a>", marked(station.place),
          """
          <span class="actions">\(linkButton(Phrase(zh: "登记来访", en: "Take visits in"), to: StationPath.desk(station.id), .main))
          \(linkButton(Phrase(zh: "本站队列", en: "Its queue"), to: StationPath.queue(station.id)))</span>
          """,
        ]
      }))
    """)
}

/// What one station has taken in.
func queuePage(
  _ found: StationQueue, _ procedure: Procedure, isOpen: Bool?, isFirst: Bool, today: Day, _ account: Account
) -> Page {
  let id = found.station.id
  let state: [(String, String)] = isOpen == nil ? [("state", "all")] : []
  return Page(
    Phrase(zh: "本站队列", en: "The station's queue"), trail: trail(found.station),
    """
    \(tabs(
      Phrase(zh: "范围", en: "Which"),
      [
        (Phrase(zh: "办理中", en: "In hand"), StationPath.queue(id)),
        (Phrase(zh: "全部", en: "All"), StationPath.queue(id, [("state", "all")])),
      ], current: StationPath.queue(id, state)))
    <p>\(Phrase(zh: "共 \(found.count) 件", en: "Matters: \(found.count)"))</p>
    <p class="actions">\(linkButton(Phrase(zh: "登记来访", en: "Take visits in"), to: StationPath.desk(id), .main))</p>
    \(if: found.matters.isEmpty, emptyState(
      Phrase(zh: "没有办件", en: "No matters"), Phrase(zh: "本站受理的服务单会列在这里", en: "What the station takes in stands here")))\
    \(if: !found.matters.isEmpty, queueTable(found, procedure, today, account))\
    \(pager(
      newer: isFirst ? nil : StationPath.queue(id, state),
      older: found.next.map { StationPath.queue(id, state + [("after", "\($0)")]) }))
    """)
}

private func queueTable(_ found: StationQueue, _ procedure: Procedure, _ today: Day, _ account: Account) -> HTML {
  table(
    Phrase(zh: "本站受理的服务单", en: "Tickets of the station"),
    columns: [
      Column(Phrase(zh: "编号", en: "Number"), .name), Column(Phrase(zh: "来访人", en: "For")),
      Column(Phrase(zh: "登记", en: "Written down"), .code), Column(Phrase(zh: "受理", en: "Taken in"), .code),
      Column(Phrase(zh: "阶段", en: "Stage")), Column(Phrase(zh: "届满日", en: "Last day"), .code),
    ],
    rows: found.matters.map { matter in
      let mayOpen = account.may(procedure.head.handlers)
      let stage = procedure.stage(matter.stage)?.phrase ?? procedure.head.name
      let late = matter.isOpen && matter.due.map { $0.day < today } == true
      return [
        mayOpen
          ? "<a href=\"\(StationPath.matter(matter.id))\">\(matter.number)</a>" : "\(matter.number.description)",
        matter.applicant.map { marked($0) } ?? .notGiven,
        found.visits[matter.id].map { "\(Instant($0))" } ?? .notKnown, "\(Instant(matter.filedAt))",
        badge(stage, matter.isOpen ? .information : matter.end == .granted ? .success : .neutral),
        "\(matter.due.map { "\($0.day)" as HTML })\(if: late, " \(badge(Phrase(zh: "超期", en: "Late"), .error))")",
      ]
    })
}

func trail(_ station: Station) -> [Crumb] {
  [stationsCrumb, Crumb(.text(station.name, lang: .zh), StationPath.show(station.id))]
}

/// Who works at a station.
func staffPage(_ staff: StationStaff, _ state: FormState) -> Page {
  let id = staff.station.id
  let title = Phrase(zh: "站点人员", en: "Staff of the station")
  return Page(
    title, trail: trail(staff.station),
    """
    \(if: staff.members.isEmpty, emptyState(
      Phrase(zh: "还没有登记工作人员", en: "Nobody is on the staff yet"),
      Phrase(zh: "登记后，其账号可在本站受理来访、查看本站队列", en: "Who is added may take visits in here and see the station's queue")))\
    \(if: !staff.members.isEmpty, table(
      title,
      columns: [
        Column(Phrase(zh: "姓名", en: "Name"), .name), Column(Phrase(zh: "登记时间", en: "Since"), .code),
        Column(Phrase(zh: "操作", en: "Actions")),
      ],
      rows: staff.members.map { member in
        [
          marked(member.name), "\(Instant(member.since))",
          postButton(Phrase(zh: "移除", en: "Remove"), to: StationPath.dismiss(member.account, id)),
        ]
      }))
    <h2>\(Phrase(zh: "登记工作人员", en: "Add somebody"))</h2>
    \(state.form(
      to: StationPath.staff(id), submit: Phrase(zh: "登记", en: "Add"),
      state.field(
        "name", Phrase(zh: "登录名", en: "Sign-in name"), need: .required,
        help: Phrase(
          zh: "须为在用账号，角色为运营中心、基地管理或服务机构", en: "Of an active account of the centre, a base or an institution"))))
    """)
}

/// What a keeper or worker finds on the record of a station.
public func stationSection(_ record: ID<LedgerRecord>, desk: StationDesk, by account: Account) async throws -> HTML {
  guard account.may(.readStations) else { return "" }
  let id = ID<Station>(record.number)
  guard let line = try? await desk.find(id, by: account) else { return "" }
  let worksHere = account.may(.workAtStation) ? try await desk.mine(by: account).contains { $0.id == id } : false
  let load = line.load
  return """
    <h2>\(Phrase(zh: "受理情况", en: "What it takes in"))</h2>
    \(tiles([
      Tile(Phrase(zh: "近 30 天受理", en: "Taken in, 30 days"), "\(Count(load.recent))"),
      Tile(Phrase(zh: "累计受理", en: "In all"), "\(Count(load.total))"),
      Tile(Phrase(zh: "办理中", en: "In hand"), "\(Count(load.open))"),
    ]))
    <p class="actions">\(if: worksHere, "\(linkButton(Phrase(zh: "登记来访", en: "Take visits in"), to: StationPath.desk(id), .main)) \(linkButton(Phrase(zh: "本站队列", en: "Its queue"), to: StationPath.queue(id))) ")\
    \(if: account.may(.keepStations), "\(linkButton(Phrase(zh: "站点人员", en: "Its staff"), to: StationPath.staff(id))) ")\
    \(linkButton(Phrase(zh: "站点网络", en: "Network of stations"), to: StationPath.network))</p>
    """
}
