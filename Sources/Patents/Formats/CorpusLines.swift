public import Kernel
import Patents
import Tables

/// A collection of patents as JSON lines: one flat object a line, with fixed names.
public struct CorpusLines: PatentFormat {
  public let code = "corpus-jsonl"
  public let name = Phrase(zh: "专利语料（JSON 行）", en: "Patent corpus (JSON lines)")
  public let precedence = 100
  public let citation = "本项目的语料格式：每行一个 JSON 对象，字段见 docs；The project's own layout, one JSON object a line"

  public init() {}

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    let lines = try LineReader.ofJSON(input)
    var number = 0
    while try lines.advance() {
      let isBlank = lines.fault == nil && lines.withBytes { $0.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
      if isBlank { continue }
      number += 1
      if number <= row { continue }
      try visit(
        FormatRow(
          number: number, line: lines.number, outcome: outcome(of: lines), bytesRead: lines.bytesRead,
          original: { lines.original }))
    }
  }

  /// Whether an object is of this format: it has one of the numbers under the layout's own name, or a title and
  /// nothing that the layout does not know.
  static func recognises(_ names: [String]) -> Bool {
    let known = names.compactMap(CorpusName.init(rawValue:))
    return known.contains(.publicationNumber) || known.contains(.applicationNumber)
      || known.contains(.title) && known.count == names.count
  }

  /// The names in the object that a line begins with, as far as it can be read.
  static func names(in line: ArraySlice<UInt8>) -> [String] {
    var names: [String] = []
    Array(line).withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      do throws(JSONFault) {
        try scanner.beginObject()
        while names.count < 100, let name = try scanner.nextName() {
          names.append(String(decoding: name, as: UTF8.self))
          try scanner.skipValue()
        }
      } catch {
        // What was read before a fault still tells the format; the importer reports the line.
      }
    }
    return names
  }

  private func outcome(of lines: LineReader) -> FormatRow.Outcome {
    if let fault = lines.fault {
      return .rejected(fault.rejection(original: lines.original))
    }
    return lines.withBytes { bytes in
      var line = CorpusLine()
      do throws(JSONFault) {
        try line.read(bytes)
      } catch {
        return .rejected(
          RowFault.malformedObject(offset: error.offset).rejection(original: lines.original))
      }
      return line.builder.outcome { lines.original }
    }
  }
}

/// One line: the values of the names that mean something.
private struct CorpusLine {
  var builder = RecordBuilder(office: "CN")
  private var publication: String?
  private var application: String?
  private var kindCode: String?
  private var agency: String?

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
    var scanner = JSONScanner(bytes)
    try scanner.beginObject()
    while let name = try scanner.nextName() {
      guard let field = CorpusName(name) else {
        // What the layout has no name for stays under its own.
        builder.addExtra(String(decoding: name, as: UTF8.self), try scanner.value().written)
        continue
      }
      switch try scanner.value() {
      case .null: break
      case .text(let text): take(text, as: field)
      case .texts(let texts): take(texts, as: field)
      case .other(let original): builder.note(.wrongType, field.place, original)
      }
    }
    try scanner.end()
    finish()
  }

  private mutating func take(_ text: String, as field: CorpusName) {
    switch field {
    case .title: builder.record.title = CleanText.line(text)
    case .abstract: builder.record.abstract = CleanText.lines(text)
    case .claims: builder.setClaims(text)
    case .publicationNumber: publication = text
    case .applicationNumber: application = text
    case .kind: kindCode = text
    case .agency: agency = text
    case .filingDate: builder.record.filingDay = builder.day(text, .filingDay)
    case .publicationDate: builder.record.publicationDay = builder.day(text, .publicationDay)
    case .priorityDate: builder.record.priorityDay = builder.day(text, .priorityDay)
    case .address: builder.record.address = CleanText.line(text)
    case .province: builder.record.province = CleanText.line(text)
    case .legalStatus: builder.record.legalStatus = CleanText.line(text)
    case .source: builder.record.source = CleanText.line(text)
    case .language: builder.record.language = CleanText.line(text)
    case .applicants, .inventors, .agents, .ipc, .locarno: take([text], as: field)
    }
  }

  private mutating func take(_ texts: [String], as field: CorpusName) {
    switch field {
    case .applicants: builder.record.applicants = texts.compactMap(CleanText.line)
    case .inventors: builder.record.inventors = texts.compactMap(CleanText.line)
    case .agents: builder.record.agents = texts.compactMap(CleanText.line)
    case .locarno: builder.record.locarno = texts.compactMap(CleanText.line)
    case .ipc: for text in texts { builder.addClass(text) }
    default: if let text = texts.first { builder.note(.wrongType, field.place, text) }
    }
  }

  /// What needs to know the office.
  private mutating func finish() {
    if let publication { builder.setPublication(publication, kindCode: kindCode) }
    if builder.record.publicationNumber == nil, let application {
      let letters = application.uppercased().unicodeScalars.prefix(2)
      let isOffice = letters.count == 2 && letters.allSatisfy { ("A"..."Z").contains($0) }
      if isOffice, !application.uppercased().hasPrefix("ZL") {
        builder.record.office = String(String.UnicodeScalarView(letters))
      }
    }
    if let application {
      if builder.record.office == "CN" {
        builder.setChineseApplication(application)
      } else {
        builder.setForeignApplication(application)
      }
    }
    if let kindCode,
      let kind = PatentKind(kindCode: kindCode, office: builder.record.office) ?? PatentKind(words: kindCode)
    {
      builder.record.kind = kind
    }
    if let agency { builder.setAgency(agency) }
  }
}

/// The names that a line may use.
private enum CorpusName: String, CaseIterable {
  case title, abstract, claims, kind, agency, address, province, source, applicants, inventors, agents, ipc, locarno
  case publicationNumber = "publication_number"
  case applicationNumber = "application_number"
  case filingDate = "filing_date"
  case publicationDate = "publication_date"
  case priorityDate = "priority_date"
  case legalStatus = "legal_status"
  case language = "lang"

  init?(_ name: UnsafeBufferPointer<UInt8>) {
    guard let found = Self.table.first(where: { $0.bytes.count == name.count && $0.bytes.elementsEqual(name) })
    else { return nil }
    self = found.name
  }

  private static let table = allCases.map { (bytes: Array($0.rawValue.utf8), name: $0) }

  var place: PatentField {
    switch self {
    case .title: .title
    case .abstract: .abstract
    case .claims: .firstClaim
    case .kind: .kind
    case .agency: .agency
    case .address: .address
    case .province: .province
    case .source, .language: .language
    case .applicants: .applicants
    case .inventors: .inventors
    case .agents: .agents
    case .ipc: .ipc
    case .locarno: .locarno
    case .publicationNumber: .publicationNumber
    case .applicationNumber: .applicationNumber
    case .filingDate: .filingDay
    case .publicationDate: .publicationDay
    case .priorityDate: .priorityDay
    case .legalStatus: .legalStatus
    }
  }
}
