import Foundation
import Kernel
import Patents
import PatentsStore
import Synchronization

/// How far an import has come: a bar on a terminal, a line every few seconds elsewhere.
final class ImportBar: Sendable {
  private let console: Console
  private let name: String
  private let lastSeconds = Mutex(0.0)
  private static let width = 30
  private static let secondsBetweenLines = 5.0
  private static let secondsBetweenDrawings = 0.2

  init(console: Console, name: String) {
    self.console = console
    self.name = name
  }

  func show(_ progress: ImportProgress) {
    let pause = console.isTerminal ? Self.secondsBetweenDrawings : Self.secondsBetweenLines
    let isDue = lastSeconds.withLock { last in
      guard progress.seconds >= last + pause else { return false }
      last = progress.seconds
      return true
    }
    guard isDue else { return }
    let words = words(progress)
    if console.isTerminal {
      console.draw("\r\u{1B}[K" + bar(progress.share) + " " + words.text(in: console.language))
    } else {
      console.note(Phrase(zh: "\(name)：\(words.zh)", en: "\(name): \(words.en)"))
    }
  }

  func clear() {
    if console.isTerminal { console.draw("\r\u{1B}[K") }
  }

  private func bar(_ share: BasisPoints) -> String {
    let full = Self.width * share.value / 10_000
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: Self.width - full) + "]"
  }

  private func words(_ progress: ImportProgress) -> Phrase {
    let percent = "\(progress.share.value / 100)%"
    let (rows, rate) = (progress.counts.rows, Int(progress.rowsPerSecond))
    guard let left = progress.secondsLeft.map(Self.clock) else {
      return Phrase(zh: "\(percent)，\(rows) 行，\(rate) 行/秒", en: "\(percent), \(rows) rows, \(rate) rows/s")
    }
    return Phrase(
      zh: "\(percent)，\(rows) 行，\(rate) 行/秒，剩余 \(left)", en: "\(percent), \(rows) rows, \(rate) rows/s, \(left) left")
  }

  /// `1:02:03` or `2:03`.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(min(max(seconds, 0), 359_999).rounded(.up))
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = whole / 60 % 60
    return whole >= 3_600
      ? "\(whole / 3_600):\(padded(minutes)):\(padded(whole % 60))" : "\(minutes):\(padded(whole % 60))"
  }
}
