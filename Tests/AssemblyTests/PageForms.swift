import Foundation

/// The forms of a page, as a browser would find them in markup as regular as the portal's.
enum PageForms {
  struct Form {
    let method: String
    let action: String
    let fields: [Field]
  }

  struct Field {
    let name: String
    let value: String
    /// Whether a person can type anything at all into it.
    let takesText: Bool
  }

  static func forms(_ page: String) -> [Form] {
    page.matches(of: /<form\b([^>]*)>(.*?)<\/form>/.dotMatchesNewlines()).map { match in
      let tag = String(match.1)
      return Form(
        method: attribute("method", tag)?.lowercased() ?? "get", action: attribute("action", tag) ?? "",
        fields: fields(String(match.2)))
    }
  }

  private static func fields(_ body: String) -> [Field] {
    let inputs = body.matches(of: /<input\b([^>]*)>/).compactMap { match -> Field? in
      let tag = String(match.1)
      guard let name = attribute("name", tag) else { return nil }
      let type = attribute("type", tag) ?? "text"
      let isChoice = ["checkbox", "radio"].contains(type)
      guard type != "file", !isChoice || tag.contains(" checked") else { return nil }
      return Field(name: name, value: attribute("value", tag) ?? "", takesText: !isChoice && type != "hidden")
    }
    let areas = body.matches(of: /<textarea\b([^>]*)>/).compactMap { match in
      attribute("name", String(match.1)).map { Field(name: $0, value: "", takesText: true) }
    }
    let lists = body.matches(of: /<select\b([^>]*)>(.*?)<\/select>/.dotMatchesNewlines()).compactMap {
      match -> Field? in
      guard let name = attribute("name", String(match.1)) else { return nil }
      let values = String(match.2).matches(of: /<option value="([^"]*)"/).map { String($0.1) }
      return Field(name: name, value: values.last ?? "", takesText: false)
    }
    return inputs + areas + lists
  }

  private static func attribute(_ name: String, _ tag: String) -> String? {
    guard let start = tag.range(of: " \(name)=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" }).replacing("&quot;", with: "\"").replacing(
      "&#39;", with: "'"
    )
    .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}
