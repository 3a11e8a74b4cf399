import Synchronization

/// A flag that one task raises and others look at.
public final class StopFlag: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public var isRaised: Bool { flag.load(ordering: .relaxed) }
  public func raise() { flag.store(true, ordering: .relaxed) }
}
