import CPostgres
import Storage

extension StorageFault {
  /// What the server said about a statement.
  init(result: OpaquePointer?, connection: OpaquePointer?) {
    let code = Self.field("C", of: result)
    let isLost = PQstatus(connection) == CONNECTION_BAD || code.hasPrefix("08") || code.hasPrefix("57P")
    if isLost {
      self = .unreachable(Self.message(of: connection))
    } else if code == "23505" {
      self = .duplicate(Self.field("n", of: result))
    } else {
      self = .failed(code: code, message: code.isEmpty ? Self.message(of: connection) : Self.field("M", of: result))
    }
  }

  static func message(of connection: OpaquePointer?) -> String {
    let text = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
    return text.split(separator: "\n").joined(separator: "; ")
  }

  /// The transaction lost a race against another (serialisation failure, deadlock) and may simply run again.
  var asksForRepetition: Bool {
    guard case .failed(let code, _) = self else { return false }
    return code == "40001" || code == "40P01" || isStalePlan
  }

  /// A migration has changed what a prepared statement gives back.
  var isStalePlan: Bool {
    guard case .failed("0A000", let message) = self else { return false }
    return message.contains("cached plan")
  }

  private static func field(_ name: Character, of result: OpaquePointer?) -> String {
    guard let text = PQresultErrorField(result, Int32(name.asciiValue ?? 0)) else { return "" }
    return String(cString: text)
  }
}
