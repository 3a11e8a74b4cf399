/// A statement whose interpolated values are bound, never pasted: injection cannot be written.
public struct SQL: Sendable, Equatable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Sendable, Equatable {
    case text(String)
    case value(SQLValue)
  }

  fileprivate var parts: [Part]

  public init(stringLiteral literal: String) { parts = [.text(literal)] }
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// A name that the program itself made (a table, a column); never a user's text.
  ///
  /// - Precondition: `name` has only lower-case letters, digits and underscores.
  public init(name: String) {
    precondition(
      !name.isEmpty && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F },
      "not a name of the schema: \(name)")
    parts = [.text(name)]
  }

  /// The text with the dialect's placeholders (`?` or `$1`), and the values in their order.
  public func rendered(for dialect: Dialect) -> (text: String, values: [SQLValue]) {
    var text = ""
    var values: [SQLValue] = []
    for part in parts {
      switch part {
      case .text(let fragment): text += fragment
      case .value(let value):
        values.append(value)
        text += dialect.placeholder(values.count)
      }
    }
    return (text, values)
  }

  /// `fragments` with `separator` between them; empty for none.
  public static func joined(_ fragments: some Sequence<SQL>, by separator: String) -> SQL {
    var joined: SQL = ""
    var first = true
    for fragment in fragments {
      if !first { joined.parts.append(.text(separator)) }
      joined.parts += fragment.parts
      first = false
    }
    return joined
  }

  /// `(1, 2, 3)` for `IN`, each value bound; `(NULL)`, which matches nothing, for none.
  public static func list(_ values: some Sequence<some SQLConvertible>) -> SQL {
    let bound = values.map { value -> SQL in "\(value)" }
    return bound.isEmpty ? "(NULL)" : "(\(joined(bound, by: ", ")))"
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []
    public init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(2 * interpolationCount + 1) }
    public mutating func appendLiteral(_ literal: String) { parts.append(.text(literal)) }
    public mutating func appendInterpolation(_ value: some SQLConvertible) { parts.append(.value(value.sqlValue)) }
    public mutating func appendInterpolation(_ value: (some SQLConvertible)?) { parts.append(.value(value.sqlValue)) }
    public mutating func appendInterpolation(_ fragment: SQL) { parts += fragment.parts }
  }
}

/// What differs between the two databases, and nothing else.
public enum Dialect: String, Sendable, CaseIterable {
  case sqlite
  case postgres

  func placeholder(_ index: Int) -> String {
    switch self {
    case .sqlite: "?"
    case .postgres: "$\(index)"
    }
  }

  /// The type of a 64-bit key: SQLite keeps an `INTEGER PRIMARY KEY` in the table itself.
  public var key: SQL {
    switch self {
    case .sqlite: "INTEGER"
    case .postgres: "BIGINT"
    }
  }

  /// The type of bytes.
  public var bytes: SQL {
    switch self {
    case .sqlite: "BLOB"
    case .postgres: "BYTEA"
    }
  }

  /// Text that compares by its bytes, as SQLite does by itself.
  public var text: SQL {
    switch self {
    case .sqlite: "TEXT"
    case .postgres: "TEXT COLLATE \"C\""
    }
  }

  /// What ends a CREATE TABLE whose rows lie in the order of their key; PostgreSQL has no such tables.
  public var keyedStorage: SQL {
    switch self {
    case .sqlite: "WITHOUT ROWID"
    case .postgres: ""
    }
  }

  /// What ends a SELECT whose rows the transaction is about to change.
  ///
  /// SQLite has one writer at a time and needs nothing.
  public var forUpdate: SQL {
    switch self {
    case .sqlite: ""
    case .postgres: "FOR UPDATE"
    }
  }
}
