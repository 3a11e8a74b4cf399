import Glibc
import Kernel

/// Collects the rows of a sheet while its XML is read.
final class SheetReader: XMLVisitor {
  static let vocabulary = ["row", "c", "v", "t", "rPh"]

  private let strings: SharedStrings
  private let styles: SheetStyles
  private let usesDatesFrom1904: Bool

  private var rows: [XLSXRow] = []
  private var number = 0
  private var cells: [XLSXCell?] = []
  private var column = -1
  private var kind = CellKind.number
  private var style = -1
  private var value: [UInt8] = []
  private var isInValue = false
  private var isInReading = false
  private var hasValue = false
  /// What the cells hold that were read since rows were taken.
  private var heldBytes = 0

  private enum CellKind { case number, shared, inline, text, boolean, error, date }

  /// The columns that a sheet can have.
  private static let mostColumns = 16_384

  /// The bytes that cells may hold at once: about a thousand cells are read between two takings, and an office program
  /// fills 32 kilobytes a cell at most.
  private static let mostHeldBytes = 64 << 20

  var holdsTooMuch: Bool { heldBytes + value.count > Self.mostHeldBytes }

  init(strings: SharedStrings, styles: SheetStyles, usesDatesFrom1904: Bool) {
    self.strings = strings
    self.styles = styles
    self.usesDatesFrom1904 = usesDatesFrom1904
  }

  /// The rows that are complete, once.
  func takeRows() -> [XLSXRow] {
    defer {
      rows.removeAll(keepingCapacity: true)
      heldBytes = 0
    }
    return rows
  }

  func start(_ name: Int, _ attributes: XMLAttributes) {
    switch name {
    case 0:
      number = attributes.bytes("r").flatMap(Self.decimal) ?? number + 1
      cells.removeAll(keepingCapacity: true)
      column = -1
    case 1:
      column = attributes.bytes("r").flatMap(Self.column) ?? column + 1
      kind = Self.kind(attributes.bytes("t"))
      style = attributes.bytes("s").flatMap(Self.decimal) ?? -1
      value.removeAll(keepingCapacity: true)
      hasValue = false
    case 2, 3: (isInValue, hasValue) = (true, true)
    case 4: isInReading = true
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInValue, !isInReading, !holdsTooMuch { value.append(contentsOf: bytes) }
  }

  func end(_ name: Int) {
    switch name {
    case 0: rows.append(XLSXRow(number: number, cells: cells))
    case 1: endCell()
    case 2, 3: isInValue = false
    case 4: isInReading = false
    default: break
    }
  }

  private func endCell() {
    guard hasValue, column >= 0, column < Self.mostColumns, !holdsTooMuch, let cell = cell() else { return }
    if case .text(let text) = cell { heldBytes += text.utf8.count }
    while cells.count < column { cells.append(nil) }
    if cells.count == column { cells.append(cell) } else { cells[column] = cell }
  }

  private func cell() -> XLSXCell? {
    switch kind {
    case .shared: return value.withUnsafeBufferPointer(Self.decimal).flatMap(strings.text).map { .text(cellText($0)) }
    case .inline, .text: return .text(cellText(String(decoding: value, as: UTF8.self)))
    case .boolean: return .boolean(value == [0x31])
    case .error: return .error(String(decoding: value, as: UTF8.self))
    case .date:
      let text = String(decoding: value, as: UTF8.self)
      return Day(text.prefix(10)).map(XLSXCell.day) ?? .text(text)
    case .number:
      let text = String(decoding: value, as: UTF8.self)
      if text.isEmpty { return nil }
      if styles.showsDate(style: style), let serial = Double(text), let day = day(serial) { return .day(day) }
      return styles.showsShare(style: style) ? .share(text) : .number(text)
    }
  }

  /// The day that a serial number stands for.
  ///
  /// Serial 60 is 29 February 1900, which never was: an error of the first spreadsheets that the format keeps.
  private func day(_ serial: Double) -> Day? {
    guard serial >= 1, serial < 2_958_466 else { return nil }
    let whole = Int(serial)
    if usesDatesFrom1904 { return Day(number: whole - 24_107) }
    return whole == 60 ? nil : Day(number: whole - (whole > 60 ? 25_569 : 25_568))
  }

  private static func kind(_ type: UnsafeBufferPointer<UInt8>?) -> CellKind {
    guard let type, let first = type.first else { return .number }
    switch first {
    case UInt8(ascii: "s"): return type.count == 1 ? .shared : .text
    case UInt8(ascii: "i"): return .inline
    case UInt8(ascii: "b"): return .boolean
    case UInt8(ascii: "e"): return .error
    case UInt8(ascii: "d"): return .date
    default: return .number
    }
  }

  /// The column of a reference: `AH200` is in column 33, counted from 0.
  private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in reference {
      guard (0x41...0x5A).contains(byte), column < mostColumns else { break }
      column = column * 26 + Int(byte - 0x40)
    }
    return column == 0 ? nil : column - 1
  }

  private static func decimal(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
