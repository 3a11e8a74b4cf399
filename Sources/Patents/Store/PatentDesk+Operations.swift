public import Access
import Foundation
import Kernel
import Patents
import Storage

extension PatentDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] { lookingOperations + importOperations + changingOperations }

  private var lookingOperations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("patents.page", needs: .readPatents) { _ = try await desk.page(limit: 1, by: $0) },
      DeskOperation("patents.facets", needs: .readPatents) { _ = try await desk.facets(by: $0) },
      DeskOperation("patents.find", needs: .readPatents) { _ = try await desk.find(ID(-1), by: $0) },
      DeskOperation("patents.imports", needs: .readImports) { _ = try await desk.imports(limit: 1, by: $0) },
      DeskOperation("patents.find-import", needs: .readImports) { _ = try await desk.findImport(ID(-1), by: $0) },
      DeskOperation("patents.notes", needs: .readImports) { _ = try await desk.notes(of: ID(-1), by: $0) },
      DeskOperation("patents.original-row", needs: .readImports) {
        _ = try await desk.originalRow(1, of: ID(-1), by: $0)
      },
      DeskOperation("patents.trademarks", needs: .readPatents) { _ = try await desk.trademarks(limit: 1, by: $0) },
      DeskOperation("patents.source-terms", needs: .setSourceTerms) { _ = try await desk.sourceTerms(by: $0) },
      DeskOperation("patents.lines", needs: .exportPatents) { _ = try await desk.lines(of: [], by: $0) },
    ] + exportOperations
  }

  /// An export is noted with the name of who made it.
  ///
  /// No database keeps a NUL, so nothing is written.
  private var exportOperations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("patents.export", needs: .exportPatents) {
        do { _ = try await desk.export(by: $0.nameless) { _ in } } catch is StorageFault {}
      },
      DeskOperation("patents.begin-export", needs: .exportPatents) {
        do { _ = try await desk.beginExport(of: 0, as: "csv", by: $0.nameless) } catch is StorageFault {}
      },
    ]
  }

  private var importOperations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("patents.import", needs: .importPatents) {
        _ = try await desk.importFile(at: "", named: "", by: $0)
      },
      DeskOperation("patents.preview", needs: .importPatents) { _ = try await desk.preview(at: "", by: $0) },
      DeskOperation("patents.keep-upload", needs: .importPatents) {
        // A path that leads nowhere, and is not empty: "" is the working directory to some.
        try desk.keepUpload(at: "/dev/null/none", sha256: "", named: "", by: $0)
      },
      DeskOperation("patents.preview-upload", needs: .importPatents) {
        _ = try await desk.previewUpload("", by: $0)
      },
      DeskOperation("patents.order-import", needs: .importPatents) {
        _ = try await desk.orderImport(of: "", by: $0)
      },
    ]
  }

  private var changingOperations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("patents.withdraw-import", needs: .withdrawImports) {
        try await desk.withdraw(ID(-1), because: "", by: $0)
      },
      DeskOperation("patents.reserve", needs: .setSourceTerms) {
        try await desk.reserve("", because: "", by: $0)
      },
      DeskOperation("patents.release", needs: .setSourceTerms) {
        try await desk.release("", because: "", by: $0)
      },
      DeskOperation("patents.merge", needs: .mergePatents) {
        try await desk.merge(ID(-1), into: ID(-1), because: "", seen: -1, by: $0)
      },
    ]
  }
}

extension Account {
  fileprivate var nameless: Account {
    Account(id: id, standing: standing, name: "\u{0}", displayName: "", roles: roles, permissions: permissions)
  }
}
