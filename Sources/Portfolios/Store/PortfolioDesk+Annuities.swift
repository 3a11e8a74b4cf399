public import Access
import Journal
import JournalStore
public import Kernel
public import Notices
import NoticesStore
public import Portfolios
public import Storage

extension PortfolioDesk {
  /// Tells those who act for an owner of annuities that come due or have been missed, each once.
  ///
  /// - Returns: how many annuities were told of.
  @discardableResult
  public func remind(by account: Account) async throws -> Int {
    try account.require(.remindOfAnnuities)
    let (desk, today) = (self, today)
    let waiting = try await database.read { db in
      try PortfolioRows.all(in: db).filter { try !desk.news(of: $0, on: today, in: db).isEmpty }
    }
    var told = 0
    for portfolio in waiting { told += try await remind(portfolio, by: account) }
    return told
  }

  private func remind(_ portfolio: Portfolio, by account: Account) async throws -> Int {
    let (desk, world, today) = (self, world, today)
    return try await database.write { db in
      let deed = Deed(.remindOfAnnuities, by: account, on: portfolio.id.subject)
      return try Recording.write(deed, world: world, in: db) { recording in
        let news = try desk.news(of: portfolio, on: today, in: db)
        guard !news.isEmpty else { return 0 }
        let addressees = try Audience.acting(for: portfolio.owner, on: today, in: db)
        for (sort, template) in [(AnnuityReminder.Sort.ahead, AnnuityNews.ahead), (.late, AnnuityNews.late)] {
          let own = news.filter { $0.reminder.sort == sort }
          guard let first = own.map(\.due.day).min(), let end = own.map(\.due.graceEnd).min() else { continue }
          let parameters = AnnuityNews(
            owner: portfolio.ownerName, count: own.count, first: sort == .ahead ? first : end,
            lead: portfolio.leadDays)
          try desk.outbox.post(
            addressees.map {
              template.notice(
                to: $0, parameters, link: "/portfolios/\(portfolio.id)/annuities", about: portfolio.id.subject)
            }, with: recording, in: db)
        }
        try recording.insert(
          news.map { line in
            [
              line.reminder.holding.sqlValue, line.reminder.year.sqlValue, .text(line.reminder.sort.rawValue),
              world.now().sqlValue,
            ]
          }, into: .annuityReminders)
        return news.count
      }
    }
  }

  /// Annuities that those concerned have not been told of.
  private func news(
    of portfolio: Portfolio, on today: Day, in db: any Reading
  ) throws -> [(reminder: AnnuityReminder, due: AnnuityDue)] {
    let told = try PortfolioRows.reminders(of: portfolio.id, in: db)
    return try lines(of: portfolio, on: today, in: db).compactMap { line in
      let (sort, due): (AnnuityReminder.Sort, AnnuityDue)
      switch line.state {
      case .due(let next), .unstated(let next?):
        guard today >= next.day.adding(days: -portfolio.leadDays) else { return nil }
        (sort, due) = (.ahead, next)
      case .late(let next, _, _): (sort, due) = (.late, next)
      case .unstated(nil), .application, .overdue, .complete, .expired, nil: return nil
      }
      let reminder = AnnuityReminder(holding: line.holding.id, year: due.year, sort: sort)
      return told.contains(reminder) ? nil : (reminder, due)
    }
  }

  /// The annuities of the year ahead, and those that are late, for the calendars of whoever acts for their owners.
  public func days(of mandates: [Mandate], in db: any Reading) throws -> [AnnuityDay] {
    let owners = Set(mandates.map(\.organisation))
    guard !owners.isEmpty else { return [] }
    let today = today
    return try PortfolioRows.all(in: db).filter { owners.contains($0.owner) }.flatMap { portfolio in
      try lines(of: portfolio, on: today, in: db).compactMap { line in
        switch line.state {
        case .due(let due), .unstated(let due?):
          guard due.day <= today.adding(months: 12) else { return nil }
          return AnnuityDay(line.holding, due, isLate: false)
        case .late(let due, _, _): return AnnuityDay(line.holding, due, isLate: true)
        case .unstated(nil), .application, .overdue, .complete, .expired, nil: return nil
        }
      }
    }
  }
}

/// An annuity in somebody's calendar.
public struct AnnuityDay: Sendable {
  public let holding: ID<Holding>
  public let number: ApplicationNumber
  public let year: Int
  /// The last day to pay, with surcharge where it is late.
  public let day: Day
  public let isLate: Bool
  public let provisional: Int?

  init(_ holding: Holding, _ due: AnnuityDue, isLate: Bool) {
    self.holding = holding.id
    number = holding.number
    year = due.year
    day = isLate ? due.graceEnd : due.day
    self.isLate = isLate
    provisional = due.provisional
  }
}

/// Annuities that somebody is told of.
struct AnnuityNews: Sendable {
  let owner: String
  let count: Int
  /// The first day by which one is to be paid.
  let first: Day
  let lead: Int

  static let ahead = NoticeTemplate<AnnuityNews>(
    .annuityAhead,
    subject: { Phrase(zh: "\($0.count) 件专利将缴年费", en: "\($0.count) annuities come due") },
    body: {
      Phrase(
        zh: "“\($0.owner)”的专利组合中有 \($0.count) 件将在 \($0.lead) 天内到期缴纳年费，最早的一件为 \($0.first)。请核对应缴金额并办理。",
        en: "\($0.count) patents of “\($0.owner)” have annuities within \($0.lead) days, the first by \($0.first). "
          + "Please check the amounts and pay.")
    })

  static let late = NoticeTemplate<AnnuityNews>(
    .annuityLate,
    subject: { Phrase(zh: "\($0.count) 件专利年费已逾期", en: "\($0.count) annuities are late") },
    body: {
      Phrase(
        zh: "“\($0.owner)”的专利组合中有 \($0.count) 件年费已过缴纳期限，须连同滞纳金补缴，最早的一件最迟 \($0.first)；期满未缴，专利权终止。",
        en:
          "\($0.count) annuities of “\($0.owner)” are late and need a surcharge, the first by \($0.first) at the latest; "
          + "unpaid, the right ends.")
    })
}

extension NoticeKind {
  static let annuityAhead = NoticeKind(
    "portfolios.annuity-ahead", Phrase(zh: "年费到期提醒", en: "An annuity comes due"), isStatutory: true)
  static let annuityLate = NoticeKind(
    "portfolios.annuity-late", Phrase(zh: "年费逾期提醒", en: "An annuity is late"), isStatutory: true)
}

/// What those who keep portfolios are told.
public let portfolioNoticeKinds: [NoticeKind] = [.annuityAhead, .annuityLate]
