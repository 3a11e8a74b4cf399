public import Kernel

/// A time limit of one matter: begun on a day, perhaps standing still, and at its end kept or missed.
public struct RunningClock: Equatable, Sendable {
  /// The code of its ``ProcedureClock``.
  public let clock: String
  /// The first, second, … time that the matter came to it.
  public let run: Int
  /// The day of the event, not counted itself.
  public let startedOn: Day
  public var limit: ClockLimit
  /// Days of its kind that it has stood still.
  public var stopped: Int
  /// Since when it stands still; nil while it runs.
  public var pausedOn: Day?
  /// Until when it ran; nil while it is running or stands.
  public var endedOn: Day?
  /// Its last day as counted now.
  public var due: Deadline
  /// Whether its end was passed and those concerned were told.
  public var isToldOf: Bool
  /// Whether it was extended.
  public var isExtended: Bool

  public init(
    clock: String, run: Int, startedOn: Day, limit: ClockLimit, stopped: Int = 0, pausedOn: Day? = nil,
    endedOn: Day? = nil, due: Deadline, isToldOf: Bool = false, isExtended: Bool = false
  ) {
    self.clock = clock
    self.run = run
    self.startedOn = startedOn
    self.limit = limit
    self.stopped = stopped
    self.pausedOn = pausedOn
    self.endedOn = endedOn
    self.due = due
    self.isToldOf = isToldOf
    self.isExtended = isExtended
  }

  /// A clock that begins on `day`.
  public static func starting(
    _ clock: String, run: Int, on day: Day, limit: ClockLimit, in calendar: WorkingCalendar
  ) -> RunningClock {
    RunningClock(
      clock: clock, run: run, startedOn: day, limit: limit,
      due: limit.deadline(after: day, stopped: 0, in: calendar))
  }

  public var isRunning: Bool { endedOn == nil && pausedOn == nil }
  public var isOpen: Bool { endedOn == nil }

  /// Whether its last day is over, on `day` or when it ended.
  public func isLate(on day: Day) -> Bool { (endedOn ?? (pausedOn ?? day)) > due.day }

  public func paused(on day: Day) -> RunningClock {
    var clock = self
    if isRunning { clock.pausedOn = day }
    return clock
  }

  /// The days that it stood still are added at its end, in its own kind of days.
  public func resumed(on day: Day, in calendar: WorkingCalendar) -> RunningClock {
    guard let since = pausedOn, isOpen else { return self }
    var clock = self
    clock.stopped += limit.days(after: since, through: day, in: calendar)
    clock.pausedOn = nil
    return clock.recounted(in: calendar)
  }

  public func ended(on day: Day) -> RunningClock {
    var clock = self
    if isOpen {
      clock.endedOn = day
      clock.pausedOn = nil
    }
    return clock
  }

  /// A time that had to pass is over since its last day, whenever somebody noticed.
  public func ranOut() -> RunningClock {
    var clock = self
    clock.endedOn = due.day
    clock.pausedOn = nil
    clock.isToldOf = false
    return clock
  }

  /// Longer by `count` of its own unit.
  public func extended(by count: Int, in calendar: WorkingCalendar) -> RunningClock {
    var clock = self
    clock.limit = ClockLimit(limit.count + count, limit.unit)
    clock.isExtended = true
    // Its new end is to be told of, too.
    clock.isToldOf = false
    return clock.recounted(in: calendar)
  }

  /// With the end that `calendar` gives: after a year's holidays were announced.
  public func recounted(in calendar: WorkingCalendar) -> RunningClock {
    var clock = self
    clock.due = limit.deadline(after: startedOn, stopped: stopped, in: calendar)
    return clock
  }
}

extension Procedure {
  /// Whether `step` is the zone’s own at the end of a clock that had to run out.
  public func waits(for running: RunningClock, at step: String) -> Bool {
    clock(running.clock)?.isWait == true && step == "lapse-\(running.clock)"
  }

  /// The clocks of a matter after it came from `old` (nil: it was filed) to `new`.
  ///
  /// - Parameter limit: the length of a clock that begins, or nil where it has none to run by.
  public func clocks(
    _ current: [RunningClock], from old: String?, to new: String, on day: Day, calendar: WorkingCalendar,
    limit: (ProcedureClock) throws -> ClockLimit?
  ) rethrows -> [RunningClock] {
    var all = current
    for clock in clocks {
      let place = all.lastIndex { $0.clock == clock.code && $0.isOpen }
      if clock.stages.contains(new) {
        if let place {
          all[place] = all[place].resumed(on: day, in: calendar)
        } else if old.map(clock.stages.union(clock.pauses).contains) != true, let length = try limit(clock) {
          let run = all.count { $0.clock == clock.code } + 1
          all.append(.starting(clock.code, run: run, on: day, limit: length, in: calendar))
        }
      } else if let place {
        // Where it ends while it stands still, it has stood still until today.
        all[place] =
          clock.pauses.contains(new)
          ? all[place].paused(on: day) : all[place].resumed(on: day, in: calendar).ended(on: day)
      }
    }
    return all
  }
}

extension Procedure {
  /// The clocks as they stood after the event at `place`: stops and ends that came later are not in them.
  ///
  /// - Parameters:
  ///   - limit: the length that a clock began with, or nil where it never ran.
  ///   - extended: by how much a clock was made longer.
  public func clocks(
    after place: Int, of events: [MatterEvent], calendar: WorkingCalendar,
    limit: (ProcedureClock) throws -> ClockLimit?, extended: (ProcedureClock) throws -> Int
  ) rethrows -> [RunningClock] {
    var all: [RunningClock] = []
    for event in events where event.place <= place {
      if event.sort == .extended, let clock = clock(event.code),
        let running = all.lastIndex(where: { $0.clock == event.code && $0.isOpen })
      {
        all[running] = all[running].extended(by: try extended(clock), in: calendar)
      } else if event.sort == .filed || event.from != event.to {
        all = try clocks(all, from: event.from, to: event.to, on: Day(event.at), calendar: calendar, limit: limit)
      }
    }
    return all
  }
}
