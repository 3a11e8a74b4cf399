import Kernel
import Patents

/// Turns the raw values of one row into a record, noting what had to be mended.
struct RecordBuilder {
  var record: PatentRecord
  private(set) var repairs: [Repair] = []

  init(office: String) { record = PatentRecord(office: office) }

  mutating func note(_ sort: Repair.Sort, _ field: PatentField, _ original: String) {
    repairs.append(Repair(sort, field, original))
  }

  /// The record, or a rejection if the row names nothing.
  func outcome(_ original: () -> String) -> FormatRow.Outcome {
    var record = record
    if let day = record.publicationDay, record.grantDay == nil, announcesGrant(on: day) { record.grantDay = day }
    let names = record.title != nil || record.publicationNumber != nil || record.applicationNumber != nil
    let identifies = names || record.applicationNumberState == .foreign || record.applicationNumberState == .wrongCheck
    return identifies ? .record(record, repairs: repairs) : .rejected(.empty(original()))
  }

  /// Whether a Chinese document of this kind is published by the announcement of its grant.
  ///
  /// Until 1992 a `B` was published before the grant, for opposition; the amended law of 1993 ended that.
  private func announcesGrant(on day: Day) -> Bool {
    guard record.office == "CN", day.year >= 1993, let kind = record.publicationNumber?.kindCode.first else {
      return false
    }
    return kind != "A"
  }

  /// The office follows from the number; the kind, too, unless the row tells it.
  ///
  /// - Parameter kindCode: completes a number that has none.
  mutating func setPublication(_ raw: String, kindCode: String? = nil) {
    do throws(PublicationNumberRefusal) {
      let number = try Self.publication(raw, kindCode)
      record.publicationNumber = number
      record.office = number.office
      if record.kind == nil { record.kind = PatentKind(kindCode: number.kindCode, office: number.office) }
    } catch {
      if let text = CleanText.line(raw) { note(.publicationUnreadable, .publicationNumber, text) }
    }
  }

  private static func publication(
    _ raw: String, _ kindCode: String?
  ) throws(PublicationNumberRefusal) -> PublicationNumber {
    do throws(PublicationNumberRefusal) {
      return try PublicationNumber(raw)
    } catch {
      guard error == .missingKindCode, let kindCode else { throw error }
      return try PublicationNumber(raw + kindCode)
    }
  }

  /// A number that is known to have lost digits.
  mutating func setRuinedApplication(_ raw: String) {
    record.applicationNumberRaw = CleanText.line(raw)
    record.applicationNumberState = .ruined
    note(.numberRuined, .applicationNumber, raw)
  }

  /// A number of the Chinese office.
  mutating func setChineseApplication(_ raw: String) {
    guard let text = CleanText.line(raw) else { return }
    record.applicationNumberRaw = text
    do throws(ApplicationNumberRefusal) {
      switch try ApplicationNumberReading(text) {
      case .checked(let number): (record.applicationNumber, record.applicationNumberState) = (number, .verified)
      case .withoutCheck(let number):
        (record.applicationNumber, record.applicationNumberState) = (number, .withoutCheck)
      }
      if record.kind == nil { record.kind = record.applicationNumber.map { PatentKind($0.kind) } }
    } catch {
      setUnusable(text, error)
    }
  }

  private mutating func setUnusable(_ text: String, _ refusal: ApplicationNumberRefusal) {
    switch refusal {
    case .wrongCheck:
      record.applicationNumberState = .wrongCheck
      note(.wrongCheck, .applicationNumber, text)
    case .roundedBySpreadsheet, .wrongLength, .impossibleYear, .unknownKind, .missingCheck:
      record.applicationNumberState = .ruined
      note(.numberRuined, .applicationNumber, text)
    case .foreignSymbol, .misplacedSpace:
      if Self.isRounded(text) {
        record.applicationNumberState = .ruined
        note(.numberRuined, .applicationNumber, text)
      } else if Self.isForeign(text) {
        record.applicationNumberState = .foreign
      } else {
        record.applicationNumberState = .ruined
        note(.numberUnreadable, .applicationNumber, text)
      }
    }
  }

  mutating func setForeignApplication(_ raw: String) {
    guard let text = CleanText.line(raw) else { return }
    record.applicationNumberRaw = text
    record.applicationNumberState = .foreign
  }

  /// Two letters other than CN and ZL, then a digit.
  private static func isForeign(_ text: String) -> Bool {
    let bytes = Array(text.uppercased().utf8.prefix(3))
    guard bytes.count == 3, bytes[..<2].allSatisfy({ (0x41...0x5A).contains($0) }) else { return false }
    return !text.uppercased().hasPrefix("CN") && !text.uppercased().hasPrefix("ZL")
  }

  /// What a spreadsheet makes of a long number: `2.01711E+12`.
  private static func isRounded(_ text: String) -> Bool {
    text.utf8.contains(0x45) && text.utf8.contains(0x2B)
  }

  mutating func addClass(_ raw: String) {
    do throws(IPCSymbolRefusal) {
      let symbol = try IPCSymbol(raw).description
      if !record.ipc.contains(symbol) { record.ipc.append(symbol) }
    } catch {
      if let text = CleanText.line(raw) { note(.classUnreadable, .ipc, text) }
    }
  }

  /// A date as `2019-07-09`, `2019.07.09`, `2019/7/9` or `20190709`.
  mutating func day(_ raw: String, _ field: PatentField) -> Day? {
    if raw.isEmpty { return nil }
    if let day = Day(raw) ?? Self.looseDay(raw) { return day }
    if let text = CleanText.line(raw) { note(.dateUnreadable, field, text) }
    return nil
  }

  private static func looseDay(_ raw: String) -> Day? {
    var numbers: [Int] = []
    var digits = 0
    for byte in raw.utf8 {
      switch byte {
      case 0x30...0x39:
        if digits == 0 { numbers.append(0) }
        digits += 1
        guard digits <= 8 else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
      case 0x2D, 0x2E, 0x2F: digits = 0
      case 0x20, 0x09: if !numbers.isEmpty, digits > 0 { return nil }
      default: return nil
      }
    }
    if numbers.count == 1, digits == 8 {
      return Day(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    }
    guard numbers.count == 3, numbers[0] >= 1_000 else { return nil }
    return Day(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
