import Foundation
import Kernel
import PatentFormats
import Patents
import PatentsStore
import Tables

/// How a result set stands in a table: the register's fields, and behind them where they came from.
struct ResultTable {
  let language: Language

  private static let fields: [PatentField] = [
    .title, .publicationNumber, .applicationNumber, .applicationRaw, .kind, .applicants, .inventors, .agency, .agents,
    .ipc, .locarno, .filingDay, .publicationDay, .grantDay, .priorityDay, .legalStatus, .address, .province, .abstract,
    .firstClaim, .office,
  ]

  private static let provenance: [Phrase] = [
    Phrase(zh: "来源", en: "Source"), Phrase(zh: "来源文件", en: "Source file"), Phrase(zh: "导入编号", en: "Import"),
    Phrase(zh: "导入日", en: "Day of import"), Phrase(zh: "登记编号", en: "Id in the register"),
  ]

  var headers: [String] {
    Self.fields.map { $0.phrase.text(in: language) } + Self.provenance.map { $0.text(in: language) }
  }

  var columns: [WorkbookColumn] {
    zip(Self.fields.map(Optional.some) + Self.provenance.map { _ in nil }, headers).map { field, title in
      switch field {
      case .title, .applicants: WorkbookColumn(title, width: 40)
      case .abstract, .firstClaim: WorkbookColumn(title, width: 60)
      default: WorkbookColumn(title, width: 18)
      }
    }
  }

  func texts(_ line: PatentLine) -> [String] {
    Self.fields.map { text(of: $0, line.patent.facts) ?? "" } + origin(line)
  }

  func cells(_ line: PatentLine) -> [WorkbookCell] {
    let facts = line.patent.facts
    return Self.fields.map { field in
      switch field {
      case .filingDay, .publicationDay, .grantDay, .priorityDay:
        facts.day(field).map { .day($0) } ?? .text(facts[field])
      default: text(of: field, facts).map { .text(shortened($0)) } ?? .empty
      }
    } + origin(line).map { .text(shortened($0)) }
  }

  private func text(of field: PatentField, _ facts: PatentFacts) -> String? {
    switch field {
    case .kind: facts[.kind].map { PatentKind(rawValue: $0)?.phrase.text(in: language) ?? $0 }
    case .applicants, .inventors, .agents, .ipc, .locarno: facts[field]?.replacing("\n", with: separator)
    default: facts[field]
    }
  }

  private var separator: String { language == .zh ? "；" : "; " }

  private func origin(_ line: PatentLine) -> [String] {
    func each(_ text: (PatentOrigin) -> String) -> String {
      line.origins.map(text).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(separator: separator)
    }
    return [
      each { $0.formatName.text(in: language) }, each { $0.file.split(separator: "/").last.map(String.init) ?? "" },
      each { "\($0.run)" }, each { "\(Day($0.importedAt))" }, "\(line.patent.id)",
    ]
  }

  /// A cell of Excel holds 32,767 characters; what is cut says so.
  private func shortened(_ text: String) -> String {
    guard text.utf16.count > 32_000 else { return text }
    return text.prefix(15_000) + Phrase(zh: "……（过长，已截断；全文见CSV）", en: "… (cut; CSV has it whole)").text(in: language)
  }
}

/// What a result set comes to when all of it is written.
struct ResultCount: Sendable {
  var written = 0
  /// By the code of the source that may not be given on.
  var leftOut: [String: Int] = [:]

  var leftOutCount: Int { leftOut.values.reduce(0, +) }

  /// Splits lines into those that may leave the house and those that may not.
  mutating func permitted(_ lines: [PatentLine], without reserved: Set<String>) -> [PatentLine] {
    let kept = lines.filter { line in
      guard let source = line.sources.first(where: reserved.contains) else { return true }
      leftOut[source, default: 0] += 1
      return false
    }
    written += kept.count
    return kept
  }

  var phrase: Phrase {
    guard leftOutCount > 0 else {
      return Phrase(zh: "共导出 \(written) 件", en: "\(written) documents in all")
    }
    let sources = leftOut.sorted { $0.key < $1.key }
    let zh = sources.map { "\(sourceName(of: $0.key).zh) \($0.value) 件" }.joined(separator: "；")
    let en = sources.map { "\(sourceName(of: $0.key).en): \($0.value)" }.joined(separator: "; ")
    return Phrase(
      zh: "共导出 \(written) 件；另有 \(leftOutCount) 件未导出，其来源不得再提供（\(zh)）",
      en: "\(written) documents in all; \(leftOutCount) were left out because their source may not be given on (\(en))")
  }
}
