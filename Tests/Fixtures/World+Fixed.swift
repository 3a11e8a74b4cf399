public import Foundation
public import Kernel
import Synchronization

extension World {
  /// A world where it is always `noon`, ids count from 1 and every run throws the same bytes.
  public static func fixed(at noon: Date = .noon) -> World {
    let count = Mutex<Int64>(0)
    let dice = Mutex(SeededDice(seed: 7))
    return World(
      now: { noon },
      serial: {
        count.withLock { count in
          count += 1
          return count
        }
      },
      randomBytes: { length in
        dice.withLock { dice in (0..<length).map { _ in UInt8(dice.roll(below: 256)) } }
      })
  }
}

extension Date {
  /// 2026-11-22 12:00 in Nanjing.
  public static let noon = Date(timeIntervalSince1970: 1_795_320_000)
}
