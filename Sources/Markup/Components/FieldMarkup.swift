import Kernel

/// The parts that all fields have in common.
struct FieldMarkup {
  let name: String
  let label: Phrase
  let values: [String]
  let need: Need
  let help: Phrase?
  let error: Phrase?
  let hint: String?

  func input(_ type: String, _ more: HTML = "") -> HTML {
    wrapped("<input type=\"\(type)\"\(attributes) value=\"\(values.first ?? "")\"\(spokenValue)\(more)>")
  }

  /// What was typed is never sent back.
  func password() -> HTML { wrapped("<input type=\"password\"\(attributes) spellcheck=\"false\">") }

  func area(_ rows: Int, _ more: HTML = "") -> HTML {
    // The line end behind the tag is not part of the text; without it a first empty line would be lost.
    wrapped("<textarea rows=\"\(rows)\"\(attributes)\(spokenValue)\(more)>\n\(values.first ?? "")</textarea>")
  }

  func list(_ choices: [Choice]) -> HTML {
    let empty: HTML = "<option value=\"\">\(Phrase(zh: "请选择", en: "Please choose"))</option>"
    let options = choices.indices.map { place -> HTML in
      let (choice, group) = (choices[place], choices[place].group)
      let isFirst = group != nil && (place == 0 || choices[place - 1].group != group)
      let isLast = group != nil && (place == choices.count - 1 || choices[place + 1].group != group)
      return """
        \(if: isFirst, "<optgroup label=\"\(group.map { "\($0)" as HTML })\">")\
        <option value="\(choice.value)"\(choice.language)\(if: values.contains(choice.value), " selected")>\(choice.label)</option>\
        \(if: isLast, "</optgroup>")
        """
    }
    return wrapped("<select\(attributes)>\(if: !choices.contains { $0.value.isEmpty }, empty)\(options)</select>")
  }

  func file(_ accept: String, _ more: HTML) -> HTML {
    wrapped("<input type=\"file\"\(attributes)\(if: !accept.isEmpty, " accept=\"\(accept)\"")\(more)>")
  }

  func group(_ choices: [Choice], _ type: String) -> HTML {
    let choices = choices.enumerated().map { place, choice -> HTML in
      """
      <label class="choice"><input type="\(type)" name="\(name)" value="\(choice.value)"\
      \(if: place == 0, " id=\"\(fieldID(name))\"")\(if: values.contains(choice.value), " checked")\
      \(if: type == "radio" && need == .required, " required")> <span\(choice.language)>\(choice.label)</span></label>
      """
    }
    return """
      <fieldset class="field\(if: error != nil, " wrong")"\(described)>\
      <legend>\(label, of: name)\(mark)</legend>\(notes)<div class="choices">\(choices)</div></fieldset>
      """
  }

  /// What the field holds is data, whatever the language of the page.
  private var spokenValue: HTML { languageAttribute(of: values.first ?? "") }

  func check() -> HTML {
    """
    <div class="field check\(if: error != nil, " wrong")"><label class="choice">\
    <input type="checkbox"\(attributes) value="yes"\(if: values.first == "yes", " checked")> \
    <span>\(label, of: name)\(mark)</span></label>\(notes)</div>
    """
  }

  private func wrapped(_ control: HTML) -> HTML {
    """
    <div class="field\(if: error != nil, " wrong")"><label for="\(fieldID(name))">\(label, of: name)\(mark)</label>\
    \(notes)\(control)</div>
    """
  }

  private var attributes: HTML {
    """
     id="\(fieldID(name))" name="\(name)"\(described)\(if: need == .required, " required")\
    \(if: error != nil, " aria-invalid=\"true\"")\(hint.map { " autocomplete=\"\($0)\"" as HTML })
    """
  }

  private var described: HTML {
    let ids = [help.map { _ in fieldID(name) + "-help" }, error.map { _ in fieldID(name) + "-error" }].compactMap(
      \.self)
    return ids.isEmpty ? "" : " aria-describedby=\"\(ids.joined(separator: " "))\""
  }

  private var mark: HTML {
    switch need {
    case .required, .requiredIfAsked: " <span class=\"required\">\(Phrase(zh: "必填", en: "required"))</span>"
    case .optional: ""
    }
  }

  private var notes: HTML {
    """
    \(help.map { "<p class=\"help\" id=\"\(fieldID(name))-help\">\(marked($0))</p>" as HTML })\
    \(error.map { "<p class=\"error\" id=\"\(fieldID(name))-error\">\(marked($0))</p>" as HTML })
    """
  }
}
