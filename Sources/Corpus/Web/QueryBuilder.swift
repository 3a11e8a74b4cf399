import Corpus
import Kernel
import Web

/// Writes a query of what was filled in field by field, for those who do not know the language.
///
/// What comes out is shown in the search field, so that the language is learnt by the way.
struct QueryBuilder {
  /// A field of the form, and the names that stand for it in a query.
  struct Part {
    let parameter: String
    let label: Phrase
    let name: Phrase
    let example: Phrase
  }

  static let parts: [Part] = [
    Part(
      parameter: "words", label: Phrase(zh: "名称、摘要或权利要求", en: "Title, abstract or claims"),
      name: Phrase(zh: "全文", en: "full"), example: Phrase(zh: "电池 隔膜", en: "lithium battery")),
    Part(
      parameter: "title", label: Phrase(zh: "名称", en: "Title"), name: Phrase(zh: "名称", en: "title"),
      example: Phrase(zh: "涂覆隔膜", en: "separator")),
    Part(
      parameter: "applicant", label: Phrase(zh: "申请（专利权）人", en: "Applicant"), name: Phrase(zh: "申请人", en: "applicant"),
      example: Phrase(zh: "大学", en: "university")),
    Part(
      parameter: "inventor", label: Phrase(zh: "发明（设计）人", en: "Inventor"), name: Phrase(zh: "发明人", en: "inventor"),
      example: Phrase(zh: "姓名", en: "a name")),
    Part(
      parameter: "agency", label: Phrase(zh: "代理机构", en: "Agency"), name: Phrase(zh: "代理机构", en: "agency"),
      example: Phrase(zh: "机构名称中的字", en: "part of its name")),
    Part(
      parameter: "number", label: Phrase(zh: "申请号或公开（公告）号", en: "Application or publication number"),
      name: Phrase(zh: "号码", en: "number"), example: Phrase(zh: "CN1098 或 2019101*", en: "CN1098 or 2019101*")),
    Part(
      parameter: "class", label: Phrase(zh: "IPC分类号，含其下各级", en: "IPC symbol, with all below it"),
      name: Phrase(zh: "分类号", en: "ipc"), example: Phrase(zh: "H01M10/05", en: "H01M10/05")),
  ]

  static let days: [Part] = [
    Part(
      parameter: "filed", label: Phrase(zh: "申请日", en: "Filed"), name: Phrase(zh: "申请日", en: "filed"),
      example: Phrase(zh: "", en: "")),
    Part(
      parameter: "published", label: Phrase(zh: "公开日", en: "Published"), name: Phrase(zh: "公开日", en: "published"),
      example: Phrase(zh: "", en: "")),
  ]

  private let query: Query

  init(_ query: Query) { self.query = query }

  /// Nil where the form was not used.
  var text: String? {
    guard let language = query.optional("built").flatMap({ Language(rawValue: $0) }) else { return nil }
    var found = Self.parts.compactMap { part in
      query.optional("b-\(part.parameter)").map { value in
        part.parameter == "words" ? value : Self.bound(part.name.text(in: language), value)
      }
    }
    if found.count > 1, let words = query.optional("b-words") { found[0] = "(\(words))" }
    found += Self.days.compactMap { span($0, in: language) }
    if let kind = query.optional("b-kind") {
      found.append(Phrase(zh: "类型", en: "kind").text(in: language) + ":" + kind)
    }
    return found.joined(separator: " AND ")
  }

  /// A field before one word, or before a bracket.
  private static func bound(_ name: String, _ value: String) -> String {
    let isWord = !value.contains { $0.isWhitespace || "()（）\"“”[]:：=＝".contains($0) }
    return isWord ? "\(name):\(value)" : "\(name):(\(value))"
  }

  private func span(_ part: Part, in language: Language) -> String? {
    let name = part.name.text(in: language)
    switch (query.optional("b-\(part.parameter)-from"), query.optional("b-\(part.parameter)-to")) {
    case (let from?, let to?): return "\(name):[\(from) TO \(to)]"
    case (let from?, nil): return "\(name)>=\(from)"
    case (nil, let to?): return "\(name)<=\(to)"
    case (nil, nil): return nil
    }
  }
}
