public import Evidence
public import Kernel

/// What somebody wrote for a record: a text for each field, as a form or a row of a table has it.
public struct LedgerDraft: Equatable, Sendable {
  public var texts: [String: String]
  public var grade: EvidenceGrade
  public var document: String?
  /// What stays as it is on record, because nothing was said of it: fields by their names, and ``grade`` and
  /// ``document`` by theirs.
  public var kept: Set<String> = []

  public init(texts: [String: String], grade: EvidenceGrade = .g4, document: String? = nil) {
    self.texts = texts
    self.grade = grade
    self.document = document.map(LedgerText.trimmed).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Ledger {
  /// Reads every field, and keeps what is wrong with each.
  ///
  /// Organisations and persons are still as they were written.
  ///
  /// - Parameter old: what is on record, for what the draft keeps.
  public func read(
    _ draft: LedgerDraft, over old: LedgerRecord? = nil
  ) -> (values: LedgerRecord.Values, faults: [any Refusal]) {
    var values = LedgerRecord.Values()
    var faults: [any Refusal] = []
    for field in fields {
      do throws(LedgerFault) {
        values[field.name] =
          if let old, draft.kept.contains(field.name) { old.values[field.name] } else {
            try field.read(draft.texts[field.name] ?? "")
          }
      } catch {
        faults.append(FieldRefusal(error, in: field.name))
      }
    }
    let (grade, document) = proof(draft, over: old)
    if grade.meets(.g2), document == nil {
      faults.append(FieldRefusal(LedgerRefusal.gradeWithoutDocument, in: "document"))
    }
    if let document, document.count > 200 {
      faults.append(FieldRefusal(LedgerFault.tooLong(document.count, limit: 200), in: "document"))
    }
    if faults.isEmpty { faults = rules.compactMap { $0.check(values) } }
    return (values, faults)
  }

  /// The grade and the document that a record will have.
  public func proof(_ draft: LedgerDraft, over old: LedgerRecord?) -> (grade: EvidenceGrade, document: String?) {
    guard let old else { return (draft.grade, draft.document) }
    return (
      draft.kept.contains("grade") ? old.grade : draft.grade,
      draft.kept.contains("document") ? old.document : draft.document
    )
  }
}

extension LedgerField {
  /// A value as people write it: ``read(_:)`` gives it back.
  ///
  /// - Parameter language: of the words of choices.
  public func written(_ value: LedgerValue?, in language: Language) -> String {
    switch (sort, value) {
    case (_, nil): ""
    case (.hundredths, .whole(let value)): LedgerNumber.text(value, 2)
    case (.money(let unit), .whole(let value)): LedgerNumber.text(value, unit.digits)
    case (.share, .whole(let value)): LedgerNumber.text(value, 2) + "%"
    case (_, .whole(let value)): String(value)
    case (.choice(let choices), .text(let code)):
      choices.first { $0.code == code }?.words.text(in: language) ?? code
    case (.choices(let choices), .codes(let codes)):
      codes.map { code in choices.first { $0.code == code }?.words.text(in: language) ?? code }
        .joined(separator: language == .zh ? "；" : "; ")
    case (_, .text(let text)): text
    case (_, .codes(let codes)): codes.joined(separator: ";")
    case (_, .day(let day)): day.description
    case (_, .flag(let flag)): (flag ? Phrase(zh: "是", en: "Yes") : Phrase(zh: "否", en: "No")).text(in: language)
    }
  }
}
