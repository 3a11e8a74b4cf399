public import Access
public import Foundation
public import Kernel

/// A year's calendar as it was taken in; a later one of the same year supersedes it, and both stay on record.
public struct HolidayEdition: Hashable, Sendable {
  public let id: ID<HolidayEdition>
  public let notice: HolidayNotice
  /// Why a calendar that was known was replaced; nil for the first of its year.
  public let reason: String?
  public let enteredBy: ID<Account>
  public let enteredAt: Date

  public init(
    id: ID<HolidayEdition>, notice: HolidayNotice, reason: String?, enteredBy: ID<Account>, enteredAt: Date
  ) {
    self.id = id
    self.notice = notice
    self.reason = reason
    self.enteredBy = enteredBy
    self.enteredAt = enteredAt
  }
}

/// That a year's calendar came or changed: days that were counted through it may move.
public struct CalendarChange: Sendable {
  public let year: Int
  public let edition: ID<HolidayEdition>
  /// Who brought it.
  public let account: Account

  public init(year: Int, edition: ID<HolidayEdition>, account: Account) {
    self.year = year
    self.edition = edition
    self.account = account
  }
}
