/// The files in a ZIP file, read one by one with a limit on what may come out of it.
public final class ZipFolder {
  private let archive: ZipArchive
  /// The paths of its files, without folders, in the order of the archive.
  public let names: [String]

  /// - Throws: ``TableRefusal/notASpreadsheet`` if it is no ZIP file, ``TableRefusal/encryptedOrOld``,
  ///   ``TableRefusal/expandsTooMuch(limit:)``.
  public init(path: String, limit: ExpansionLimit = ExpansionLimit()) throws(TableRefusal) {
    archive = try ZipArchive(path: path, limit: limit)
    names = archive.names.filter { !$0.hasSuffix("/") && !$0.hasPrefix("__MACOSX/") }
  }

  /// All of a file, at most `limit` bytes of it.
  public func bytes(of name: String, limit: Int) throws(TableRefusal) -> [UInt8] {
    guard let part = try archive.open(name) else { throw .damaged }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let count = try part.read(into: buffer)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }
}
