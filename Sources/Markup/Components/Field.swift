public import Kernel

/// What sort of answer a field takes.
public enum FieldSort: Sendable {
  case text, password, email, telephone, search, day
  case number(ClosedRange<Int>? = nil)
  /// A number that may have decimals or a sign; typed as text, so that what was typed can be shown again.
  case decimal
  case area(rows: Int = 4)
  /// Lines in a notation of their own, whose words are data in whatever language.
  case lines(rows: Int = 12)
  /// One of a list that opens; an empty choice comes first where the field is optional.
  case list([Choice])
  /// One of a few, all seen.
  case radio([Choice])
  /// Any number of a few.
  case checks([Choice])
  /// Yes or no; the value is `yes`.
  case check
  /// `accept`: the endings of file names, such as `.xlsx,.csv`.
  case file(accept: String = "")
  case files(accept: String = "")
}

/// An answer that can be picked.
public struct Choice: Sendable {
  public let value: String
  let label: HTML
  /// The heading that the choice stands under in a list, with its neighbours of the same heading.
  let group: Phrase?
  /// What tells in which language a label is that is data.
  let language: HTML

  public init(_ value: String, _ label: Phrase, under group: Phrase? = nil) {
    self.value = value
    self.label = "\(label)"
    self.group = group
    language = languageAttribute(of: label.en)
  }

  /// - Parameter language: of `text`, so that an English page reads a Chinese name as Chinese; nil where its
  ///   characters tell.
  public init(_ value: String, text: String, in language: Language? = nil) {
    self.value = value
    label = "\(text)"
    group = nil
    self.language = language.map { " lang=\"\($0.rawValue)\"" } ?? languageAttribute(of: text)
  }
}

/// Whether a field may stay empty.
public enum Need: Sendable {
  case required, optional
  /// Needed where the question is asked at all, which the server finds out: marked, but not enforced by the browser.
  case requiredIfAsked
}

/// A field with its label, help and error; ``FormState`` in `Web` fills in values and errors.
///
/// - `values`: what the field holds; more than one for `.checks` only.
/// - `hint`: the `autocomplete` word of HTML, such as `username` or `organization`.
public func field(
  _ name: String, _ label: Phrase, _ sort: FieldSort = .text, values: [String] = [], need: Need = .optional,
  help: Phrase? = nil, error: Phrase? = nil, hint: String? = nil
) -> HTML {
  let field = FieldMarkup(
    name: name, label: label, values: values, need: need, help: help, error: error, hint: hint)
  return switch sort {
  case .text: field.input("text")
  case .password: field.password()
  case .email: field.input("email", " spellcheck=\"false\"")
  case .telephone: field.input("tel")
  case .search: field.input("search")
  case .day: field.input("date")
  case .number(let range):
    field.input("number", range.map { " min=\"\($0.lowerBound)\" max=\"\($0.upperBound)\"" } ?? "")
  case .decimal: field.input("text", " inputmode=\"decimal\" spellcheck=\"false\"")
  case .area(let rows): field.area(rows)
  case .lines(let rows): field.area(rows, " translate=\"no\" spellcheck=\"false\"")
  case .list(let choices): field.list(choices)
  case .radio(let choices): field.group(choices, "radio")
  case .checks(let choices): field.group(choices, "checkbox")
  case .check: field.check()
  case .file(let accept): field.file(accept, "")
  case .files(let accept): field.file(accept, " multiple")
  }
}

/// A field that nobody sees.
public func hidden(_ name: String, _ value: String) -> HTML {
  "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
}

/// The id of a field's element, for links to it.
public func fieldID(_ name: String) -> String { "f-" + name }
