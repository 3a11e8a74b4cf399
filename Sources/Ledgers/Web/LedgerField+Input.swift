public import Kernel
public import Ledgers
public import Markup
public import Web

/// Fields of this sort on the forms and pages of other parts of the zone.
extension LedgerField {
  /// The field in a form, with what was typed or else `given`, and what was wrong with it.
  ///
  /// - Parameter isAsked: whether it must be filled in; a field that only some are asked need not be.
  public func input(_ state: FormState, else given: [String] = [], isAsked: Bool = true) -> HTML {
    field(
      name, header, formSort, values: state.values(name, else: given),
      need: !isRequired ? .optional : isAsked ? .required : .requiredIfAsked,
      help: formHelp(isKept: false), error: state.error(name))
  }

  /// A kept value as ``input(_:else:isAsked:)`` takes it.
  public func given(_ value: LedgerValue?) -> [String] { typed(value) }

  /// A value as pages show it.
  public func shown(_ value: LedgerValue?) -> HTML {
    guard let value else { return .notGiven }
    switch (sort, value) {
    case (.choice(let choices), .text(let code)): return Self.words(code, choices)
    case (.choices(let choices), .codes(let codes)):
      return "<ul class=\"plain\">\(codes.map { "<li>\(Self.words($0, choices))</li>" as HTML })</ul>"
    case (.flag, .flag(let flag)): return "\(flag ? LedgerRoom.yes : LedgerRoom.no)"
    case (.creditCode, .text(let code)), (.organisation, .text(let code)): return "<code>\(code)</code>"
    case (.money(let unit), .whole):
      return "\(written(value, in: .zh)) <span class=\"unit\">\(unit.phrase)</span>"
    case (.person, _): return "\(Phrase(zh: "已登记（只存摘要）", en: "on record (only a digest is kept)"))"
    case (.lines, .text(let text)):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.dropFirst().reduce(marked(String(lines.first ?? ""))) { "\($0)<br>\(marked(String($1)))" }
    default: return marked(written(value, in: .zh))
    }
  }

  private static func words(_ code: String, _ choices: [LedgerChoice]) -> HTML {
    choices.first { $0.code == code }.map { "\($0.words)" } ?? "\(code)"
  }
}
