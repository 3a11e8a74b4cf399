import Corpus
import Synchronization

/// The files of a folder on disk, until the process is killed at some operation: half of a write is done, and then nothing
/// more is.
final class FailingFiles: CorpusFiles {
  private let sound: DiskFiles
  private let left: Mutex<Int>

  init(folder: String, after operations: Int) throws(CorpusRefusal) {
    sound = try DiskFiles(folder: folder)
    left = Mutex(operations)
  }

  var isKilled: Bool { left.withLock { $0 <= 0 } }

  fileprivate enum Chance { case whole, half, none }

  fileprivate func next() -> Chance {
    left.withLock { left in
      left -= 1
      return left > 0 ? .whole : left == 0 ? .half : .none
    }
  }

  private func check(_ name: String) throws(CorpusRefusal) {
    guard next() == .whole else { throw Self.killed(name) }
  }

  fileprivate static func killed(_ name: String) -> CorpusRefusal { .unreadable(file: name, reason: "killed") }

  func names() throws(CorpusRefusal) -> [String] { try sound.names() }
  func map(_ name: String) throws(CorpusRefusal) -> MappedFile { try sound.map(name) }

  func create(_ name: String) throws(CorpusRefusal) -> any CorpusFile {
    try check(name)
    return FailingFile(name, try sound.create(name), of: self)
  }

  func rename(_ name: String, to other: String) throws(CorpusRefusal) {
    try check(name)
    try sound.rename(name, to: other)
  }

  func remove(_ name: String) throws(CorpusRefusal) {
    try check(name)
    try sound.remove(name)
  }

  func syncFolder() throws(CorpusRefusal) {
    try check(".")
    try sound.syncFolder()
  }
}

private final class FailingFile: CorpusFile {
  private let name: String
  private let sound: any CorpusFile
  private let files: FailingFiles

  init(_ name: String, _ sound: any CorpusFile, of files: FailingFiles) {
    self.name = name
    self.sound = sound
    self.files = files
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    switch files.next() {
    case .whole: try sound.write(bytes)
    case .half:
      try sound.write(UnsafeRawBufferPointer(rebasing: bytes.prefix(bytes.count / 2)))
      throw FailingFiles.killed(name)
    case .none: throw FailingFiles.killed(name)
    }
  }

  func sync() throws {
    guard files.next() == .whole else { throw FailingFiles.killed(name) }
    try sound.sync()
  }

  func close() { sound.close() }
}
