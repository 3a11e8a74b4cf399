public import Kernel
public import Markup

/// What a form shows: nothing yet, or what was typed and what was wrong with it.
public struct FormState: Sendable {
  public let refusals: [any Refusal]
  /// Where to go when all is done.
  public let returnTo: Link?
  let typed: [(name: String, value: String)]?
  let carried: CarriedForm?

  public init() { self.init(typed: nil) }

  init(
    typed: [(name: String, value: String)]?, refusals: [any Refusal] = [], returnTo: Link? = nil,
    carried: CarriedForm? = nil
  ) {
    self.typed = typed
    self.refusals = refusals
    self.returnTo = returnTo
    self.carried = carried
  }

  /// Whether the form has been submitted before, so that a field left empty was left so on purpose.
  public var wasTyped: Bool { typed != nil }

  /// What was typed, or else `initial`: the value on record.
  public func value(_ field: String, else initial: String = "") -> String {
    guard let typed else { return initial }
    return typed.first { $0.name == field }?.value ?? ""
  }

  public func values(_ field: String, else initial: [String] = []) -> [String] {
    guard let typed else { return initial }
    return typed.filter { $0.name == field }.map(\.value)
  }

  public func error(_ field: String) -> Phrase? { refusals.first { $0.field == field }?.phrase }

  /// A field with what was typed and what was wrong.
  ///
  /// `initial`: the value on record; several for `.checks`.
  public func field(
    _ name: String, _ label: Phrase, _ sort: FieldSort = .text, else initial: String..., need: Need = .optional,
    help: Phrase? = nil, hint: String? = nil
  ) -> HTML {
    Markup.field(
      name, label, sort, values: values(name, else: initial), need: need, help: help, error: error(name), hint: hint)
  }

  /// The whole form: what is wrong first, then the fields, then the button.
  ///
  /// `revision`: what the person sees, so that nobody overwrites what they have not seen.
  public func form(
    to link: Link, _ sort: FormSort = .fields, revision: Int64? = nil, submit: Phrase, _ fields: HTML
  ) -> HTML {
    let seen = revision.map { hidden("revision", value("revision", else: String($0))) }
    return """
      \(summary(naming: fields.labels))\(postForm(to: link, sort, "\(own)\(seen)\(fields)<div class=\"form-actions\">\(button(submit))</div>"))
      """
  }

  /// What was wrong, with a way to each field; the browser goes there first.
  public var summary: HTML { summary(naming: [:]) }

  private func summary(naming labels: [String: Phrase]) -> HTML {
    guard let first = refusals.first else { return "" }
    if first is SessionOver { return notice(.warning, first.phrase) }
    let items = refusals.map { refusal -> HTML in
      guard let field = refusal.field else { return "<li>\(marked(refusal.phrase))</li>" }
      let name = labels[field].map { "\($0)\(Phrase(zh: "：", en: ": "))" as HTML }
      return "<li><a href=\"#\(fieldID(field))\">\(name)\(marked(refusal.phrase))</a></li>"
    }
    return """
      <div class="notice error" role="alert" tabindex="-1" autofocus id="faults"><p class="notice-title">\
      \(Phrase(zh: "未提交，请更正以下内容", en: "Not submitted yet; please correct the following"))</p><ul>\(items)</ul></div>
      """
  }

  /// What the form itself must bring back.
  private var own: HTML {
    "\(returnTo.map { hidden("return-to", $0.target) })\(carried.map { hidden("carried", $0.description) })"
  }
}
