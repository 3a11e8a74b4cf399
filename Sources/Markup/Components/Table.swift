public import Kernel

/// A column of a ``table(_:columns:rows:)``.
public struct Column: Sendable {
  let heading: Phrase
  let sort: ColumnSort

  public init(_ heading: Phrase, _ sort: ColumnSort = .text) {
    self.heading = heading
    self.sort = sort
  }
}

/// How the cells of a column are set.
public enum ColumnSort: Sendable {
  case text
  /// To the right, with figures of one width.
  case number
  /// Codes, numbers and dates that must not break.
  case code
  /// What the row is about: a heading for those who hear the table.
  case name
}

/// A table that a phone shows as one card a row, and paper with its headings on each page.
///
/// - `caption`: what the table holds; read out, and printed above it.
/// - `rows`: as many cells as there are columns.
public func table(_ caption: Phrase, columns: [Column], rows: [[HTML]]) -> HTML {
  """
  <div class="table-region" role="region" aria-label="\(caption)" tabindex="0">
  <table class="data"><caption>\(caption)</caption>
  <thead><tr>\(columns.map { "<th scope=\"col\"\(cellClass($0.sort))>\($0.heading)</th>" as HTML })</tr></thead>
  <tbody>
  \(rows.map { row(of: $0, columns) })</tbody></table></div>
  """
}

private func row(of cells: [HTML], _ columns: [Column]) -> HTML {
  let cells = zip(columns, cells).map { column, cell -> HTML in
    let label: HTML = "<span class=\"cell-label\" aria-hidden=\"true\">\(column.heading)</span>"
    return switch column.sort {
    case .name: "<th scope=\"row\"\(cellClass(column.sort))>\(label)<span class=\"cell\">\(cell)</span></th>"
    case .text, .number, .code: "<td\(cellClass(column.sort))>\(label)<span class=\"cell\">\(cell)</span></td>"
    }
  }
  return "<tr>\(cells)</tr>\n"
}

private func cellClass(_ sort: ColumnSort) -> HTML {
  switch sort {
  case .text: ""
  case .number: " class=\"number\""
  case .code: " class=\"code\""
  case .name: " class=\"name\""
  }
}

/// Pairs of a word and what it stands for: the facts of one record.
public func definitions(_ pairs: [(Phrase, HTML)]) -> HTML {
  let pairs = pairs.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" as HTML }
  return "<dl class=\"facts\">\n\(pairs)</dl>"
}
