public import Access
import Journal
import JournalStore
public import Kernel
public import Rules
import Storage

extension RuleDesk {
  /// When the time limit `rule`, as in force on `day`, ends that begins with the day after `day`.
  ///
  /// A refusal for want of the rule's value is noted in the journal, so that the zone knows what is being asked for.
  ///
  /// - Throws: ``RuleRefusal``.
  public func deadline(of rule: RuleID, after day: Day, by account: Account) async throws -> RuleDeadline {
    try account.require(.readRules)
    let (shelf, calendars) = (shelf, calendars)
    do {
      return try await database.read { db in
        try shelf.book(in: db).deadline(of: rule, after: day, holidays: try calendars.book(in: db))
      }
    } catch let refusal as RuleRefusal {
      if case .unknownValue = refusal { try await noteUnknown(rule, in: "deadline", for: account) }
      throw refusal
    }
  }

  /// Once a day for each rule and account: a page that anybody may reload must not fill the journal.
  private func noteUnknown(_ rule: RuleID, in function: String, for account: Account) async throws {
    let claim = RefusedRules.Claim(rule: rule, account: account.id, day: world.today())
    guard refused.claim(claim) else { return }
    let world = world
    do {
      try await database.write { db in
        let deed = Deed(
          .refuseUnknownRule, by: account, facts: ["rule": rule.description, "function": function])
        try Recording.note(deed, world: world, in: db)
      }
    } catch {
      refused.release(claim)
      throw error
    }
  }
}
