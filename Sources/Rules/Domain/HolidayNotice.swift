public import Kernel

/// The State Council's notice on one year's holidays (部分节假日安排的通知), as it was read.
public struct HolidayNotice: Hashable, Sendable {
  public let year: Int
  /// In Chinese, as it was issued.
  public let title: String
  /// The document number (文号); nil for those that ship with the program.
  public let number: String?
  public let issuedOn: Day?
  public let address: String
  /// Days off, weekends among them or not.
  public let off: [NamedDay]
  /// Weekend days that are worked.
  public let working: [NamedDay]

  public init(
    year: Int, title: String, number: String? = nil, issuedOn: Day? = nil, address: String, off: [NamedDay],
    working: [NamedDay]
  ) {
    self.year = year
    self.title = title
    self.number = number
    self.issuedOn = issuedOn
    self.address = address
    self.off = off
    self.working = working
  }

  /// A day with the holidays for which it is off or worked.
  public struct NamedDay: Hashable, Sendable {
    public let day: Day
    public let holidays: [Holiday]

    public init(_ day: Day, _ holidays: [Holiday]) {
      self.day = day
      self.holidays = holidays
    }
  }
}

extension HolidayNotice {
  /// Every day that it moves, in order.
  public var lines: [HolidayDraft.Line] {
    (off.map { HolidayDraft.Line($0.day, isWorked: false, $0.holidays) }
      + working.map { HolidayDraft.Line($0.day, isWorked: true, $0.holidays) }).sorted { $0.day < $1.day }
  }
}
