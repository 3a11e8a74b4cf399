#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of one folder, as the index writes and reads them.
///
/// The one of the disk and one that fails at a chosen moment, which the tests hold the promises against.
public protocol CorpusFiles: Sendable {
  func names() throws(CorpusRefusal) -> [String]
  func create(_ name: String) throws(CorpusRefusal) -> any CorpusFile
  /// Atomic: afterwards the name is either what it was or the other file.
  func rename(_ name: String, to other: String) throws(CorpusRefusal)
  func remove(_ name: String) throws(CorpusRefusal)
  /// Makes names durable.
  func syncFolder() throws(CorpusRefusal)
  func map(_ name: String) throws(CorpusRefusal) -> MappedFile
}

/// A file being written.
public protocol CorpusFile: AnyObject {
  func write(_ bytes: UnsafeRawBufferPointer) throws
  /// Makes its content durable.
  func sync() throws
  func close()
}

/// A file in memory, as long as somebody holds it; removing its name does not disturb it.
public final class MappedFile: @unchecked Sendable {  // The bytes are read only, and unmapped when nobody is left.
  public let bytes: UnsafeRawBufferPointer
  private let free: @Sendable (UnsafeRawBufferPointer) -> Void

  public init(_ bytes: UnsafeRawBufferPointer, free: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
    self.bytes = bytes
    self.free = free
  }

  deinit { free(bytes) }
}

/// The files of a folder on disk.
public struct DiskFiles: CorpusFiles {
  let folder: String

  /// - Parameter folder: made if it is not there; its parent is.
  public init(folder: String) throws(CorpusRefusal) {
    self.folder = folder
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw Self.refusal(folder) }
  }

  static func refusal(_ name: String) -> CorpusRefusal {
    .unreadable(file: name, reason: String(cString: strerror(errno)))
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  public func names() throws(CorpusRefusal) -> [String] {
    guard let listing = opendir(folder) else { throw Self.refusal(folder) }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  public func create(_ name: String) throws(CorpusRefusal) -> any CorpusFile {
    let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw Self.refusal(name) }
    return DiskFile(name: name, descriptor: descriptor)
  }

  public func rename(_ name: String, to other: String) throws(CorpusRefusal) {
    #if canImport(Glibc)
      guard Glibc.rename(path(name), path(other)) == 0 else { throw Self.refusal(name) }
    #else
      guard Darwin.rename(path(name), path(other)) == 0 else { throw Self.refusal(name) }
    #endif
  }

  public func remove(_ name: String) throws(CorpusRefusal) {
    guard unlink(path(name)) == 0 || errno == ENOENT else { throw Self.refusal(name) }
  }

  public func syncFolder() throws(CorpusRefusal) {
    let descriptor = open(folder, O_RDONLY)
    guard descriptor >= 0 else { throw Self.refusal(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Self.refusal(folder) }
  }

  public func map(_ name: String) throws(CorpusRefusal) -> MappedFile {
    let descriptor = open(path(name), O_RDONLY)
    guard descriptor >= 0 else { throw Self.refusal(name) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw Self.refusal(name) }
    let size = Int(facts.st_size)
    guard size > 0 else { return MappedFile(UnsafeRawBufferPointer(start: nil, count: 0)) { _ in } }
    guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else {
      throw Self.refusal(name)
    }
    return MappedFile(UnsafeRawBufferPointer(start: start, count: size)) { bytes in
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
  }
}

private final class DiskFile: CorpusFile {
  private let name: String
  private var descriptor: Int32

  init(name: String, descriptor: Int32) {
    self.name = name
    self.descriptor = descriptor
  }

  deinit { close() }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, start, rest.count)
      #else
        let count = Darwin.write(descriptor, start, rest.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw DiskFiles.refusal(name) }
      rest = rest.dropFirst(count)
    }
  }

  func sync() throws { guard fsync(descriptor) == 0 else { throw DiskFiles.refusal(name) } }

  func close() {
    guard descriptor >= 0 else { return }
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
    descriptor = -1
  }
}
