public import Storage

/// In the order they were released.
public let ruleMigrations: [Migration] = [
  .createRuleSupersessions, .createRuleCopies, .createHolidayCalendars,
]
