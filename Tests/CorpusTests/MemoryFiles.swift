import Corpus
import Kernel
import Synchronization

/// A folder in memory that can fail at any operation, as a machine does whose power goes.
///
/// What was written but not synced may be lost, wholly or in part; names that were changed but not synced may be the old
/// ones. Which of it happens follows from the dice.
final class MemoryFiles: CorpusFiles {
  final class Content {
    var bytes: [UInt8] = []
    var synced = 0
  }

  struct State {
    var names: [String: Content] = [:]
    var durable: [String: Content] = [:]
    var operations = 0
    var failsAt = Int.max
  }

  // The content is reached under the lock only.
  private struct Held: @unchecked Sendable { var state = State() }
  private let held = Mutex(Held())

  /// How many operations were asked for since the last crash.
  var operations: Int { held.withLock { $0.state.operations } }

  func failing(at operation: Int) {
    held.withLock { held in
      held.state.operations = 0
      held.state.failsAt = operation
    }
  }

  /// Comes up again after the power went.
  func crash(dice: inout SeededDice) {
    var rolls = dice
    held.withLock { held in
      let names = rolls.roll(below: 2) == 0 ? held.state.names : held.state.durable
      var fresh: [String: Content] = [:]
      for (name, content) in names.sorted(by: { $0.key < $1.key }) {
        let lost = content.bytes.count - content.synced
        let kept = Content()
        kept.bytes = Array(content.bytes.prefix(content.synced + (lost > 0 ? rolls.roll(below: lost + 1) : 0)))
        kept.synced = kept.bytes.count
        fresh[name] = kept
      }
      held.state = State(names: fresh, durable: fresh)
    }
    dice = rolls
  }

  func bytes(of name: String) -> [UInt8] { held.withLock { $0.state.names[name]?.bytes ?? [] } }

  func replace(_ name: String, by bytes: [UInt8]) {
    held.withLock { held in
      let content = Content()
      content.bytes = bytes
      content.synced = bytes.count
      held.state.names[name] = content
      held.state.durable[name] = content
    }
  }

  private func act<Value>(_ name: String, _ body: (inout State) -> sending Value) throws(CorpusRefusal) -> sending Value
  {
    let found: Value? = held.withLock { held in
      held.state.operations += 1
      guard held.state.operations < held.state.failsAt else { return nil }
      return body(&held.state)
    }
    guard let found else { throw .unreadable(file: name, reason: "power lost") }
    return found
  }

  func names() throws(CorpusRefusal) -> [String] { held.withLock { $0.state.names.keys.sorted() } }

  func create(_ name: String) throws(CorpusRefusal) -> any CorpusFile {
    try act(name) { state in
      state.names[name] = Content()
    }
    return MemoryFile(name: name, files: self)
  }

  func rename(_ name: String, to other: String) throws(CorpusRefusal) {
    try act(name) { state in state.names[other] = state.names.removeValue(forKey: name) }
  }

  func remove(_ name: String) throws(CorpusRefusal) {
    try act(name) { state in state.names[name] = nil }
  }

  func syncFolder() throws(CorpusRefusal) {
    try act(".") { state in state.durable = state.names }
  }

  func map(_ name: String) throws(CorpusRefusal) -> MappedFile {
    let bytes = held.withLock { $0.state.names[name]?.bytes }
    guard let bytes else { throw .unreadable(file: name, reason: "no such file") }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyBytes(from: bytes)
    return MappedFile(UnsafeRawBufferPointer(copy)) { $0.deallocate() }
  }

  fileprivate func write(_ name: String, _ bytes: [UInt8]) throws(CorpusRefusal) {
    // Half of it may have reached the file when the power goes.
    let reaches = held.withLock { $0.state.operations + 1 < $0.state.failsAt }
    if !reaches { held.withLock { $0.state.names[name]?.bytes += bytes.prefix(bytes.count / 2) } }
    try act(name) { state in state.names[name]?.bytes += bytes }
  }

  fileprivate func sync(_ name: String) throws(CorpusRefusal) {
    try act(name) { state in state.names[name].map { $0.synced = $0.bytes.count } }
  }
}

private final class MemoryFile: CorpusFile {
  private let name: String
  private let files: MemoryFiles

  init(name: String, files: MemoryFiles) {
    self.name = name
    self.files = files
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws { try files.write(name, Array(bytes)) }
  func sync() throws { try files.sync(name) }
  func close() {}
}
