import Foundation
import Kernel
import Testing

/// Numbers as offices and vendors print them.
///
/// All counts were established outside, by a script with regular
/// expressions and the formulas of the standards, over the same files.
@Suite(.enabled(if: samples != nil, "IPZONE_SAMPLES names no folder of sample data"))
struct `In the sample data` {
  @Test func `every Chinese number and class is read, or lacks only its kind code`() throws {
    var tally = Tally()
    var kinds: [ApplicationKind: Int] = [:]
    var (read, withoutKind, groups) = (0, 0, 0)
    for record in try records("cn_dev") {
      groups += try record.ipc.filter { try IPCSymbol($0).level >= .mainGroup }.count
      if let text = record.application_number {
        tally.note(text)
        kinds[try ApplicationNumberReading(text).number.kind, default: 0] += 1
      }
      guard let text = record.publication_number else { continue }
      do {
        #expect(try PublicationNumber(text).description == text)
        read += 1
      } catch PublicationNumberRefusal.missingKindCode {
        withoutKind += 1
      }
    }
    #expect(tally == Tally(checked: 12_654, withoutCheck: 9, rounded: 0, refused: 0))
    #expect(kinds == [.invention: 4_064, .utilityModel: 7_847, .design: 622, .pctInvention: 127, .pctUtilityModel: 3])
    #expect(read == 59_205)
    #expect(withoutKind == 3_225)
    #expect(groups == 63_599)
  }

  @Test(arguments: [
    ("CN_patent_appearance_designed", 482, 4_755), ("CN_patent_invention_authorized", 427, 4_334),
    ("CN_patent_invention_published", 2_067, 11_470), ("CN_patent_utility_new", 1_560, 14_911),
  ])
  func `the gazette's numbers are right or rounded by a spreadsheet`(file: String, valid: Int, rounded: Int) throws {
    var tally = Tally()
    for row in try table("formats/cnipa_gazette_csv/\(file).csv") where row.count > 4 { tally.note(row[4]) }
    #expect(tally == Tally(checked: valid, withoutCheck: 0, rounded: rounded, refused: 0))
  }

  @Test func `every publication number of eighty offices is read as it stands`() throws {
    var offices: [String: Int] = [:]
    for record in try records("en_patents") {
      let text = try #require(record.publication_number)
      let number = try PublicationNumber(text)
      #expect(number.description == text)
      offices[number.office, default: 0] += 1
    }
    #expect(offices.count == 80)
    #expect([offices["CN"], offices["JP"], offices["US"]] == [38_337, 47_263, 77_321])
  }

  /// The figure at the end is the FNV-1a hash of all canonical symbols in file order, a line each.
  @Test func `every classification symbol is read and written back`() throws {
    var (all, mainGroups, hash) = (Set<IPCSymbol>(), 0, UInt64(0xCBF2_9CE4_8422_2325))
    for row in try table("ref/ipc_symbols.csv") {
      let symbol = try IPCSymbol(row[0])
      #expect(symbol.description.filter { $0 != " " } == row[0])
      all.insert(symbol)
      if symbol.level == .mainGroup { mainGroups += 1 }
      for byte in "\(symbol.canonical)\n".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    #expect(all.count == 78_437)
    #expect(mainGroups == 7_433)
    #expect(hash == 0x67FE_6BBE_57AE_B8CE)
    #expect(all.sorted().map(\.canonical) == all.map(\.canonical).sorted())
  }

  @Test func `every agency code is read, one of an unknown province`() throws {
    let codes = try table("ref/agencies_observed.csv").map { try AgencyCode($0[0]) }
    #expect(codes.count == 91)
    #expect(codes.filter { !$0.isProvinceKnown }.map(\.description) == ["72003"])
  }

  @Test func `every division code is read`() throws {
    let rows = try table("ref/gb2260_divisions.csv")
    let codes = try rows.map { try DivisionCode($0[0]) }
    #expect(codes.count == 3_214)
    #expect(zip(codes, rows).allSatisfy { ($0.parent == nil) == ($1.last == "1") })
    let nanjing = try DivisionCode("320100")
    #expect(codes.filter { $0.isWithin(nanjing) }.count == 12)
  }

  /// Working days a year, counted from the notices: 249, 249, 251, 248, 248.
  @Test func `the announced years have their working days`() throws {
    let calendar = WorkingCalendar(years: try (2022...2026).map(holidays))
    let ends = try (2021...2026).map { try #require(Day(year: $0, month: 12, day: 31)) }
    let counts = zip(ends, ends.dropFirst()).map { calendar.workingDays(after: $0, through: $1) }
    #expect(counts == [249, 249, 251, 248, 248].map { WorkingDayCount(days: $0) })
    let acrossNewYear = try calendar.deadline(workingDays: 3, after: #require(Day("2022-12-28")))
    #expect(acrossNewYear.day.description == "2023-01-03")
    let acrossSpring = try calendar.deadline(workingDays: 10, after: #require(Day("2023-01-20")))
    #expect(acrossSpring.day.description == "2023-02-08")
  }

  private func holidays(_ year: Int) throws -> HolidayYear {
    struct File: Decodable {
      struct Entry: Decodable { let date: String, isOffDay: Bool }
      let days: [Entry]
    }
    let file = try JSONDecoder().decode(File.self, from: contents("ref/holidays-cn/\(year).json"))
    let days = { (isOff: Bool) in file.days.filter { $0.isOffDay == isOff }.compactMap { Day($0.date) } }
    return HolidayYear(year: year, off: days(true), working: days(false))
  }
}

private struct Tally: Equatable {
  var checked = 0
  var withoutCheck = 0
  var rounded = 0
  var refused = 0

  mutating func note(_ text: String) {
    do throws(ApplicationNumberRefusal) {
      switch try ApplicationNumberReading(text) {
      case .checked: checked += 1
      case .withoutCheck: withoutCheck += 1
      }
    } catch {
      if error == .roundedBySpreadsheet { rounded += 1 } else { refused += 1 }
    }
  }
}
