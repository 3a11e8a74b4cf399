public import Foundation

/// The zone's own service values for accounts and sessions: status `adopted`, no law sets them.
public struct AccessPolicy: Equatable, Sendable {
  public var password = PasswordRule()
  /// For one sign-in name.
  public var nameLockout = Lockout(failures: 5, first: 60, longest: 3_600, forgetting: 86_400)
  /// For one address, which a whole office may share.
  public var addressLockout = Lockout(failures: 50, first: 60, longest: 3_600, forgetting: 86_400)
  /// Accounts registered from one address: a class may register together, a program may not.
  public var registrations = Lockout(failures: 30, first: 60, longest: 3_600, forgetting: 86_400)
  /// Wrong public codes from one address: an office may mistype, a program may not go through them.
  public var codes = Lockout(failures: 20, first: 60, longest: 3_600, forgetting: 86_400)
  public var staffSession = SessionLife(idle: 30 * 60, whole: 12 * 3_600)
  public var publicSession = SessionLife(idle: 8 * 3_600, whole: 30 * 86_400)
  /// How old a session's last sight may be before it is written again.
  public var sightEvery: TimeInterval = 60
  /// How long the second factor is waited for after the password.
  public var secondFactorWait: TimeInterval = 300
  public var invitationLife: TimeInterval = 7 * 86_400
  public var resetLife: TimeInterval = 86_400
  public var longestToken: TimeInterval = 366 * 86_400
  /// Whether the data directory was created as a demonstration: only then do demonstration logins exist.
  public var isDemonstration = false

  public init() {}

  public func session(of roles: Set<Role>) -> SessionLife {
    roles.contains { $0.isStaff } ? staffSession : publicSession
  }
}

/// How long a session lasts, in seconds.
public struct SessionLife: Equatable, Sendable {
  /// Without a request.
  public let idle: TimeInterval
  /// From signing in, whatever happens.
  public let whole: TimeInterval

  public init(idle: TimeInterval, whole: TimeInterval) {
    self.idle = idle
    self.whole = whole
  }

  public func isOver(created: Date, seen: Date, at now: Date) -> Bool {
    now >= seen + idle || now >= created + whole
  }
}

/// How long to wait after failures in a row: nothing at first, then twice as long each time.
public struct Lockout: Equatable, Sendable {
  /// The number of failures that locks first.
  public let failures: Int
  /// The first wait, in seconds.
  public let first: TimeInterval
  public let longest: TimeInterval
  /// After this many seconds without a failure the count begins anew.
  public let forgetting: TimeInterval

  public init(failures: Int, first: TimeInterval, longest: TimeInterval, forgetting: TimeInterval) {
    self.failures = failures
    self.first = first
    self.longest = longest
    self.forgetting = forgetting
  }

  /// When the next attempt is heard, or nil where it is heard at once.
  public func end(after count: Int, last: Date) -> Date? {
    guard count >= failures else { return nil }
    let doublings = min(count - failures, 30)
    return last + min(first * TimeInterval(1 << doublings), longest)
  }
}
