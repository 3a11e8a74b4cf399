import Corpus
import Kernel
import Markup

/// Text of a document, each Chinese stretch marked as such, and the program told not to translate it.
func spoken(_ text: String) -> HTML { "<span translate=\"no\">\(marked(text))</span>" }

/// A text with what the query found in it.
func pieces(_ pieces: [MarkedPiece]) -> HTML {
  pieces.reduce(into: HTML()) { html, piece in
    html += piece.isMarked ? "<mark>\(marked(piece.text))</mark>" : marked(piece.text)
  }
}

func names(_ names: [String], most: Int = 3) -> HTML {
  let shown = names.prefix(most).enumerated().reduce(into: HTML()) { list, name in
    if name.offset > 0 { list += HTML(zh: "；", en: "; ") }
    list += spoken(name.element)
  }
  let more = names.count - most
  return more > 0 ? "\(shown) \(Phrase(zh: "等\(names.count)个", en: "and \(more) more"))" : shown
}

/// The words of facet values: those that the register has, and a section of the classification.
struct ValueWords: Sendable {
  let known: @Sendable (CorpusColumn, String) -> Phrase?

  func markup(_ narrowing: CorpusNarrowing) -> HTML {
    if narrowing.column == .ipcSection, let words = sectionWords[narrowing.value] {
      return "\(narrowing.value) \(words)"
    }
    return known(narrowing.column, narrowing.value).map { marked($0) } ?? spoken(narrowing.value)
  }
}

extension CorpusOrder {
  var phrase: Phrase {
    switch self {
    case .relevance: Phrase(zh: "相关度", en: "Relevance")
    case .newestFiled: Phrase(zh: "申请日新→旧", en: "Latest filed")
    case .oldestFiled: Phrase(zh: "申请日旧→新", en: "Earliest filed")
    case .newestPublished: Phrase(zh: "公开日新→旧", en: "Latest published")
    case .oldestPublished: Phrase(zh: "公开日旧→新", en: "Earliest published")
    }
  }
}

/// The sections of the International Patent Classification.
private let sectionWords: [String: Phrase] = [
  "A": Phrase(zh: "人类生活必需", en: "Human necessities"), "B": Phrase(zh: "作业；运输", en: "Operations; transporting"),
  "C": Phrase(zh: "化学；冶金", en: "Chemistry; metallurgy"), "D": Phrase(zh: "纺织；造纸", en: "Textiles; paper"),
  "E": Phrase(zh: "固定建筑物", en: "Fixed constructions"),
  "F": Phrase(zh: "机械工程；照明；加热；武器", en: "Mechanical engineering; lighting; heating; weapons"),
  "G": Phrase(zh: "物理", en: "Physics"), "H": Phrase(zh: "电学", en: "Electricity"),
]

/// Milliseconds as people read them: two digits that count.
func millisecondsText(_ value: Double) -> String {
  if value >= 10 { return "\(Int(value.rounded()))" }
  let tenths = Int((value * (value < 1 ? 100 : 10)).rounded())
  let (whole, part) = value < 1 ? (tenths / 100, tenths % 100) : (tenths / 10, tenths % 10)
  return value < 1 ? "\(whole).\(part < 10 ? "0" : "")\(part)" : "\(whole).\(part)"
}
