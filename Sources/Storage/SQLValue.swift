public import Foundation
public import Kernel

/// A value as both databases keep it.
///
/// Values are equal if their types and bytes are: `é` in one code point is not `é` in two.
public enum SQLValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.integer(let left), .integer(let right)): left == right
    case (.real(let left), .real(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.blob(let left), .blob(let right)): left == right
    case (.null, _), (.integer, _), (.real, _), (.text, _), (.blob, _): false
    }
  }

  /// Both drivers ask this of what they bind.
  ///
  /// - Throws: ``StorageFault/failed(code:message:)`` for what one of the two databases cannot keep: a NUL
  ///   character in a text, a real that is not a number. The codes are PostgreSQL's.
  public func requireStorable() throws(StorageFault) {
    switch self {
    case .text(let text):
      if text.utf8.contains(0) { throw .failed(code: "22021", message: "a text with a NUL character") }
    case .real(let real): if real.isNaN { throw .failed(code: "22003", message: "a real that is not a number") }
    case .null, .integer, .blob: break
    }
  }
}

/// What can be bound to a statement.
public protocol SQLConvertible {
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible { public var sqlValue: SQLValue { self } }
extension String: SQLConvertible { public var sqlValue: SQLValue { .text(self) } }
extension Int: SQLConvertible { public var sqlValue: SQLValue { .integer(Int64(self)) } }
extension Int64: SQLConvertible { public var sqlValue: SQLValue { .integer(self) } }
extension Double: SQLConvertible { public var sqlValue: SQLValue { .real(self) } }
extension ID: SQLConvertible { public var sqlValue: SQLValue { .integer(number) } }
extension Fen: SQLConvertible { public var sqlValue: SQLValue { .integer(value) } }
extension BasisPoints: SQLConvertible { public var sqlValue: SQLValue { .integer(Int64(value)) } }

/// As ISO 8601 text: sorts, compares and reads alike in both dialects.
extension Day: SQLConvertible { public var sqlValue: SQLValue { .text(description) } }

/// 0 or 1; the column has a check.
extension Bool: SQLConvertible { public var sqlValue: SQLValue { .integer(self ? 1 : 0) } }

/// Milliseconds since 1970 UTC.
extension Date: SQLConvertible {
  public var sqlValue: SQLValue { .integer(Int64((timeIntervalSince1970 * 1_000).rounded())) }
}

extension [UInt8]: SQLConvertible { public var sqlValue: SQLValue { .blob(self) } }

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
  public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
