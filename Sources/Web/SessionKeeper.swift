public import Access

/// How `Web` learns who asks, without knowing where accounts are kept.
public struct SessionKeeper: Sendable {
  /// Whose session a cookie names; nil where it is unknown or over.
  public var resolve: @Sendable (_ cookie: String) async throws -> (Account, SessionView)?
  /// Whose personal token this is; nil where it is unknown, over or withdrawn.
  public var resolveToken: @Sendable (_ token: String) async throws -> Account?
  /// Someone who has not signed in.
  public var visitor: Account

  public init(
    visitor: Account, resolve: @escaping @Sendable (String) async throws -> (Account, SessionView)?,
    resolveToken: @escaping @Sendable (String) async throws -> Account?
  ) {
    self.visitor = visitor
    self.resolve = resolve
    self.resolveToken = resolveToken
  }
}

/// What pages may know of a session.
public struct SessionView: Sendable, Equatable {
  public let id: String
  /// The secret that every form of the session carries.
  public let formToken: String
  public let secondFactor: SecondFactor

  public init(id: String, formToken: String, secondFactor: SecondFactor) {
    self.id = id
    self.formToken = formToken
    self.secondFactor = secondFactor
  }

  /// How far the second step of signing in has come.
  public enum SecondFactor: String, Sendable {
    case notNeeded, awaited, passed
  }
}
