import Access
import Documents
import Evidence
import EvidenceStore
import Foundation
import Hummingbird
import Kernel
import Markup
import Matters
import MattersStore
import NIOCore
import Web

/// Translates between the portal and the desk of matters.
struct MatterPages: Sendable {
  let room: MatterRoom

  @Sendable func own(_: Request, _ context: PortalContext) async throws -> Page {
    let last = context.query.optional("after").flatMap { ID<Matter>($0) }
    let page = try await room.desk.own(after: last, by: context.account)
    let drafts = try await room.desk.drafts(by: context.account)
    return ownPage(page, drafts, isFirst: last == nil, room.desk, for: context.account)
  }

  @Sendable func queue(_: Request, _ context: PortalContext) async throws -> Page {
    let question = QueueQuestion(context.query, context.account, today: room.desk.today)
    let last = context.query.optional("after").flatMap { ID<Matter>($0) }
    let page = try await room.desk.queue(question.filter, after: last, by: context.account)
    let load = try await room.desk.workload(by: context.account)
    return queuePage(page, load, question, isFirst: last == nil, room.desk, for: context.account)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let file = try await room.desk.find(try context.id(), by: context.account)
    let extra = try await room.links.extra(context.account, file.matter, file.procedure)
    return matterPage(file, extra, room, for: context.account)
  }

  @Sendable func deadlines(_: Request, _ context: PortalContext) async throws -> Page {
    let found = try await room.desk.deadlines(limit: deadlinesShown, by: context.account)
    return deadlinesPage(found, today: room.desk.today, for: context.account)
  }

  @Sendable func letter(_: Request, _ context: PortalContext) async throws -> Page {
    let id: ID<Matter> = try context.id()
    guard let place = Int(try context.segment("place")) else { throw NoSuchPage() }
    let (letter, facts) = try await room.desk.letter(place, of: id, by: context.account)
    return letterPage(
      letter, facts, id, place: place, site: context.site.zoneName.zh,
      isStaff: context.account.may(.workOnMatters))
  }

  @Sendable func letterFile(_: Request, _ context: PortalContext) async throws -> Response {
    let id: ID<Matter> = try context.id()
    guard let place = Int(try context.segment("place")) else { throw NoSuchPage() }
    let (letter, facts) = try await room.desk.letter(place, of: id, by: context.account)
    let bytes = try letter.issued(facts, signedBy: context.site.zoneName.zh).pdf(fonts: room.fonts)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), name: "\(facts.number)-\(letter.code).pdf",
      mediaType: "application/pdf")
  }

  /// A file that was handed in: given out to whom the event concerns that it came with.
  @Sendable func download(_: Request, _ context: PortalContext) async throws -> Response {
    let file = try await room.desk.find(try context.id(), by: context.account)
    guard let place = Int(try context.segment("place")), let number = Int(try context.segment("number")),
      let entry = file.files.first(where: { $0.place == place && $0.number == number })
    else { throw NoSuchPage() }
    let open = try await room.evidence.open(entry.evidence, by: room.registrar)
    guard let handle = FileHandle(forReadingAtPath: open.path) else { throw NoSuchPage() }
    let body = ResponseBody(contentLength: Int(open.file.size)) { writer in
      defer { try? handle.close() }
      while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
        try await writer.write(ByteBuffer(bytes: piece))
      }
      try await writer.finish(nil)
    }
    return .download(body, name: open.file.sort.fileName(entry.name), mediaType: open.file.sort.mediaType)
  }
}

/// What a queue is asked for by its address.
struct QueueQuestion: Sendable {
  var filter = MatterFilter()
  let procedure: String?
  let whose: String
  let state: String
  let number: String

  init(_ query: Query, _ account: Account, today: Day) {
    procedure = query.optional("procedure")
    whose = query.optional("whose") ?? ""
    state = query.optional("state") ?? "open"
    number = query.text("number")
    if let procedure { filter.procedures = [procedure] }
    if whose == "mine" { filter.handler = account.id }
    if whose == "nobody" { filter.isUnassigned = true }
    if let handler = ID<Account>(whose) { filter.handler = handler }
    switch state {
    case "late": filter.dueBefore = today
    case "closed": filter.isOpen = false
    case "all": break
    default: filter.isOpen = true
    }
    filter.isByDue = state != "closed" && state != "all"
    if !number.isEmpty { filter.number = MatterNumber(number.uppercased()) ?? .unheardOf }
  }

  /// Whether anything but what is open is left out.
  var isNarrow: Bool { procedure != nil || !whose.isEmpty || state != "open" || !number.isEmpty }

  var query: [(String, String)] {
    [("procedure", procedure ?? ""), ("whose", whose), ("state", state), ("number", number)].filter { !$0.1.isEmpty }
  }
}

extension MatterNumber {
  /// A number that no matter has: for what cannot be read as one.
  fileprivate static let unheardOf = MatterNumber(letters: "-", year: 0, serial: 1)
}
