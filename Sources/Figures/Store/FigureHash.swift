import Crypto
import Figures
import Foundation
import Kernel

/// The hashes that a frozen figure is published with; anybody can compute them from the same facts.
enum FigureHash {
  /// Of the declaration and the readings that held.
  static func definition(of indicator: Indicator, options: [String: String]) -> String {
    hexadecimal(SHA256.hash(data: Data(indicator.canonicalText(options: options).utf8)))
  }

  /// Of a list of rows: a head of four lines, then a line a row, its fields parted by tabs.
  struct List {
    private var hash = SHA256()

    init(definition: String, code: IndicatorCode, cutoff: Day, isDemonstration: Bool) {
      add("ipzone figure \(code)\(isDemonstration ? " 示例数据" : "")\n")
      add("definition \(definition)\ncutoff \(cutoff)\n")
      add("table\trecord\tcounted as\tweight\tpart\tgrade\tentry\tdigest\n")
    }

    mutating func add(_ row: FrozenRow) {
      add(
        """
        \(row.table)\t\(row.record)\t\(row.countedAs)\t\(row.weight)\t\(row.part.rawValue)\t\(row.grade)\t\
        \(row.entry.map(String.init) ?? "-")\t\(row.digest ?? "-")

        """)
    }

    var text: String { hexadecimal(hash.finalize()) }

    private mutating func add(_ text: String) { hash.update(data: Data(text.utf8)) }
  }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
