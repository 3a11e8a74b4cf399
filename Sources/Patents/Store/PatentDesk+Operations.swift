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
      DeskOperation("patents.trademark-page", needs: .readPatents) {
        _ = try await desk.trademarks(TrademarkFilter(), limit: 1, by: $0)
      },
      DeskOperation("patents.trademark", needs: .readPatents) { _ = try await desk.trademark(ID(-1), by: $0) },
      DeskOperation("patents.trademarks-of", needs: .exportPatents) {
        _ = try await desk.trademarks(of: [String](), by: $0)
      },
      DeskOperation("patents.source-terms", needs: .setSourceTerms) { _ = try await desk.sourceTerms(by: $0) },
      DeskOperation("patents.source-order", needs: .readImports) { _ = try await desk.sourceOrder(by: $0) },
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
      DeskOperation("patents.begin-trademark-export", needs: .exportPatents) {
        do { _ = try await desk.beginTrademarkExport(TrademarkFilter(), by: $0.nameless) } catch is StorageFault {}
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
    ] + mappingOperations
  }

  private var mappingOperations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("patents.upload-columns", needs: .importPatents) {
        _ = try await desk.columns(ofUpload: "", by: $0)
      },
      DeskOperation("patents.needs-columns", needs: .importPatents) { _ = try await desk.needsColumns("", by: $0) },
      DeskOperation("patents.save-mapping", needs: .importPatents) {
        try await desk.saveMapping(named: "", columns: [], by: $0)
      },
      DeskOperation("patents.mappings", needs: .readImports) { _ = try await desk.mappings(by: $0) },
      DeskOperation("patents.find-mapping", needs: .readImports) { _ = try await desk.findMapping(ID(-1), by: $0) },
      DeskOperation("patents.withdraw-mapping", needs: .importPatents) {
        try await desk.withdrawMapping(ID(-1), because: "", by: $0)
      },
    ]
  }

  /// Both are noted with the name of who orders them: nothing is written.
  private var reorderOperations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("patents.reorder", needs: .reorderSources) {
        do { _ = try await desk.reorder(by: $0.nameless) } catch is StorageFault {}
      },
      DeskOperation("patents.order-reorder", needs: .reorderSources) {
        do { _ = try await desk.orderReorder(by: $0.nameless) } catch is StorageFault {}
      },
    ]
  }

  private var changingOperations: [DeskOperation] {
    let desk = self
    return reorderOperations + [
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
