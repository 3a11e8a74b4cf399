import API
import Crypto
import Foundation
import Kernel

/// A file being written: its size and digest grow with it.
struct TemporaryFile: ~Copyable {
  let path: String
  private(set) var size: Int64 = 0
  private var hash = SHA256()
  private let handle: FileHandle

  /// `name`: unique in `folder`; never anything that a sender chose.
  init(in folder: String, named name: String) throws {
    path = "\(folder)/upload-\(name)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let made = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard made, let handle = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileWriteUnknown) }
    self.handle = handle
  }

  mutating func append(_ bytes: [UInt8]) throws {
    let data = Data(bytes)
    hash.update(data: data)
    size += Int64(bytes.count)
    try handle.write(contentsOf: data)
  }

  consuming func close(field: String, name: String, mediaType: String) throws -> UploadedFile {
    try handle.close()
    return UploadedFile(
      field: field, name: name, path: path, size: size, sha256: hexadecimal(hash.finalize()), mediaType: mediaType)
  }

  consuming func discard() {
    try? handle.close()
    try? FileManager.default.removeItem(atPath: path)
  }
}

extension UploadedFile {
  /// Removes the file if nobody has moved it away.
  func discard() { try? FileManager.default.removeItem(atPath: path) }
}
