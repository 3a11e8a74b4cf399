public import Foundation
public import Kernel

/// One row of a result, decoded by position in the order of the statement's columns.
public struct Row: Sendable {
  public let values: [SQLValue]
  public init(_ values: [SQLValue]) { self.values = values }

  /// A reader that hands out the columns from left to right.
  public var columns: Columns { Columns(values: values) }
}

/// The columns of a row, taken from left to right, each as the type the caller names.
///
/// An initialiser that reads a row lists its columns in the order of the statement; one column too
/// few, too many (``end()``) or of another type is a ``RowFault``.
public struct Columns {
  private let values: [SQLValue]
  private var position = 0

  init(values: [SQLValue]) { self.values = values }

  public mutating func text() throws(RowFault) -> String {
    let value = try next()
    guard case .text(let text) = value else { throw fault("text", value) }
    return text
  }

  public mutating func integer() throws(RowFault) -> Int64 {
    let value = try next()
    guard case .integer(let integer) = value else { throw fault("integer", value) }
    return integer
  }

  public mutating func real() throws(RowFault) -> Double {
    let value = try next()
    switch value {
    case .real(let real): return real
    case .integer(let integer): return Double(integer)
    case .null, .text, .blob: throw fault("real", value)
    }
  }

  public mutating func blob() throws(RowFault) -> [UInt8] {
    let value = try next()
    guard case .blob(let bytes) = value else { throw fault("blob", value) }
    return bytes
  }

  public mutating func int() throws(RowFault) -> Int { Int(try integer()) }
  public mutating func bool() throws(RowFault) -> Bool { try integer() != 0 }
  public mutating func date() throws(RowFault) -> Date { Date(timeIntervalSince1970: Double(try integer()) / 1_000) }
  public mutating func id<Entity>(of _: Entity.Type = Entity.self) throws(RowFault) -> ID<Entity> { ID(try integer()) }

  public mutating func day() throws(RowFault) -> Day {
    let text = try text()
    guard let day = Day(text) else { throw fault("day", .text(text)) }
    return day
  }

  public mutating func value<Value: RawRepresentable<String>>(_: Value.Type = Value.self) throws(RowFault) -> Value {
    let text = try text()
    guard let value = Value(rawValue: text) else { throw fault("\(Value.self)", .text(text)) }
    return value
  }

  /// The next column as `read` reads it, or nil where it is NULL.
  ///
  /// `let day = try row.optional { try $0.day() }`
  public mutating func optional<Value>(_ read: (inout Columns) throws -> Value) throws -> Value? {
    guard position < values.count else { throw RowFault(column: position, wanted: "a column", found: nil) }
    if case .null = values[position] {
      position += 1
      return nil
    }
    return try read(&self)
  }

  public mutating func raw() throws(RowFault) -> SQLValue { try next() }

  /// - Throws: ``RowFault`` if columns are left over.
  public func end() throws(RowFault) {
    guard position == values.count else {
      throw RowFault(column: position, wanted: "no further column", found: values[position])
    }
  }

  private mutating func next() throws(RowFault) -> SQLValue {
    guard position < values.count else { throw RowFault(column: position, wanted: "a column", found: nil) }
    defer { position += 1 }
    return values[position]
  }

  /// About the column that was taken last.
  private func fault(_ wanted: String, _ found: SQLValue) -> RowFault {
    RowFault(column: position - 1, wanted: wanted, found: found)
  }
}

/// The schema and the code disagree: always a defect, never a refusal.
///
/// It names what it found by sort alone: a log must not learn a value, which may be somebody's name.
public struct RowFault: Error, Equatable, CustomStringConvertible {
  public let column: Int
  public let wanted: String
  public let found: SQLValue?

  public init(column: Int, wanted: String, found: SQLValue?) {
    self.column = column
    self.wanted = wanted
    self.found = found
  }

  public var description: String { "column \(column): wanted \(wanted), found \(found.map(sort(of:)) ?? "none")" }

  private func sort(of value: SQLValue) -> String {
    switch value {
    case .null: "NULL"
    case .integer: "an integer"
    case .real: "a real"
    case .text: "a text"
    case .blob: "bytes"
    }
  }
}
