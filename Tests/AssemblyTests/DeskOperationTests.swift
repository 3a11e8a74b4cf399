import Access
import AccessStore
import Assembly
import CorpusStore
import EvidenceStore
import ExchangeStore
import FiguresStore
import Foundation
import HighValueStore
import JobsStore
import JournalStore
import Kernel
import LandscapeStore
import LearningStore
import LedgersStore
import MattersStore
import NavigationStore
import NoticesStore
import PartiesStore
import PatentsStore
import PortfoliosStore
import PremisesStore
import ProgrammeStore
import RulesStore
import StationsStore
import Storage
import Testing

@Suite struct `Every operation of every desk` {
  @Test func `refuses exactly those whom the matrix does not permit it`() async throws {
    try await TestZone.with { zone in
      let operations = allOperations(zone.zone)
      #expect(Set(operations.map(\.name)).count == operations.count)
      for account in accounts(zone.zone) {
        for operation in operations { await walk(operation, account) }
      }
      let isIntact = try await zone.isIntact()
      #expect(isIntact)
    }
  }

  @Test func `writes nothing when it is only walked through`() async throws {
    try await TestZone.with { zone in
      let before = try await zone.count("journal")
      for operation in allOperations(zone.zone) { await walk(operation, .visitor(PermissionMatrix.zone.visitor)) }
      #expect(try await zone.count("journal") == before)
    }
  }

  private func walk(_ operation: DeskOperation, _ account: Account) async {
    let who = "\(operation.name) by \(account.name) \(account.roles.map(\.rawValue))"
    let mayPass = operation.permission.map(account.may) ?? true
    do {
      try await operation.run(account)
      #expect(mayPass, "\(who) passed")
    } catch let refusal as AccessRefusal {
      #expect(!mayPass, "\(who) was refused: \(refusal.code)")
      let wanted: RefusalKind = account.standing == .visitor ? .unauthenticated : .forbidden
      #expect(refusal.kind == wanted, "\(who)")
    } catch is any Refusal {
      #expect(mayPass, "\(who) got past the first line")
    } catch {
      Issue.record("\(who) failed: \(error)")
    }
  }

  private func allOperations(_ zone: Zone) -> [DeskOperation] {
    zone.access.operations + zone.journal.operations + zone.rules.operations + zone.jobs.operations
      + zone.parties.operations + zone.patents.operations + zone.corpus.operations + zone.savedQueries.operations
      + zone.landscape.operations + zone.figures.operations
      + zone.evidence.operations
      + zone.premises.operations
      + zone.exchange.operations
      + zone.programme.operations
      + zone.ledgers.operations
      + zone.matters.operations
      + zone.learning.operations
      + zone.notices.operations
      + zone.stations.operations
      + zone.portfolios.operations
      + zone.navigation.operations
      + zone.highValue.operations
  }

  /// The visitor, the console, and one person of each role whom nobody knows yet.
  private func accounts(_ zone: Zone) -> [Account] {
    let people = Role.allCases.map { role in
      Account(
        id: ID(-100), standing: .person, name: role.rawValue, displayName: "", roles: [role],
        permissions: PermissionMatrix.zone.permissions(of: [role]))
    }
    return [.visitor(PermissionMatrix.zone.visitor), zone.console] + people
  }
}

@Suite struct `The sources of the desks` {
  /// What somebody does in order to become an account, what shows no record, and what only the program calls.
  private static let withoutAccount: Set<String> = [
    "Exchange.indicator(_:)", "Exchange.valueText(_:)",
    "Access.acceptInvitation(_:password:)", "Access.confirmSecondFactor(in:code:)", "Access.demonstrationCode(for:)",
    "Access.formSecret(of:)", "Access.requestReset(name:)", "Access.reset(_:password:)", "Access.resolve(bearer:)",
    "Access.resolve(session:)", "Access.signIn(name:password:code:from:)", "Access.today()",
    // The rules themselves are open to everybody.
    "Rules.book()",
    // Carries out what an account was permitted to order.
    "Patents.carryOut(_:report:)",
    // Computes beside the requests what those who may read figures will be shown.
    "Figures.keepMonthEnds(fault:)",
    // Keeps the index behind the register beside the requests.
    "Corpus.follow()", "Corpus.expectFollower()",
    // Words of a code, no record.
    "Landscape.words(_:_:)",
    // Puts annuities into the calendars of those whose mandates it is handed.
    "Portfolios.days(of:in:)",
    // Names what the forms of other desks ask for, and writes what their steps bring about, inside their transactions.
    "Ledgers.resolve(_:of:in:)", "Ledgers.add(_:to:as:in:_:)", "Ledgers.set(_:of:in:in:_:)",
    "Ledgers.withdraw(_:in:because:in:_:)",
    // Blanks what is kept of somebody, inside the erasure that an account was permitted to order.
    "Ledgers.blank(_:of:in:in:_:)", "Learning.blank(of:in:_:)",
  ]

  /// What takes an account and asks it nothing.
  private static let withoutQuestion: Set<String> = [
    // Anybody may end the session that he came with.
    "Access.signOut(_:by:)",
    // Asks unless the account is the record's own subject; the operation is walked with nobody's record.
    "Journal.history(of:by:)",
    // An answer about the account, not an operation.
    "Access.isSubject(_:of:in:)",
  ]

  @Test func `have every function with an account in the list of operations`() throws {
    let functions = try DeskSource.functions()
    #expect(functions.count > 60)
    for (room, all) in Dictionary(grouping: functions.filter(\.takesAccount), by: \.room) {
      let list = try Tree.text("Sources/\(room)/Store/\(try DeskSource.desk(of: room))+Operations.swift")
      for (name, same) in Dictionary(grouping: all, by: \.name) {
        let wanted = same.filter { !["Access.signOut(_:by:)", "Access.isSubject(_:of:in:)"].contains($0.signature) }
        let calls = list.components(separatedBy: "desk.\(name)(").count - 1
        #expect(calls >= wanted.count, "\(room).\(name) is called \(calls) times in the operations")
      }
    }
  }

  @Test func `ask the account first`() throws {
    for function in try DeskSource.functions() where function.takesAccount {
      let asks = function.firstStatement.contains("\(function.account).require(")
      #expect(
        asks || Self.withoutQuestion.contains(function.signature) || DeskSource.delegates(function),
        "\(function.signature) begins with \(function.firstStatement)")
    }
  }

  @Test func `have no other way in than these`() throws {
    let found = try DeskSource.functions().filter { !$0.takesAccount }.map(\.signature)
    #expect(Set(found) == Self.withoutAccount)
  }
}
