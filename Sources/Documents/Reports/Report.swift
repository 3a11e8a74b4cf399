public import Kernel

/// A report with figures: chapters, tables and charts, of whatever length.
///
/// It is a value without any layout: ``Report/pdf(fonts:)`` sets it on pages, ``Report/wordParts`` writes what a word
/// processor opens and goes on editing. The same report gives the same bytes.
public struct Report: Hashable, Sendable {
  public var language: Language
  public var title: String
  /// What stands under the title, a line each.
  public var subtitle: [String]
  public var author: String
  /// The day that the files are dated with.
  public var date: Day
  /// What stands at the foot of every page beside its number.
  public var footer: String
  public var blocks: [Block]

  public init(
    in language: Language, title: String, subtitle: [String] = [], author: String, date: Day, footer: String,
    blocks: [Block]
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.author = author
    self.date = date
    self.footer = footer
    self.blocks = blocks
  }

  public enum Block: Hashable, Sendable {
    /// Level 1 is a chapter.
    case heading(String, level: Int)
    case text(String)
    /// In small print.
    case note(String)
    case table(ReportTable)
    case chart(ReportChart)
  }
}

public struct ReportTable: Hashable, Sendable {
  public var caption: String
  public var columns: [Column]
  public var rows: [[String]]

  public struct Column: Hashable, Sendable {
    public var title: String
    /// Numbers stand on the right.
    public var isNumber: Bool

    public init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  public init(_ caption: String, columns: [Column], rows: [[String]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// One number a bar.
public struct ReportChart: Hashable, Sendable {
  public var caption: String
  public var sort: Sort
  public var bars: [Bar]
  /// What shading means, and what else must be known; a line each.
  public var notes: [String]

  public enum Sort: String, Hashable, Sendable {
    /// Upright, by year.
    case columns
    /// Lying, so that long names fit beside them.
    case bars
  }

  public struct Bar: Hashable, Sendable {
    public var label: String
    public var value: Int
    /// Whether the number is not complete yet: shaded and hatched.
    public var isOpen: Bool

    public init(_ label: String, _ value: Int, isOpen: Bool = false) {
      self.label = label
      self.value = value
      self.isOpen = isOpen
    }
  }

  public init(_ caption: String, _ sort: Sort, bars: [Bar], notes: [String] = []) {
    self.caption = caption
    self.sort = sort
    self.bars = bars
    self.notes = notes
  }
}
