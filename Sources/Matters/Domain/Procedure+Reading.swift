public import Kernel
public import Ledgers

extension Procedure {
  /// Reads an application's texts: only what is asked is read, and all that is wrong is said at once.
  public func read(_ texts: [String: String]) -> (answers: LedgerRecord.Values, faults: [any Refusal]) {
    // A condition may rest on a question of any part before it.
    var answers = LedgerRecord.Values()
    var faults: [any Refusal] = []
    for part in form where part.condition?.holds(for: answers) ?? true {
      let found = Self.read(texts, of: part.fields)
      for (name, value) in found.answers.all { answers[name] = value }
      faults += found.faults
    }
    return (answers, faults)
  }

  /// Reads what was written for `fields`.
  public static func read(
    _ texts: [String: String], of fields: [LedgerField]
  ) -> (answers: LedgerRecord.Values, faults: [any Refusal]) {
    var answers = LedgerRecord.Values()
    var faults: [any Refusal] = []
    for field in fields {
      do throws(LedgerFault) {
        answers[field.name] = try field.read(texts[field.name] ?? "")
      } catch {
        faults.append(FieldRefusal(error, in: field.name))
      }
    }
    return (answers, faults)
  }
}
