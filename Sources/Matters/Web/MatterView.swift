import Access
import Foundation
import Kernel
import Ledgers
import LedgersWeb
import Markup
import Matters
import MattersStore
import Web

/// Everything of a matter that its reader may see, and what may happen next.
func matterPage(_ file: MatterFile, _ extra: HTML, _ room: MatterRoom, for account: Account) -> Page {
  let stage = file.procedure.stage(file.matter.stage)
  let words = file.standing.isStaff ? stage?.phrase : stage?.status
  let tone: Tone = file.matter.end == nil ? .information : file.matter.end == .granted ? .success : .neutral
  return Page(
    .text("\(file.matter.number)", lang: .en), trail: Array(trail(file).prefix(1)),
    """
    <p class="lead matter-title">\(file.procedure.head.name)\(titleWords(file.matter, file.procedure).map { "\(Phrase(zh: "：", en: ": "))\($0)" as HTML })</p>
    \(notice(tone, words ?? file.procedure.head.name))\
    \(nextSteps(file))\
    \(facts(file, room.desk.today))\
    \(clockTable(file, room.desk.today))\
    \(application(file))\
    \(fileList(file))\
    \(partyTable(file))\
    \(extra)\
    <h2>\(Phrase(zh: "办理过程", en: "What has happened"))</h2>
    \(timeline(file.timeline.reversed().map { entry($0, file) }))\
    \(actions(file, account))\
    \(history(file, room, account))
    """)
}

/// The journal of a matter is its staff's to read.
private func history(_ file: MatterFile, _ room: MatterRoom, _ account: Account) -> HTML {
  guard file.standing.isStaff, let link = room.links.history(account, file.matter.id) else { return "" }
  return "<p class=\"actions\"><a href=\"\(link)\">\(Phrase(zh: "查看留痕", en: "Its journal"))</a></p>"
}

/// What the reader can do next: a button where nothing has to be said, a form elsewhere.
///
/// The first step that moves the matter on stands out; one that needs a reason turns something down.
private func nextSteps(_ file: MatterFile) -> HTML {
  guard !file.steps.isEmpty else { return "" }
  let main = file.steps.first { !$0.needsReason && $0.code != "withdraw" }?.code
  let buttons = file.steps.map { step -> HTML in
    let link = MatterPath.step(step.code, file.matter.id)
    let sort: ButtonSort = step.code == main ? .main : .plain
    return step.isBare
      ? postButton(step.phrase, to: link, sort, fields: [("revision", "\(file.matter.revision)")])
      : linkButton(step.phrase, to: link, sort)
  }
  return "<h2>\(Phrase(zh: "下一步", en: "What next"))</h2><div class=\"actions\">\(buttons)</div>"
}

private func facts(_ file: MatterFile, _ today: Day) -> HTML {
  let matter = file.matter
  var pairs: [(Phrase, HTML)] = [
    (Phrase(zh: "办件编号", en: "Number"), copyable("\(matter.number)")),
    (
      Phrase(zh: "事项", en: "Procedure"),
      "<a href=\"\(MatterPath.guide(matter.procedure))\">\(file.procedure.head.name)</a>"
    ),
    (Phrase(zh: "受理渠道", en: "How it came in"), "\(matter.channel.phrase)"),
    (Phrase(zh: "提交时间", en: "Filed"), "\(Instant(matter.filedAt))"),
  ]
  if let station = file.stationName { pairs.append((Phrase(zh: "站点", en: "Station"), marked(station))) }
  if file.standing.isStaff || file.standing.sides.contains(.filer) {
    pairs.append((Phrase(zh: "申请人", en: "Applicant"), matter.applicant.map { marked($0) } ?? .notGiven))
    if let code = matter.organisation {
      pairs.append((Phrase(zh: "统一社会信用代码", en: "Credit code"), "<code>\(code)</code>"))
    }
  }
  if file.standing.isStaff {
    pairs.append(
      (
        Phrase(zh: "承办人", en: "Who works on it"),
        file.handlerName.map { marked($0) } ?? "\(Phrase(zh: "尚未分派", en: "Nobody yet"))"
      ))
  }
  if let closed = matter.closedAt {
    pairs.append((Phrase(zh: "办结时间", en: "Closed"), "\(Instant(closed))"))
  }
  return definitions(pairs)
}

private func clockTable(_ file: MatterFile, _ today: Day) -> HTML {
  guard !file.clocks.isEmpty else { return "" }
  let title = Phrase(zh: "时限", en: "Time limits")
  return """
    <h2>\(title)</h2>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "时限", en: "For"), .name), Column(Phrase(zh: "起算日", en: "From"), .code),
        Column(Phrase(zh: "长度", en: "Length")), Column(Phrase(zh: "届满日", en: "Last day")),
        Column(Phrase(zh: "状态", en: "State")),
      ],
      rows: file.clocks.map { clock in
        [
          "\(file.procedure.clock(clock.clock)?.words ?? file.procedure.head.name)", "\(clock.startedOn)",
          "\(clock.limit.phrase)", dueMark(clock.due, isLate: clock.isLate(on: today)),
          "\(state(of: clock))",
        ]
      }))
    """
}

