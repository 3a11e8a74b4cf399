import Corpus
import CorpusStore
import Kernel

/// What the scheme of the IPC nests under a group, by its dots.
///
/// - Returns: the group alone where the scheme that ships does not have it.
func schemeBelow(_ group: Kernel.IPCSymbol) throws -> [Kernel.IPCSymbol] {
  guard let symbol = Corpus.IPCSymbol(group.canonical) else { return [group] }
  return try IPCLibrary.shipped().below(symbol).compactMap { try? Kernel.IPCSymbol($0) }
}
