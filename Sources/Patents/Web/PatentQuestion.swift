import Kernel
import Parties
import Patents
import PatentsStore
import Web

/// What the list of patents is asked; it stands in the address.
struct PatentQuestion {
  let filter: PatentFilter
  let cursor: PatentCursor?
  /// What no list can be filtered by, in the order of the fields.
  let faults: [PatentQuestionFault]

  init(_ query: Query) { self.init { query.optional($0) } }

  /// - Parameter text: the value of a parameter, nil where it is absent or blank.
  init(_ text: (String) -> String?) {
    var faults: [PatentQuestionFault] = []
    func read<Value>(_ name: String, _ label: Phrase, _ read: (String) -> Value?) -> Value? {
      guard let given = text(name) else { return nil }
      let value = read(given)
      if value == nil { faults.append(PatentQuestionFault(parameter: name, label: label, given: given)) }
      return value
    }
    let kind = read("kind", Phrase(zh: "类型", en: "Kind")) { PatentKind(rawValue: $0) }
    let year = read("year", Phrase(zh: "公开年", en: "Year")) { Int($0).flatMap { (1...9_999).contains($0) ? $0 : nil } }
    let section = read("section", Phrase(zh: "IPC 部", en: "IPC section")) { given in
      "ABCDEFGH".contains(given.uppercased()) && given.count == 1 ? given.uppercased() : nil
    }
    let applicant = read("applicant", Phrase(zh: "申请人", en: "Applicant")) { ID<Party>($0) }
    cursor = read("after", Phrase(zh: "起始位置", en: "Start of the page")) { PatentCursor($0) }
    filter = PatentFilter(
      kind: kind?.rawValue, year: year, section: section, province: text("province"), applicant: applicant,
      text: text("q"))
    self.faults = faults
  }

  func fault(of parameter: String) -> Phrase? { faults.first { $0.parameter == parameter }?.phrase }
}

/// A condition that the list does not know, such as `kind=zzz`.
struct PatentQuestionFault: Refusal, Equatable {
  let parameter: String
  let label: Phrase
  let given: String

  var kind: RefusalKind { .invalid }
  var code: String { "patents.unknown-condition" }
  var field: String? { parameter }

  var phrase: Phrase {
    let shown = given.count > 40 ? given.prefix(40) + "…" : given
    return Phrase(
      zh: "“\(label.zh)”没有“\(shown)”这个值，请重新选择", en: "“\(label.en)” has no value “\(shown)”; please choose another")
  }
}
