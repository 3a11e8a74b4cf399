import HighValue
import Kernel
import Markup
import Web

/// Which patents a page shows, and as of which day, as it stands in an address.
struct HighValueQuestion {
  /// Nil for today, so that tomorrow's page is tomorrow's.
  var day: Day?
  var selection: HighValueSelection
  /// What stands for no day.
  private(set) var fault: Phrase?

  init(on day: Day? = nil, _ selection: HighValueSelection = HighValueSelection()) {
    self.day = day
    self.selection = selection
  }

  init(_ query: Query) {
    day = query.optional("on").flatMap { Day($0) }
    fault = query.optional("on") != nil && day == nil ? FieldFault.noDay.phrase : nil
    selection = HighValueSelection(
      bin: query.optional("bin").flatMap { HighValueBin(rawValue: $0) },
      kind: query.optional("class").flatMap { HighValueClass(rawValue: $0) },
      certainty: query.optional("certainty").flatMap { Certainty(rawValue: $0) },
      exactly: query.optional("classes").map { text in
        text.split(separator: ",").compactMap { HighValueClass(rawValue: String($0)) }
      }, year: query.optional("year").flatMap { Int($0) }, applicant: query.optional("applicant"))
  }

  var query: [(String, String)] {
    var query = HighValuePath.query(day)
    if let bin = selection.bin { query.append(("bin", bin.rawValue)) }
    if let kind = selection.kind { query.append(("class", kind.rawValue)) }
    if let certainty = selection.certainty { query.append(("certainty", certainty.rawValue)) }
    if let classes = selection.exactly { query.append(("classes", classes.map(\.rawValue).joined(separator: ","))) }
    if let year = selection.year { query.append(("year", "\(year)")) }
    if let applicant = selection.applicant { query.append(("applicant", applicant)) }
    return query
  }

  func with(_ selection: HighValueSelection) -> HighValueQuestion { HighValueQuestion(on: day, selection) }

  /// What is chosen, in words.
  var words: [(Phrase, HTML)] {
    var words: [(Phrase, HTML)] = []
    if let bin = selection.bin { words.append((Phrase(zh: "范围", en: "Part"), "\(bin.phrase)")) }
    if let kind = selection.kind { words.append((Phrase(zh: "类别", en: "Class"), "\(kind.title)")) }
    if let certainty = selection.certainty {
      words.append((Phrase(zh: "把握", en: "How sure"), "\(certainty.phrase)"))
    }
    if let classes = selection.exactly {
      words.append(
        (Phrase(zh: "恰为这些类", en: "Of just these classes"), "\(classes.map(\.rawValue).joined(separator: " + "))"))
    }
    if let year = selection.year { words.append((Phrase(zh: "授权年", en: "Year of grant"), "\(year)")) }
    if let applicant = selection.applicant {
      words.append((Phrase(zh: "申请（专利权）人", en: "Applicant"), marked(applicant)))
    }
    return words
  }
}
