import Foundation
import PatentsStore
import Patents

/// The files that an import was given, folders opened.
struct ImportFiles {
  struct Entry: Sendable {
    let path: String
    /// Found in a folder: somebody did not name it, so it may be something else.
    let isFound: Bool

    var name: String { URL(fileURLWithPath: path).lastPathComponent }
  }

  let entries: [Entry]

  /// - Throws: ``PatentRefusal/noSuchFile(_:)``, ``CommandRefusal/nothingToImport``
  init(_ paths: [String]) throws {
    var entries: [Entry] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw PatentRefusal.noSuchFile(path)
      }
      entries += isFolder.boolValue ? Self.below(path) : [Entry(path: path, isFound: false)]
    }
    guard !entries.isEmpty else { throw CommandRefusal.nothingToImport }
    self.entries = entries
  }

  /// In the order of their paths, so that every run takes them alike; hidden files are left out.
  private static func below(_ folder: String) -> [Entry] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return nil }
      let path = folder + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        return nil
      }
      return Entry(path: path, isFound: true)
    }
  }
}
