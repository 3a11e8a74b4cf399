public import Foundation
import Jobs
public import Storage

/// A right to work on one thing alone, that ends by itself if the holder dies.
public enum Leases {
  /// Takes or renews the lease `name`.
  ///
  /// A lease is free once its time is over, or at once where its holder was a process of this machine
  /// that no longer runs.
  ///
  /// - Throws: ``JobRefusal/taken(by:)`` while another process holds it.
  public static func take(
    _ name: String, for holder: LeaseHolder, seconds: Int = 60, at now: Date, in db: any Writing
  ) throws {
    let end = now.addingTimeInterval(Double(seconds))
    if let row = try db.row("SELECT holder, until FROM leases WHERE name = \(name) \(db.dialect.forUpdate)") {
      var columns = row.columns
      let other = LeaseHolder(text: try columns.text())
      let until = try columns.date()
      guard other == holder || until < now || other.isDead(seenFrom: holder) else {
        throw JobRefusal.taken(by: other.text)
      }
      try db.run("UPDATE leases SET holder = \(holder.text), until = \(end) WHERE name = \(name)")
    } else {
      try db.run("INSERT INTO leases (name, holder, until) VALUES (\(name), \(holder.text), \(end))")
    }
  }

  public static func release(_ name: String, of holder: LeaseHolder, in db: any Writing) throws {
    try db.run("DELETE FROM leases WHERE name = \(name) AND holder = \(holder.text)")
  }

  /// Whether a living process holds `name`.
  public static func isHeld(_ name: String, seenFrom holder: LeaseHolder, at now: Date, in db: any Reading) throws
    -> Bool
  {
    guard let row = try db.row("SELECT holder, until FROM leases WHERE name = \(name)") else { return false }
    var columns = row.columns
    let other = LeaseHolder(text: try columns.text())
    let until = try columns.date()
    return until >= now && !other.isDead(seenFrom: holder)
  }
}

/// A process, by machine, number and the moment it began: numbers are used again.
public struct LeaseHolder: Hashable, Sendable {
  public let text: String

  init(text: String) { self.text = text }

  /// This process; `part` tells its workers apart.
  public static func current(part: String = "main") -> LeaseHolder {
    let process = ProcessInfo.processInfo
    let number = process.processIdentifier
    return LeaseHolder(text: "\(process.hostName)\(machine)/\(number)/\(startOfLivingProcess(number) ?? "0")/\(part)")
  }

  /// Whether it was a process of the same machine and is gone.
  func isDead(seenFrom other: LeaseHolder) -> Bool {
    let mine = text.split(separator: "/")
    let theirs = other.text.split(separator: "/")
    guard mine.count == 4, theirs.count == 4, mine[0] == theirs[0], let number = Int32(mine[1]) else { return false }
    return startOfLivingProcess(number) != String(mine[2])
  }
}

/// Tells machines of one name apart, and containers on one machine: each counts its processes from 1.
private let machine: String = {
  let boot = (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? ""
  let space = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? ""
  return "-\(boot.prefix(8))-\(space.filter(\.isNumber))"
}()

/// When a process began, in ticks since the machine started; nil where it is gone or only waits to be buried.
private func startOfLivingProcess(_ number: Int32) -> String? {
  guard let text = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
    let name = text.lastIndex(of: ")")
  else { return nil }
  let fields = text[text.index(after: name)...].split(separator: " ")
  guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
  return String(fields[19])
}
