import Foundation
public import Kernel
import PatentFormats
import Patents
import Portfolios
import Tables

/// A file of an old platform, read by the formats of the import desk: columns are known by their headers, in any order.
public struct OldPlatformTable: Sendable {
  public static let mostRows = 100_000

  public let format: Phrase
  let rows: [Row]

  /// What a row says of a patent, or why it says nothing that can be used.
  struct Row: Sendable {
    let place: Int
    let line: Int
    let number: String
    let title: String
    let content: Result<Content, Rejected>
  }

  struct Content: Sendable {
    let number: ApplicationNumber
    let title: String?
    let kind: PatentKind
    let filedOn: Day?
    let grantedOn: Day?
    let applicants: [String]
    let inventors: [String]
    let legalStatus: String?
    let department: String?
    let reduction: FeeReduction?
    let paidThrough: Int?
    let share: BasisPoints?
  }

  struct Rejected: Error {
    let code: String
    let words: Phrase

    init(_ fault: OldPlatformFault) { (code, words) = (fault.code, fault.phrase) }
    init(code: String, _ words: Phrase) { (self.code, self.words) = (code, words) }
  }

  /// A file without rows.
  static let none = OldPlatformTable(format: Phrase(zh: "", en: ""), rows: [])

  private init(format: Phrase, rows: [Row]) {
    self.format = format
    self.rows = rows
  }

  /// - Throws: what the formats refuse a file with; ``PortfolioRefusal/noRows``, ``PortfolioRefusal/tooManyRows(limit:)``.
  public init(path: String) throws {
    let format = try FormatRecognition.recognise(path: path)
    var rows: [Row] = []
    try format.read(path: path) { row in
      guard rows.count < Self.mostRows else { throw PortfolioRefusal.tooManyRows(limit: Self.mostRows) }
      rows.append(Self.row(row))
    }
    guard !rows.isEmpty else { throw PortfolioRefusal.noRows }
    self.format = format.name
    self.rows = rows
  }

  private static func row(_ row: FormatRow) -> Row {
    switch row.outcome {
    case .record(let record, _):
      let number = record.applicationNumberRaw ?? record.publicationNumberRaw ?? record.publicationNumber?.description
      return Row(
        place: row.number, line: row.line, number: shortened(number ?? ""), title: shortened(record.title ?? ""),
        content: Result { () throws(Rejected) in try content(record) })
    case .trademark:
      return Row(
        place: row.number, line: row.line, number: "", title: shortened(row.original),
        content: .failure(Rejected(.notPatent)))
    case .rejected(let rejection):
      return Row(
        place: row.number, line: row.line, number: "", title: shortened(rejection.original),
        content: .failure(Rejected(code: OldPlatformFault.unreadable.code, rejection.phrase)))
    }
  }

  private static func shortened(_ text: String) -> String { text.count > 120 ? text.prefix(120) + "…" : text }

  private static func content(_ record: PatentRecord) throws(Rejected) -> Content {
    switch record.applicationNumberState {
    case .ruined: throw Rejected(.ruined)
    case .wrongCheck: throw Rejected(.wrongCheck)
    case .foreign: throw Rejected(.foreign)
    case .verified, .withoutCheck, nil: break
    }
    guard record.office == "CN" else { throw Rejected(.foreign) }
    guard let number = record.applicationNumber else { throw Rejected(.noNumber) }
    if let filed = record.filingDay, let granted = record.grantDay, granted < filed {
      throw Rejected(.grantedBeforeFiled)
    }
    let words = OwnColumns(record.extras)
    return Content(
      number: number, title: record.title, kind: record.kind ?? PatentKind(number.kind), filedOn: record.filingDay,
      grantedOn: record.grantDay, applicants: record.applicants, inventors: record.inventors,
      legalStatus: record.legalStatus, department: words.department, reduction: words.reduction,
      paidThrough: words.paidThrough, share: words.share)
  }
}

/// What an old platform keeps beside the bibliography, by what its headers say.
private struct OwnColumns {
  private let extras: [PatentExtra]

  init(_ extras: [PatentExtra]) { self.extras = extras }

  private func text(_ parts: [String], but others: [String] = []) -> String? {
    extras.first { extra in
      let name = extra.name.lowercased()
      return parts.contains(where: name.contains) && !others.contains(where: name.contains)
    }?.value.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  var department: String? {
    text(["学院", "院系", "部门", "所属单位", "二级单位", "department", "college", "faculty"]).flatMap {
      $0.isEmpty || $0.count > 100 ? nil : $0
    }
  }

  /// The year that was paid last; what is no plain number of years says nothing.
  var paidThrough: Int? {
    guard let text = text(["已缴", "缴至", "缴费年度", "年费年度", "paid"]) else { return nil }
    let digits = text.filter(\.isNumber)
    guard let year = Int(digits), (1...20).contains(year) else { return nil }
    return year
  }

  var reduction: FeeReduction? {
    guard let text = text(["减缴", "费减", "减缓", "reduction"]) else { return nil }
    if text.contains("85") { return .single }
    if text.contains("70") { return .joint }
    return ["无", "否", "不", "no", "none", "0", "0%"].contains(text.lowercased()) || text.hasPrefix("未")
      ? FeeReduction.none : nil
  }

  var share: BasisPoints? {
    guard let text = text(["份额", "占比", "share"])?.replacing("％", with: "%"), text.hasSuffix("%"),
      let value = Double(text.dropLast()), (0...100).contains(value)
    else { return nil }
    return BasisPoints(Int((value * 100).rounded()))
  }
}
