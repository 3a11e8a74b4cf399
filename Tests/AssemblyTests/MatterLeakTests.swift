import Access
import AccessStore
import Assembly
import Delivery
import Fixtures
import Foundation
import HTTPTypes
import Journal
import JournalStore
import Kernel
import Ledgers
import Logging
import Matters
import MattersStore
import Notices
import NoticesStore
import PortalFixtures
import Storage
import Testing
import Web

/// Looks for what was told in confidence everywhere: each address for everybody, search, documents as pages and PDF,
/// the log, notices, e-mails and webhooks.
@Suite(.serialized) struct `A secret of a matter` {
  @Test func `is found by whom it concerns, and by nobody else wherever they look`() async throws {
    try await Dispute.with { dispute in
      let walk = try await dispute.walk()
      for (name, browser) in try await dispute.everybody() {
        let found = try await walk.finds(Dispute.Secret.allCases.map(\.rawValue), by: browser)
        for secret in Dispute.Secret.allCases {
          let places = found.filter { $0.word == secret.rawValue }
          // Whoever may know does find it: the walk comes to where it stands.
          let mayKnow = secret.readers.contains(name)
          #expect(places.isEmpty != mayKnow, "\(name), \(secret): \(places.prefix(3))")
        }
      }
    }
  }

  @Test func `leaves the house in no notice, and stands in no log`() async throws {
    try await PostServer.with("smtp") { smtp in
      try await PostServer.with("http") { http in
        try await Dispute.with(mail: smtp.port, hooks: http.port) { dispute in
          try await dispute.deliverAll()
          let (mails, hooks) = try (smtp.arrived(), http.arrived())
          #expect(mails.count >= 4 && hooks.count >= 4)
          let number = try await dispute.zone.zone.matters.find(dispute.mediation, by: dispute.zone.zone.console)
            .matter.number.description
          // What does arrive is read: the number stands in it.
          #expect(mails.contains { $0.contains(number) } && hooks.contains { $0.contains(number) })
          let log = dispute.log.messages.joined(separator: "\n")
          #expect(log.contains("/guide/{code}/apply"))
          for secret in Dispute.Secret.allCases {
            for text in mails + hooks { #expect(!text.contains(secret.rawValue), "\(secret)") }
            #expect(!log.contains(secret.rawValue), "\(secret)")
          }
          let notices = try await dispute.rows(naming: Dispute.Secret.allCases.map(\.rawValue)) {
            $0.hasPrefix("notice")
          }
          #expect(notices == [])
        }
      }
    }
  }

  @Test func `of who reported without a name is kept in no row, no file name and no line of the log`() async throws {
    try await Dispute.with { dispute in
      let traces = [
        dispute.reporter.id.number.description, dispute.reporter.id.description, dispute.reporter.name,
        Dispute.Reporter.address, Dispute.Reporter.typedName, Dispute.Reporter.fileName,
        dispute.reporterSession.id.number.description,
      ]
      let before = try await dispute.rows(naming: traces)
      let lines = dispute.log.messages.count
      let report = try await dispute.report()
      let after = try await dispute.rows(naming: traces)
      // A session's last sight is no more than it was.
      #expect(after.subtracting(before).filter { !$0.hasPrefix("sessions ") } == [])
      #expect(before.contains { $0.hasPrefix("accounts ") } && before.contains { $0.hasPrefix("sessions ") })
      for line in dispute.log.messages.dropFirst(lines) {
        for trace in traces { #expect(!line.contains(trace), "\(line)") }
      }
      let console = dispute.zone.zone.console
      let file = try await dispute.zone.zone.matters.find(report, by: console)
      #expect(file.matter.filer == nil && file.matter.organisation == nil && file.matter.applicant == nil)
      #expect(file.application["reporter"] == nil && file.files.map(\.name) == ["evidence"])
      let entries = try await dispute.zone.zone.journal.history(of: report.subject, by: console)
      #expect(!entries.isEmpty && entries.allSatisfy { $0.actor == Account.visitor([]).id.number })
      // Whoever sees evidence sees none of this: not in the list, not its page, not its file.
      let evidence = try #require(file.files.first).evidence
      let auditor = try await dispute.zone.signedIn(.auditor)
      #expect(try await !auditor.get("/evidence?standing=all").text.contains("\(evidence)"))
      #expect(try await auditor.get("/evidence/\(evidence)").text.contains("随办件提交"))
      #expect(try await auditor.get("/evidence/\(evidence)/file").status == .notFound)
      #expect(try await auditor.get("/api/v1/evidence/\(evidence)").status == .notFound)
      // The same look does find who complains under a name.
      let named = try await dispute.report(isAnonymous: false)
      let found = try await dispute.rows(naming: traces).subtracting(after)
      #expect(found.contains { $0.hasPrefix("matters ") && $0.contains("\(named.number)") })
      #expect(found.contains { $0.hasPrefix("matter_files ") })
    }
  }

  /// The walk itself: a secret where everybody looks is found.
  @Test func `that a door does show is found by the walk`() async throws {
    try await Dispute.with { dispute in
      let planted = "走漏绝密戊八"
      let zone = dispute.zone.zone
      let firm = dispute.firm.1
      try await zone.matters.note(planted, isShared: true, on: dispute.mediation, by: firm)
      let walk = try await dispute.walk()
      let other = try await walk.finds([planted], by: dispute.other.0)
      #expect(Set(other.map(\.address)).isSuperset(of: ["/matters/\(dispute.mediation)"]))
      #expect(other.contains { $0.address == "/api/v1/matters/\(dispute.mediation)" })
      #expect(try await walk.finds([planted], by: dispute.zone.visitor()) == [])
    }
  }
}

/// A mediation in which everybody has told everything in confidence, and a report without a name.
private struct Dispute {
  let zone: TestZone
  let log: LogBook
  let firm: (PortalClient, Account)
  let other: (PortalClient, Account)
  let reporterBrowser: PortalClient
  let reporter: Account
  let reporterSession: SessionMark
  let mediation: ID<Matter>
  private let settings: Settings

  struct SessionMark {
    let id: ID<Account>
  }

  enum Secret: String, CaseIterable {
    case applicantConfidence = "甲方底线绝密零七一"
    case applicantStatement = "甲方陈述绝密一七二"
    case respondentStatement = "乙方陈述绝密二七三"
    case applicantNote = "甲方批注绝密三七四"
    case respondentNote = "乙方批注绝密四七五"
    case mediatorNote = "调解员记录绝密五七六"
    case applicantFileName = "甲方绝密文件名六七七"
    case applicantFile = "甲方绝密文件内容七七八"
    case reportFileName = "吹哨人绝密文件名八七九"
    case reportFile = "举报绝密文件内容九七一"
    case reporterName = "吹哨人绝密姓名十七二"

    /// By the names of ``Dispute/everybody()``.
    var readers: Set<String> {
      switch self {
      // It is the firm's: the login that filed it reads nothing of it without its mandate.
      case .applicantConfidence, .applicantStatement: ["firm", "centre-staff", "expert"]
      case .respondentStatement: ["other", "centre-staff", "expert"]
      case .applicantNote, .applicantFileName, .applicantFile: ["firm", "centre-staff"]
      case .respondentNote: ["other", "centre-staff"]
      case .mediatorNote: ["expert", "centre-staff"]
      case .reportFileName, .reporterName: []
      case .reportFile: ["regulator", "inspector"]
      }
    }
  }

  enum Reporter {
    static let address = "203.0.113.77"
    static let typedName = Secret.reporterName.rawValue
    static let fileName = Secret.reportFileName.rawValue
  }

  private static let codes = ["91350100M000100Y43", "91320115MA1X000027"]

  static func with(mail: Int? = nil, hooks: Int? = nil, _ work: (Dispute) async throws -> Void) async throws {
    var settings = Settings()
    settings.trustedProxy = true
    if let mail {
      (settings.post.host, settings.post.port, settings.post.security) = ("127.0.0.1", mail, .none)
      settings.post.from = "zone@example.cn"
    }
    (settings.post.mayReachPrivate, settings.post.isPlainAllowed) = (true, true)
    try await TestZone.with(settings) { zone in
      try await work(try await Dispute(zone, settings, hooks: hooks))
    }
  }

  private init(_ zone: TestZone, _ settings: Settings, hooks: Int?) async throws {
    (self.zone, self.settings) = (zone, settings)
    log = LogBook()
    firm = try await Self.acting(.enterprise, for: Self.codes[0], "甲公司（示例）", zone, log)
    other = try await Self.acting(.institution, for: Self.codes[1], "乙公司（示例）", zone, log)
    let token = try await zone.session(.member)
    reporterBrowser = Self.browser(token, zone, log)
    let (account, session) = try #require(try await zone.zone.access.resolve(session: token))
    reporter = account
    reporterSession = SessionMark(id: ID(session.id.number))
    let centre = try await Self.person(.centreStaff, zone, log)
    let expert = try await Self.person(.expert, zone, log)
    for (browser, name) in [(firm.0, "firm"), (other.0, "other"), (centre.0, "centre")] {
      _ = try await browser.post(
        "/account/profile", [("display-name", name), ("email", "\(name)@example.com"), ("phone", "")])
    }
    if let hooks {
      for owner in [firm.1.name, other.1.name] {
        _ = try await zone.zone.notices.register(
          owner, at: "http://127.0.0.1:\(hooks)/in", for: owner, by: zone.zone.console)
      }
    }
    // As people do it: by the portal's own form, with a file.
    let mediationForm: [(String, String)] = [
      ("origin", "party"), ("claimant", "甲公司"), ("right_kind", "mark"), ("dispute_kind", "damages"),
      ("subject", "商标使用争议"), ("claims", "事实"), ("requests", "停止使用"), ("respondent_code", Self.codes[1]),
      ("respondent_name", "乙公司"), ("confidential_note", Secret.applicantConfidence.rawValue),
    ]
    mediation = try await Self.mediate(firm, other, centre.1, expert, mediationForm, zone)
  }

  private static func mediate(
    _ firm: (PortalClient, Account), _ other: (PortalClient, Account), _ centre: Account,
    _ expert: (PortalClient, Account), _ fields: [(String, String)], _ zone: TestZone
  ) async throws -> ID<Matter> {
    let answer = try await firm.0.upload(
      "/guide/mediation/apply", fields,
      file: ("file-evidence", "\(Secret.applicantFileName.rawValue).txt", Array(Secret.applicantFile.rawValue.utf8)))
    try #require(answer.status == .ok)
    let desk = zone.zone.matters
    let id = try #require(try await desk.own(by: firm.1).matters.first { $0.procedure == "mediation" }).id
    let handler = centre
    func take(_ step: String, _ texts: [String: String] = [:], naming: [ID<Account>] = [], by account: Account)
      async throws
    {
      try await desk.take(step, on: id, StepGiven(texts: texts, named: naming), seen: nil, by: account)
    }
    try await take("ask", by: handler)
    try await take("consent", by: other.1)
    try await take("appoint", naming: [expert.1.id], by: handler)
    // Through the portal, so that its log is written.
    for (browser, step, field, text) in [
      (firm.0, "state-as-filer", "filer_statement", Secret.applicantStatement),
      (other.0, "state-as-respondent", "respondent_statement", .respondentStatement),
      (expert.0, "note", "private_note", .mediatorNote),
    ] {
      let answer = try await browser.post("/matters/\(id)/steps/\(step)", [(field, text.rawValue)])
      try #require(answer.status == .seeOther, "\(step)")
    }
    for (browser, text) in [(firm.0, Secret.applicantNote), (other.0, .respondentNote)] {
      let answer = try await browser.post("/matters/\(id)/note", [("note", text.rawValue), ("readers", "staff")])
      try #require(answer.status == .seeOther)
    }
    return id
  }

  /// A report by somebody who is signed in, from an address of their own, with a file that tells.
  @discardableResult
  func report(isAnonymous: Bool = true) async throws -> ID<Matter> {
    let shown = try await reporterBrowser.get("/guide/complaint/apply")
    #expect(shown.status == .ok)
    let fields = [
      ("complaint_kind", "report"), ("complaint_subject", "示例线索"), ("target", "示例某商行"), ("facts", "示例事实"),
      ("reporter", Reporter.typedName),
    ]
    let answer = try await reporterBrowser.upload(
      "/guide/complaint/apply", fields + (isAnonymous ? [("anonymous", "yes")] : []),
      file: ("file-evidence", "\(Reporter.fileName).txt", Array(Secret.reportFile.rawValue.utf8)),
      headers: [.forwardedFor: Reporter.address])
    try #require(answer.status == .ok)
    var filter = MatterFilter()
    filter.procedures = ["complaint"]
    return try #require(try await zone.zone.matters.queue(filter, limit: 1, by: zone.zone.console).matters.first).id
  }

  func walk() async throws -> RouteWalk {
    let report = try await report()
    let handler = try await Self.person(.regulator, zone, log).1
    try await zone.zone.matters.take("accept-to-verify", on: report, StepGiven(), seen: nil, by: handler)
    let book = zone.zone.matters.book.all.map(\.procedure)
    let ids = ["\(mediation)", "\(report)"]
    func all(_ table: String) async throws -> [String] {
      try await zone.zone.database.read { db in
        try db.rows("SELECT id FROM \(SQL(name: table)) ORDER BY id DESC LIMIT 60").map { row in
          var columns = row.columns
          return try ID<Matter>(columns.integer()).description
        }
      }
    }
    let last = Int(try await zone.count("journal"))
    let entries = (max(1, last - 25)...last).map(String.init)
    let concerned = book.filter { ["mediation", "complaint"].contains($0.head.code) }
    let segments = [
      ":id": ids, ":place": (1...14).map(String.init), ":key": ids,
      ":table": ["matters", "matter_events", "matter_answers", "matter_files", "matter_parties", "matter_clocks"],
      "/evidence/:id": try await all("evidence"), "/api/v1/evidence/:id": try await all("evidence"),
      "/notices/:id": try await all("notices"), "/notices/deliveries/:id": try await all("notice_deliveries"),
      ":code": book.map(\.head.code), "/status/:code": ["complaint"], ":step": concerned.flatMap(\.steps).map(\.code),
      ":clock": concerned.flatMap(\.clocks).map(\.code), ":number": ["1", "2"], ":year": ["2026"],
      "/journal/entries/:number": entries, "/api/v1/journal/entries/:number": entries,
    ]
    return RouteWalk(zone, segments: segments, searching: ["绝密"])
  }

  /// One browser for each role, for a visitor, and for both sides.
  func everybody() async throws -> [(String, PortalClient)] {
    var all: [(String, PortalClient)] = [("visitor", zone.visitor()), ("firm", firm.0), ("other", other.0)]
    for role in Role.allCases { all.append((role.rawValue, try await zone.signedIn(role))) }
    return all
  }

  func deliverAll() async throws {
    let courier = NoticeCourier(of: zone.zone, settings: settings, log: Logger(label: "post") { _ in log.handler })
    for channel in [NoticeChannel.email, .webhook] {
      while try await courier.deliverNext(channel) {}
    }
  }

  /// Every row of the database that names one of `words`, with its table before it.
  func rows(naming words: [String], in isAsked: (String) -> Bool = { _ in true }) async throws -> Set<String> {
    let tables = try await zone.zone.database.read { db in
      try db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").map { row in
        var columns = row.columns
        return try columns.text()
      }
    }
    var found: Set<String> = []
    for table in tables where isAsked(table) {
      found.formUnion(
        try await zone.zone.database.read { db in
          var found: Set<String> = []
          try db.forEach("SELECT * FROM \(SQL(name: table))") { row in
            let text = "\(row.values)"
            if words.contains(where: text.contains) { found.insert("\(table) \(text)") }
          }
          return found
        })
    }
    return found
  }

  private static func browser(_ token: String, _ zone: TestZone, _ log: LogBook) -> PortalClient {
    let browser = PortalClient(zone.responder, log: Logger(label: "portal") { _ in log.handler })
    browser.setCookie(sessionCookie, token)
    return browser
  }

  private static func person(_ role: Role, _ zone: TestZone, _ log: LogBook) async throws -> (PortalClient, Account) {
    let token = try await zone.session(role)
    return (browser(token, zone, log), try #require(try await zone.zone.access.resolve(session: token)).0)
  }

  /// A login that acts for an organisation, as the centre has confirmed.
  private static func acting(
    _ role: Role, for code: String, _ name: String, _ zone: TestZone, _ log: LogBook
  ) async throws -> (PortalClient, Account) {
    let access = zone.zone.access
    let token = try await zone.session(role)
    let (account, session) = try #require(try await access.resolve(session: token))
    let mandate = try await access.fileMandate(
      MandateDraft(
        organisation: try SocialCreditCode(code), organisationName: name, grade: .clerk, from: zone.zone.world.today(),
        to: nil, proof: "授权书"), by: account
    ).mandate.id
    try await access.approveMandate(mandate, by: try await person(.centreStaff, zone, log).1)
    try await access.choose(mandate: mandate, in: session.id, by: account)
    return (browser(token, zone, log), try #require(try await access.resolve(session: token)).0)
  }
}

extension HTTPField.Name {
  fileprivate static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .origin
}