private func state(of clock: RunningClock) -> Phrase {
  if let ended = clock.endedOn { return Phrase(zh: "已于 \(ended) 停止计算", en: "Ended on \(ended)") }
  if let paused = clock.pausedOn { return Phrase(zh: "自 \(paused) 起暂停", en: "Stands still since \(paused)") }
  let extended = clock.isExtended ? Phrase(zh: "，已延长", en: ", extended") : Phrase(zh: "", en: "")
  guard clock.stopped > 0 else { return Phrase(zh: "计算中\(extended.zh)", en: "Running\(extended.en)") }
  return Phrase(
    zh: "计算中\(extended.zh)，已扣除 \(clock.stopped) 天",
    en: "Running\(extended.en), less \(clock.stopped) days of standstill")
}

/// The application part by part, as far as it may be read.
private func application(_ file: MatterFile) -> HTML {
  let parts = file.procedure.form.map { part -> HTML in
    let pairs = part.fields.compactMap { field in
      file.application[field.name].map { (field.header, field.shown($0)) }
    }
    guard !pairs.isEmpty else { return "" }
    return "<h3>\(part.title)</h3>\(definitions(pairs))"
  }
  guard parts.contains(where: { !$0.isEmpty }) else { return "" }
  return "<h2>\(Phrase(zh: "申请内容", en: "What was asked"))</h2>\(parts)"
}

private func fileList(_ file: MatterFile) -> HTML {
  guard !file.files.isEmpty else { return "" }
  let title = Phrase(zh: "材料", en: "Documents")
  return """
    <h2>\(title)</h2>
    \(table(
      title,
      columns: [Column(Phrase(zh: "材料", en: "Document"), .name), Column(Phrase(zh: "文件", en: "File"))],
      rows: file.files.map { entry in
        [
          "\(file.procedure.materials.first { $0.code == entry.material }?.name ?? Phrase(zh: "附件", en: "Attachment"))",
          "<a href=\"\(MatterPath.file(entry.number, of: entry.place, file.matter.id))\">\(marked(entry.name))</a>",
        ]
      }))
    """
}

private func partyTable(_ file: MatterFile) -> HTML {
  guard !file.parties.isEmpty else { return "" }
  let title = Phrase(zh: "参与各方", en: "Who takes part")
  return """
    <h2>\(title)</h2>
    \(table(
      title, columns: [Column(Phrase(zh: "身份", en: "As")), Column(Phrase(zh: "名称", en: "Name"), .name)],
      rows: file.parties.map { party in
        ["\(file.procedure.party(party.role)?.words ?? file.procedure.head.name)", marked(party.name)]
      }))
    """
}

private func entry(_ line: MatterLine, _ file: MatterFile) -> TimelineEntry {
  let side: Phrase
  switch line.event.side {
  case .filer: side = Phrase(zh: "申请人", en: "Applicant")
  case .staff: side = Phrase(zh: "工作人员", en: "Staff")
  case .zone: side = Phrase(zh: "平台", en: "The zone")
  case .party(let role): side = file.procedure.party(role)?.words ?? file.procedure.head.name
  }
  let said = line.fields.compactMap { field in
    line.given[field.name].map { (field.header, field.shown($0)) }
  }
  let letter = line.letter.map { letter -> HTML in
    "<p><a href=\"\(MatterPath.letter(line.event.place, file.matter.id))\">\(letter.title)</a></p>"
  }
  let isClosing = line.event.from != line.event.to && file.procedure.stage(line.event.to)?.end != nil
  return TimelineEntry(
    "\(Instant(line.event.at))", "\(line.words)",
    """
    <p class="help">\(side)\(line.name.map { " \(marked($0))" as HTML })</p>\
    \(line.event.reason.map { reason($0, of: line.event) })\
    \(if: !said.isEmpty, definitions(said))\(letter)
    """, tone: line.event.sort == .lapsed ? .error : isClosing ? .success : .neutral)
}

/// What the zone notes it says in both languages; what people write stays as they wrote it.
private func reason(_ text: String, of event: MatterEvent) -> HTML {
  event.sort == .note && event.code == MatterEvent.refusedCode
    ? "<p>\(ZoneNote(text).words)</p>" : "<p>\(marked(text))</p>"
}

/// What can be done with the matter beside its steps.
private func actions(_ file: MatterFile, _ account: Account) -> HTML {
  guard file.matter.isOpen else { return "" }
  let id = file.matter.id
  let revision = [("revision", "\(file.matter.revision)")]
  var buttons: [HTML] = []
  if file.standing.isStaff, account.may(.workOnMatters) {
    if !file.standing.isHandler {
      buttons.append(
        postButton(Phrase(zh: "由我办理", en: "Take it over"), to: MatterPath.act("mine", id), fields: revision))
    }
    if account.may(.assignMatters) {
      buttons.append(linkButton(Phrase(zh: "分派", en: "Assign"), to: MatterPath.act("assign", id)))
    }
    for clock in file.extendable {
      buttons.append(
        linkButton(
          Phrase(zh: "延长“\(clock.words.zh)”", en: "Extend “\(clock.words.en)”"), to: MatterPath.extend(clock.code, id)))
    }
    buttons.append(linkButton(Phrase(zh: "回避", en: "Stand aside"), to: MatterPath.act("recuse", id)))
  }
  buttons.append(linkButton(Phrase(zh: "记入办件", en: "Add a note"), to: MatterPath.act("note", id)))
  return "<h2>\(Phrase(zh: "其他操作", en: "Also"))</h2><div class=\"actions\">\(buttons)</div>"
}
