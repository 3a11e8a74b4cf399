import Kernel
import Ledgers

extension Ledger {
  /// Its records as what a figure waits for.
  var awaited: Phrase { Phrase(zh: "\(name.zh)（\(mark)）", en: "\(name.en.lowercased()) (\(mark))") }
}
