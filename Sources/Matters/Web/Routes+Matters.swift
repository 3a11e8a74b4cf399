public import Access
public import Documents
public import EvidenceStore
import Kernel
import Markup
import Matters
public import MattersStore
public import Web

/// Adds the doors of the matters: guides, forms, queues, each matter with its steps, public status, last days.
///
/// - Parameters:
///   - evidence: where what is handed in is kept.
///   - registrar: in whose name it is taken in and given out; who may read it says each matter.
///   - fonts: that documents are printed in.
///   - links: what other parts of the zone add.
public func addMatterDoors(
  to routes: inout Routes, desk: MatterDesk, evidence: EvidenceDesk, registrar: Account, fonts: LetterFonts,
  links: MatterLinks
) {
  let room = MatterRoom(desk: desk, evidence: evidence, registrar: registrar, fonts: fonts, links: links)
  addGuideDoors(to: &routes, room)
  addMatterPages(to: &routes, MatterPages(room: room))
  addMatterForms(to: &routes, MatterForms(room: room))
  let calendar = CalendarForms(room: room)
  routes.form("/calendar", needs: .fileMatters, show: calendar.show, submit: calendar.renew)
  routes.action("/calendar/revoke", needs: .fileMatters, submit: calendar.revoke)
  routes.file("/calendar/:token", needs: .readGuides, calendar.feed)
  for endpoint in MatterAPI(room: room).endpoints { routes.endpoint(endpoint) }
  routes.say(Success.ofMatters)
}

/// Everything that the pages of matters need.
struct MatterRoom: Sendable {
  let desk: MatterDesk
  let evidence: EvidenceDesk
  let registrar: Account
  let fonts: LetterFonts
  let links: MatterLinks
}

private func addGuideDoors(to routes: inout Routes, _ room: MatterRoom) {
  let (pages, forms, status) = (GuidePages(room: room), FilingForms(room: room), StatusForms(room: room))
  let example = room.desk.book.all.first?.procedure.head.code
  routes.page("/guide", needs: .readGuides, pages.list)
  routes.page("/guide/:code", needs: .readGuides, example: example.map { "/guide/\($0)" }, pages.show)
  routes.form("/guide/:code/apply", needs: .readGuides, show: forms.show, submit: forms.submit)
  routes.form("/status", needs: .readGuides, repeated: .harmless, show: status.show, submit: status.look)
  routes.form("/status/:code/:step", needs: .readGuides, show: status.showStep, submit: status.take)
  routes.page("/matters/statistics", needs: .readGuides, pages.statistics)
  routes.page("/matters/statistics/rows", needs: .workOnMatters, pages.counted)
}

private func addMatterPages(to routes: inout Routes, _ pages: MatterPages) {
  routes.page("/matters", needs: .fileMatters, pages.own)
  routes.page("/matters/queue", needs: .workOnMatters, pages.queue)
  routes.page("/matters/deadlines", needs: .fileMatters, pages.deadlines)
  routes.page("/matters/:id", needs: .fileMatters, pages.show)
  routes.page("/matters/:id/letters/:place", needs: .fileMatters, pages.letter)
  routes.file("/matters/:id/letters/:place/pdf", needs: .fileMatters, pages.letterFile)
  routes.file("/matters/:id/files/:place/:number", needs: .fileMatters, pages.download)
}

private func addMatterForms(to routes: inout Routes, _ forms: MatterForms) {
  routes.form("/matters/:id/steps/:step", needs: .fileMatters, show: forms.showStep, submit: forms.take)
  routes.action("/matters/:id/mine", needs: .workOnMatters, submit: forms.takeOver)
  routes.form("/matters/:id/assign", needs: .assignMatters, show: forms.showAssign, submit: forms.assign)
  routes.form("/matters/:id/recuse", needs: .workOnMatters, show: forms.showRecuse, submit: forms.recuse)
  routes.action("/guide/:code/discard", needs: .fileMatters, submit: forms.discard)
  routes.form("/matters/:id/note", needs: .fileMatters, show: forms.showNote, submit: forms.note)
  routes.form("/matters/:id/extend/:clock", needs: .workOnMatters, show: forms.showExtend, submit: forms.extend)
}
