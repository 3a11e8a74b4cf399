public import Foundation
import Synchronization

/// Everything that is not determined by its arguments: the clock, fresh ids and dice.
///
/// Only `ipzone` may name ``live(node:)``; all other code is handed a `World`.
public struct World: Sendable {
  public var now: @Sendable () -> Date
  public var serial: @Sendable () -> Int64
  public var randomBytes: @Sendable (Int) -> [UInt8]

  public init(
    now: @escaping @Sendable () -> Date, serial: @escaping @Sendable () -> Int64,
    randomBytes: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.now = now
    self.serial = serial
    self.randomBytes = randomBytes
  }

  /// The real clock, the system's random source, and ids that rise with time.
  ///
  /// - Parameter node: which of 1,024 processes this is, so that two on one database never give the same id.
  /// - Returns: a world to be made once a process: two of one node would give the same ids.
  public static func live(node: Int) -> World {
    let source = SerialSource(node: node)
    return World(
      now: { Date() },
      serial: { source.next(at: Date()) },
      randomBytes: { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      })
  }

  public func newID<Entity>(_: Entity.Type = Entity.self) -> ID<Entity> { ID(serial()) }

  /// 64 random bits for a published draw.
  public func seed() -> UInt64 { randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// Today in Nanjing.
  public func today() -> Day { Day(now()) }
}

/// Ids of 41 bits of milliseconds since 2024, 10 bits of node, 12 bits of count.
///
/// A millisecond that has given its 4,096 ids, or a clock that steps back, borrows from the next one.
private final class SerialSource: Sendable {
  private let node: Int64
  private let last = Mutex<Int64>(0)

  init(node: Int) { self.node = Int64(node & 1_023) }

  func next(at now: Date) -> Int64 {
    let tick = Int64((now.timeIntervalSince1970 - 1_704_067_200) * 1_000) << 12
    let count = last.withLock { last in
      last = max(last + 1, tick)
      return last
    }
    return (count >> 12) << 22 | node << 12 | count & 4_095
  }
}
