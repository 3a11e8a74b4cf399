import CPostgres
import Storage

/// Sends rows by COPY, in the server's text format: each column's own type reads it.
struct CopyStream {
  private let connection: PostgresConnection

  init(on connection: PostgresConnection) { self.connection = connection }

  /// - Parameter target: the table with its list of columns.
  /// - Returns: the number of rows inserted.
  func send(_ rows: [[SQLValue]], to target: String) throws -> Int {
    let opening = PostgresResult(PQexec(connection.pointer, "COPY \(target) FROM STDIN"))
    guard opening.status == PGRES_COPY_IN else {
      throw StorageFault(result: opening.pointer, connection: connection.pointer)
    }
    do {
      var block: [UInt8] = []
      block.reserveCapacity(1 << 17)
      for row in rows {
        try Self.append(row, to: &block)
        if block.count > 1 << 16 {
          put(block)
          block.removeAll(keepingCapacity: true)
        }
      }
      put(block)
    } catch {
      PQputCopyEnd(connection.pointer, "given up")
      _ = try? answer()
      throw error
    }
    PQputCopyEnd(connection.pointer, nil)
    return try answer()
  }

  /// A failure to send shows in the answer.
  private func put(_ block: [UInt8]) {
    block.withUnsafeBytes { buffer in
      _ = PQputCopyData(
        connection.pointer, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
  }

  private func answer() throws -> Int {
    var count = 0
    var fault: StorageFault?
    while true {
      let result = PostgresResult(PQgetResult(connection.pointer))
      guard result.pointer != nil else { break }
      if result.isSuccess {
        count = result.changeCount
      } else if fault == nil {
        fault = StorageFault(result: result.pointer, connection: connection.pointer)
      }
      if connection.isLost { break }
    }
    if let fault { throw fault }
    if connection.isLost { throw StorageFault.unreachable(StorageFault.message(of: connection.pointer)) }
    return count
  }

  private static func append(_ row: [SQLValue], to block: inout [UInt8]) throws {
    var isFirst = true
    for value in row {
      if !isFirst { block.append(tab) }
      isFirst = false
      try value.requireStorable()
      switch value {
      case .null: block.append(contentsOf: [backslash, UInt8(ascii: "N")])
      case .integer(let integer): block.append(contentsOf: "\(integer)".utf8)
      case .real(let real): block.append(contentsOf: "\(real)".utf8)
      case .text(let text): append(text, to: &block)
      case .blob(let bytes): append(bytes, to: &block)
      }
    }
    block.append(newline)
  }

  private static func append(_ text: String, to block: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case backslash: block.append(contentsOf: [backslash, backslash])
      case newline: block.append(contentsOf: [backslash, UInt8(ascii: "n")])
      case carriageReturn: block.append(contentsOf: [backslash, UInt8(ascii: "r")])
      case tab: block.append(contentsOf: [backslash, UInt8(ascii: "t")])
      default: block.append(byte)
      }
    }
  }

  /// As `\\x` and two hexadecimal digits a byte.
  private static func append(_ bytes: [UInt8], to block: inout [UInt8]) {
    block.append(contentsOf: [backslash, backslash, UInt8(ascii: "x")])
    for byte in bytes {
      block.append(digits[Int(byte >> 4)])
      block.append(digits[Int(byte & 15)])
    }
  }
}

private let backslash = UInt8(ascii: "\\")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let tab = UInt8(ascii: "\t")
private let digits = Array("0123456789abcdef".utf8)
