import Kernel
import Patents

/// Turns the raw values of one row into a record, noting what had to be mended.
struct RecordBuilder {
  var record: PatentRecord
  private(set) var repairs: [Repair] = []

  init(office: String) { record = PatentRecord(office: office) }

  mutating func note(_ sort: Repair.Sort, _ field: PatentField?, _ original: String) {
    repairs.append(Repair(sort, field, original))
  }

  /// The record, or a rejection if the row names nothing.
  consuming func outcome(_ original: () -> String) -> FormatRow.Outcome {
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
  /// - Parameters:
  ///   - kindCode: completes a number that has none.
  ///   - office: completes a number that has none.
  mutating func setPublication(_ raw: String, kindCode: String? = nil, office: String? = nil) {
    do throws(PublicationNumberRefusal) {
      let number = try Self.publication(raw, kindCode, office)
      record.publicationNumber = number
      record.office = number.office
      if record.kind == nil { record.kind = PatentKind(kindCode: number.kindCode, office: number.office) }
    } catch {
      guard let text = CleanText.line(raw) else { return }
      if error == .missingKindCode
        || error == .missingOffice && text.utf8.contains(where: { (0x30...0x39).contains($0) })
        || Self.isChinesePublication(text)
      {
        setIncomplete(text, office)
      } else {
        note(.publicationUnreadable, .publicationNumber, text)
      }
    }
  }

  /// A number that lacks its kind code or its office stays as it is, and identifies within its own spelling.
  private mutating func setIncomplete(_ text: String, _ office: String?) {
    record.publicationNumberRaw = text
    let letters = text.uppercased().utf8.prefix(2)
    if letters.count == 2, letters.allSatisfy({ (0x41...0x5A).contains($0) }) {
      record.office = String(decoding: letters, as: UTF8.self)
    } else if let office {
      record.office = office
    }
    note(.numberIncomplete, .publicationNumber, text)
  }

  /// `CN102145` and its like: digits that an office could have given, of a length that none of today's has.
  private static func isChinesePublication(_ text: String) -> Bool {
    text.uppercased().hasPrefix("CN") && text.dropFirst(2).allSatisfy(\.isNumber) && text.utf8.count > 6
  }

  private static func publication(
    _ raw: String, _ kindCode: String?, _ office: String?
  ) throws(PublicationNumberRefusal) -> PublicationNumber {
    do throws(PublicationNumberRefusal) {
      return try PublicationNumber(raw)
    } catch {
      switch error {
      case .missingKindCode:
        guard let kindCode else { throw error }
        return try PublicationNumber(raw + kindCode)
      case .missingOffice:
        guard let office else { throw error }
        return try publication(office + raw, kindCode, nil)
      default: throw error
      }
    }
  }

  /// An application number of whatever office the record is of.
  mutating func setApplication(_ raw: String) {
    if record.publicationNumber == nil, let office = Self.foreignOffice(raw) { record.office = office }
    if record.office == "CN" { setChineseApplication(raw) } else { setForeignApplication(raw) }
  }

  /// The two letters that a number begins with, unless they are the Chinese office's.
  private static func foreignOffice(_ raw: String) -> String? {
    guard let text = CleanText.line(raw), isForeign(text) else { return nil }
    return String(text.uppercased().prefix(2))
  }

  /// All claims in one text: the first goes to a field of its own.
  mutating func setClaims(_ raw: String) {
    guard let text = CleanText.lines(raw) else { return }
    if record.firstClaim == nil { record.firstClaim = FirstClaim.of(text) }
    if text != record.firstClaim { record.claims = text }
  }

  /// The claims one by one.
  mutating func setClaims(_ claims: [String]) {
    record.firstClaim = claims.first
    if claims.count > 1 { record.claims = Self.lines(claims) }
  }

  /// Texts in a line each, in memory that is asked for once: claims are most of what a patent says.
  private static func lines(_ texts: [String]) -> String {
    var lines = ""
    lines.reserveCapacity(texts.reduce(texts.count) { $0 + $1.utf8.count })
    for place in texts.indices {
      if place > 0 { lines += "\n" }
      lines += texts[place]
    }
    return lines
  }

  /// A symbol of either classification.
  mutating func addAnyClass(_ raw: String) {
    if let locarno = LocarnoClass.leading(raw) {
      if !record.locarno.contains(locarno) { record.locarno.append(locarno) }
    } else {
      addClass(raw)
    }
  }

  mutating func addCPC(_ raw: String) {
    if let symbol = ClassText.symbol(raw) {
      if !record.cpc.contains(symbol) { record.cpc.append(symbol) }
    } else if let text = CleanText.line(raw) {
      note(.classUnreadable, nil, text)
    }
  }

  /// What a source says under a name of its own, if it says anything.
  mutating func addExtra(_ name: String, _ value: String?) {
    guard let value = value.flatMap(CleanText.lines), !record.extras.contains(where: { $0.name == name }) else {
      return
    }
    record.extras.append(PatentExtra(name: name, value: value))
  }

  /// Whether the record says as much as a cell of a column does.
  func holds(_ column: SheetColumn, _ value: String) -> Bool {
    switch column {
    case .kind: record.kind?.phrase.zh == value || record.kind?.phrase.en == value
    case .kindCode: record.publicationNumber?.kindCode == value
    case .office: record.office == value || record.office == OfficeName.code(value)
    default: false
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
      let symbol = try Self.ipc(raw)
      if !record.ipc.contains(symbol) { record.ipc.append(symbol) }
    } catch {
      if let text = CleanText.line(raw) { note(.classUnreadable, .ipc, text) }
    }
  }

  /// Behind the symbol offices write version, level and date: `B65D  51/18        20060101AFI20191003BHEP`.
  private static func ipc(_ raw: String) throws(IPCSymbolRefusal) -> String {
    do throws(IPCSymbolRefusal) {
      return try IPCSymbol(raw).description
    } catch {
      guard let symbol = ClassText.symbol(raw) else { throw error }
      return try IPCSymbol(symbol).description
    }
  }

  /// A date as `2019-07-09`, `2019.07.09`, `2019/7/9`, `20190709`, `2019年7月9日` or `09.07.2019`, with or without a time.
  mutating func day(_ raw: String, _ field: PatentField) -> Day? {
    if raw.isEmpty { return nil }
    if let day = Day(raw) ?? DayText.day(raw) { return day }
    guard let text = CleanText.line(raw) else { return nil }
    if let day = DayText.serialDay(text) {
      note(.serialDate, field, text)
      return day
    }
    // What offices write where there is no date.
    if text.allSatisfy({ $0 == "0" }) { return nil }
    note(.dateUnreadable, field, text)
    return nil
  }
}
