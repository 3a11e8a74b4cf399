public import Access
public import Kernel
import PatentFormats
public import Patents

extension PatentDesk {
  /// A row of an imported file as it stands there; nil where the file is not kept, or has no such row.
  ///
  /// Files that people sent are kept, those that were imported by command line are not.
  /// - Complexity: reads the file up to the row.
  public func originalRow(_ row: Int, of id: ID<PatentImport>, by account: Account) async throws -> ImportedRow {
    try account.require(.readImports)
    let found = try await findImport(id, by: account)
    let path = uploadPath(found.file.hash)
    guard row > 0, row <= found.run.counts.rows, isFile(path),
      let format = try await reader(of: found.file, at: path)
    else { return ImportedRow(source: found, text: nil) }
    var text: String?
    do {
      try format.read(path: path, after: row - 1) { found in
        text = found.original
        throw Found()
      }
    } catch is Found {}
    return ImportedRow(source: found, text: text)
  }

  /// Ends the reading where the row is found.
  private struct Found: Error {}
}

/// A row with the import that read it.
public struct ImportedRow: Sendable {
  public let source: ImportFile
  /// At most some 2 kB of it.
  public let text: String?
}
