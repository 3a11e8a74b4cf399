import Kernel

/// Dates as tables and offices write them.
enum DayText {
  /// `2019.07.09`, `2019/7/9`, `20190709`, `2019年7月9日`, `2019-07-09 00:00:00`, `09.07.2019`; nil for anything that could be
  /// read in two ways, such as `07/09/2019`.
  static func day(_ raw: String) -> Day? {
    var numbers: [Int] = []
    var digits = 0
    var mark: UInt8 = 0
    var bytes = Array(raw.utf8.prefix(40))[...]
    while let byte = bytes.first, byte <= 0x20 { bytes = bytes.dropFirst() }
    loop: while let byte = bytes.first {
      switch byte {
      case 0x30...0x39:
        if digits == 0 {
          if numbers.count == 3 { return nil }
          numbers.append(0)
        }
        digits += 1
        guard digits <= 8 else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
      case 0x2D, 0x2E, 0x2F: (digits, mark) = (0, byte)
      // A time, or a zone, behind the date.
      case 0x20, 0x09, 0x54, 0x2B, 0x5A: break loop
      default:
        // 年, 月, 日
        if bytes.starts(with: [0xE5, 0xB9, 0xB4]) || bytes.starts(with: [0xE6, 0x9C, 0x88]) {
          digits = 0
        } else if bytes.starts(with: [0xE6, 0x97, 0xA5]) {
          bytes = bytes.dropFirst(3)
          break loop
        } else {
          return nil
        }
        bytes = bytes.dropFirst(2)
      }
      bytes = bytes.dropFirst()
    }
    guard isTime(bytes) else { return nil }
    return day(numbers, digits, mark)
  }

  private static func day(_ numbers: [Int], _ digits: Int, _ mark: UInt8) -> Day? {
    if numbers.count == 1, digits == 8 {
      return Day(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    }
    guard numbers.count == 3 else { return nil }
    if numbers[0] >= 1_000 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
    // Points stand between day, month and year; with a stroke it may be either way round.
    guard numbers[2] >= 1_000, mark == 0x2E || numbers[0] > 12 else { return nil }
    return Day(year: numbers[2], month: numbers[1], day: numbers[0])
  }

  /// Nothing, or a time of day with its zone.
  private static func isTime(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.allSatisfy { byte in
      (0x30...0x39).contains(byte) || [0x20, 0x09, 0x54, 0x3A, 0x2E, 0x2B, 0x2D, 0x5A].contains(byte)
    }
  }

  /// A day as spreadsheets count them, where a cell has lost its format: `43655` is 9 July 2019.
  ///
  /// From 1985, when the Chinese office began, to 2050; other numbers are no dates.
  static func serialDay(_ text: String) -> Day? {
    guard text.utf8.count == 5, let serial = Int(text), (31_048...55_153).contains(serial) else { return nil }
    return Day(number: serial - 25_569)
  }
}

/// Symbols of the IPC and the CPC in the texts of offices.
enum ClassText {
  /// The symbol that a text begins with, as `F02M 59/34`; nil if it has no group.
  static func symbol(_ text: String) -> String? {
    var bytes = Array(text.utf8.prefix(60))[...]
    func skipSpace() { while let byte = bytes.first, byte == 0x20 || byte == 0x09 { bytes = bytes.dropFirst() } }
    func digits() -> [UInt8] {
      let found = Array(bytes.prefix { (0x30...0x39).contains($0) })
      bytes = bytes.dropFirst(found.count)
      return found
    }
    skipSpace()
    let head = Array(bytes.prefix(4))
    guard head.count == 4, (0x41...0x48).contains(head[0]) || head[0] == 0x59, (0x30...0x39).contains(head[1]),
      (0x30...0x39).contains(head[2]), (0x41...0x5A).contains(head[3] & 0xDF)
    else { return nil }
    bytes = bytes.dropFirst(4)
    if bytes.first == 0x2D { bytes = bytes.dropFirst() }
    skipSpace()
    let main = digits()
    guard (1...4).contains(main.count), bytes.first == 0x2F else { return nil }
    bytes = bytes.dropFirst()
    skipSpace()
    let sub = digits()
    guard (2...6).contains(sub.count) else { return nil }
    let group = main.drop { $0 == 0x30 }
    let subclass = String(decoding: [head[0], head[1], head[2], head[3] & 0xDF], as: UTF8.self)
    return subclass + " " + String(decoding: group.isEmpty ? [0x30] : Array(group), as: UTF8.self) + "/"
      + String(decoding: sub, as: UTF8.self)
  }
}
