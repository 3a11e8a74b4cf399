import Kernel
import Patents
public import Tables

/// A layout of patents as XML: each record is an element with everything in it.
public protocol XMLFormat: PatentFormat {
  /// The elements that are records.
  static var elements: [String] { get }

  /// What a record says; nil if the element is none, such as the echo of a question.
  func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome?
}

extension XMLFormat {
  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    let records = try XMLRecords(try ByteSource(path: input.path, limit: input.limit), elements: Self.elements)
    var number = 0
    while try records.advance() {
      let record = records.record
      let original = { record.original(limit: originalLimit) }
      let outcome: FormatRow.Outcome?
      if let fault = record.fault {
        outcome = .rejected(Rejection(code: fault.code, phrase: fault.phrase, original: original()))
      } else {
        outcome = self.outcome(of: record, in: records.ancestors)
      }
      guard let outcome else { continue }
      number += 1
      if number <= row { continue }
      try visit(
        FormatRow(
          number: number, line: record.line, outcome: outcome, bytesRead: records.bytesRead, original: original))
    }
    guard records.isCut, number >= row else { return }
    let fault = TableRefusal.truncated
    try visit(
      FormatRow(
        number: number + 1, line: 0,
        outcome: .rejected(Rejection(code: fault.code, phrase: fault.phrase, original: "")),
        bytesRead: records.bytesRead, original: { "" }))
  }
}

extension RecordBuilder {
  /// The outcome for a record of XML, whose mended markup is told.
  consuming func outcome(of record: XMLRecord) -> FormatRow.Outcome {
    if record.mended > 0 { note(.markupMended, nil, record.mendedText) }
    return outcome { record.original(limit: originalLimit) }
  }

  /// A number in its parts (WIPO ST.36 `document-id`).
  mutating func setPublication(_ document: XMLNode?) {
    guard let document, let number = document["doc-number"]?.text else { return }
    setPublication(Self.joined(document["country"]?.text, number), kindCode: document["kind"]?.text)
    if let date = document["date"]?.text { record.publicationDay = day(date, .publicationDay) }
  }

  mutating func setApplication(_ document: XMLNode?) {
    guard let document, let number = document["doc-number"]?.text else { return }
    let country = document["country"]?.text
    if record.publicationNumber == nil, let country { record.office = country }
    setApplication(Self.joined(country, number))
    if let date = document["date"]?.text { record.filingDay = day(date, .filingDay) }
  }

  private static func joined(_ country: String?, _ number: String) -> String {
    guard let country, !number.hasPrefix(country) else { return number }
    return country + number
  }

  /// The earliest of several dates.
  mutating func setPriority(_ dates: [String]) {
    let days = dates.compactMap { day($0, .priorityDay) }
    if let first = days.min() { record.priorityDay = first }
  }

  /// The texts of paragraphs, one a line.
  static func paragraphs(_ node: XMLNode?, _ name: StaticString) -> String? {
    guard let node else { return nil }
    let parts = node.all(name).compactMap { $0.text.flatMap(CleanText.line) }
    if parts.isEmpty { return node.text.flatMap(CleanText.line) }
    return parts.joined(separator: "\n")
  }
}

extension XMLNode {
  /// The element at the end of a way of children.
  func at(_ names: StaticString...) -> XMLNode? {
    var node: XMLNode? = self
    for name in names { node = node?[name] }
    return node
  }

  var line: String? { text.flatMap(CleanText.line) }
}
