import Evidence
import Figures
import FiguresStore
import Kernel
import Markup
import Web

extension FigureNarrowing {
  /// As it stands in an address: `base=…`, `category=…`, `grade=G2`, `reading=flow`; `unstated=base` for rows that name none.
  init(_ query: Query) {
    self.init(
      base: Self.match(.base, query), category: Self.match(.category, query),
      grade: query.optional("grade").flatMap { EvidenceGrade(code: $0) },
      reading: query.optional("reading").flatMap { PeriodKind(rawValue: $0) })
  }

  /// The rows of one share of a comparison; nil for a key that is none.
  init?(_ comparison: FigureComparison, key: String?) {
    let match = key.map { Match.named($0) } ?? .unstated
    switch comparison {
    case .base: self.init(base: match)
    case .category: self.init(category: match)
    case .grade:
      guard let grade = key.flatMap({ Int($0) }).flatMap({ EvidenceGrade(rawValue: $0) }) else { return nil }
      self.init(grade: grade)
    }
  }

  var query: [(String, String)] {
    Self.query(.base, base) + Self.query(.category, category) + (grade.map { [("grade", $0.code)] } ?? [])
      + (reading.map { [("reading", $0.rawValue)] } ?? [])
  }

  private static func match(_ comparison: FigureComparison, _ query: Query) -> Match? {
    if query.all("unstated").contains(comparison.rawValue) { return .unstated }
    return query.optional(comparison.rawValue).map { .named($0) }
  }

  private static func query(_ comparison: FigureComparison, _ match: Match?) -> [(String, String)] {
    switch match {
    case .named(let text): [(comparison.rawValue, text)]
    case .unstated: [("unstated", comparison.rawValue)]
    case nil: []
    }
  }

  /// Which rows, in words.
  func words(_ names: (String) -> Phrase?) -> [HTML] {
    func line(_ title: Phrase, _ match: Match?) -> [HTML] {
      switch match {
      case .named(let text): ["\(title)\(Phrase(zh: "：", en: ": "))\(names(text).map { "\($0)" } ?? marked(text))"]
      case .unstated: ["\(title)\(Phrase(zh: "：未注明", en: ": not stated"))"]
      case nil: []
      }
    }
    return line(Phrase(zh: "基地", en: "Base"), base) + line(Phrase(zh: "类别", en: "Category"), category)
      + (grade.map { ["\(Phrase(zh: "证据等级：", en: "Evidence: "))\($0.code)"] } ?? [])
      + (reading.map { ["\(Phrase(zh: "读法：", en: "Read as: "))\($0.phrase)"] } ?? [])
  }
}
