import Corpus
import Synchronization

/// The files of an index that lives as long as its snapshot: of a frozen dataset, which is small.
final class MemoryFiles: CorpusFiles {
  private let content = Mutex<[String: [UInt8]]>([:])

  func names() -> [String] { content.withLock { $0.keys.sorted() } }

  func create(_ name: String) -> any CorpusFile { MemoryFile { [self] bytes in content.withLock { $0[name] = bytes } } }

  func rename(_ name: String, to other: String) {
    content.withLock { content in content[other] = content.removeValue(forKey: name) }
  }

  func remove(_ name: String) { content.withLock { content in content[name] = nil } }

  func syncFolder() {}

  func map(_ name: String) throws(CorpusRefusal) -> MappedFile {
    guard let bytes = content.withLock({ $0[name] }) else { throw .unreadable(file: name, reason: "not written") }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    return MappedFile(UnsafeRawBufferPointer(copy)) { $0.deallocate() }
  }
}

private final class MemoryFile: CorpusFile {
  private var bytes: [UInt8] = []
  private let keep: ([UInt8]) -> Void

  init(_ keep: @escaping ([UInt8]) -> Void) { self.keep = keep }

  func write(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }
  func sync() { keep(bytes) }
  func close() {}
}
