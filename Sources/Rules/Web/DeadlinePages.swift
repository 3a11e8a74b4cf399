import API
import Hummingbird
import Kernel
import Markup
import Rules
import RulesStore
import Web

/// Translates between the portal and the desk where deadlines are counted.
struct DeadlinePages: Sendable {
  let desk: RuleDesk
  let world: World

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let question = DeadlineQuestion(context.query)
    let listings = try await desk.list(on: question.after ?? world.today(), by: context.account)
    var answer: DeadlineAnswer?
    if question.isComplete, let rule = question.rule, let day = question.after {
      do {
        answer = .found(try await desk.deadline(of: rule, after: day, by: context.account))
      } catch let refusal as RuleRefusal {
        answer = .refused(refusal)
      }
    }
    return deadlinePage(
      question, answer, limits: limits(listings, on: question.after ?? world.today()), holidays: desk.holidays,
      today: world.today())
  }

  /// Those that can be counted on `day`; one whose first day nobody knows is not offered for long ago.
  private func limits(_ listings: [RuleListing], on day: Day) -> [RuleListing] {
    listings.filter { listing in
      guard listing.rule.isTimeLimit else { return false }
      if day.year >= desk.holidays.firstYear || listing.rule.isStartKnown(on: day) { return true }
      if case .value(let reading) = listing.finding { return reading.supersession != nil }
      return false
    }
  }

  @Sendable func showHolidays(_: Request, _ context: PortalContext) async throws -> Page {
    let holidays = desk.holidays
    guard let year = Int(try context.segment("year")),
      holidays.notice(of: year) != nil || year == holidays.awaitedYear
    else { throw NoSuchPage() }
    return holidayPage(year, holidays)
  }
}

/// What the calculator is asked; it stands in the address.
struct DeadlineQuestion {
  /// As typed.
  let ruleText: String?
  let afterText: String?
  /// Whether a day was asked for, though perhaps with nothing in its field.
  let asksDay: Bool

  init(_ query: Query) {
    ruleText = query.optional("rule")
    afterText = query.optional("after")
    asksDay = query.pairs.contains { $0.name == "after" }
  }

  var rule: RuleID? { ruleText.flatMap { RuleID($0) } }
  var after: Day? { afterText.flatMap { Day($0) } }
  var isComplete: Bool { rule != nil && after != nil }

  /// A rule alone is a link that leads here: nobody has typed anything wrong yet.
  var ruleFault: Phrase? {
    if ruleText != nil { return rule == nil ? FieldFault.notOffered.phrase : nil }
    return asksDay ? FieldFault.missing.phrase : nil
  }

  var afterFault: Phrase? { asksDay && after == nil ? FieldFault.noDay.phrase : nil }
}

/// What the desk says to it.
enum DeadlineAnswer {
  case found(RuleDeadline)
  case refused(RuleRefusal)
}
