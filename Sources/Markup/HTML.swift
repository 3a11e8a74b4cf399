public import Kernel

/// Markup that is safe by construction: interpolated text is escaped, interpolated `HTML` is not.
///
/// Phrases and links stay what they are until ``render(_:)``, so a view never asks which language it is in.
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  enum Part: Sendable, Equatable {
    case verbatim(String)
    case phrase(Phrase)
    case link(Link)
    /// Data in one language, marked for screen readers where the page is in the other.
    case spoken(String, Language)
    case either(zh: HTML, en: HTML)
    case formToken
    /// What the field `of` is called, so that a list of faults can name it.
    case label(Phrase, of: String)
  }

  var parts: [Part]

  public init() { parts = [] }
  public init(stringLiteral literal: String) { parts = literal.isEmpty ? [] : [.verbatim(literal)] }
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// Prose whose sentences hold links or emphasis, once a language.
  public init(zh: HTML, en: HTML) { parts = [.either(zh: zh, en: en)] }

  /// Escaped text from a source that is no `CustomStringConvertible` literal.
  public init(text: String) { self = "\(text)" }

  /// The hidden fields that prove a form was shown by this portal, and tell it from every other; rendering fills them in.
  public static let formToken = HTML(parts: [.formToken])

  private init(parts: [Part]) { self.parts = parts }

  public var isEmpty: Bool { parts.isEmpty }

  /// Whether the markup holds a form that posts, and so needs a token when it is rendered.
  public var usesFormToken: Bool {
    parts.contains { part in
      switch part {
      case .formToken: true
      case .either(let zh, let en): zh.usesFormToken || en.usesFormToken
      case .verbatim, .phrase, .link, .spoken, .label: false
      }
    }
  }

  /// What the fields are called that stand in the markup, by their names.
  public var labels: [String: Phrase] {
    parts.reduce(into: [:]) { found, part in
      if case .label(let phrase, let field) = part { found[field] = phrase }
    }
  }

  public static func + (left: HTML, right: HTML) -> HTML { HTML(parts: left.parts + right.parts) }
  public static func += (left: inout HTML, right: HTML) { left.parts += right.parts }

  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(2 * interpolationCount + 1) }

    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.verbatim(literal)) }
    }

    public mutating func appendInterpolation(_ text: some CustomStringConvertible) {
      parts.append(.verbatim(escaped(text.description)))
    }

    /// The label of a field.
    mutating func appendInterpolation(_ phrase: Phrase, of field: String) { parts.append(.label(phrase, of: field)) }

    public mutating func appendInterpolation(_ phrase: Phrase) { parts.append(.phrase(phrase)) }
    public mutating func appendInterpolation(_ link: Link) { parts.append(.link(link)) }
    public mutating func appendInterpolation(_ html: HTML) { parts += html.parts }
    public mutating func appendInterpolation(_ list: [HTML]) { for html in list { parts += html.parts } }
    public mutating func appendInterpolation(_ html: HTML?) { if let html { parts += html.parts } }

    /// Data in one language: a Chinese name on an English page is read out as Chinese.
    public mutating func appendInterpolation(_ text: String, in language: Language) {
      parts.append(.spoken(text, language))
    }

    /// Markup that stands only where `condition` holds, such as ` checked`.
    public mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
      if condition { parts += html().parts }
    }
  }
}
