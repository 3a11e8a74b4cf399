import Kernel
import Markup
import Patents

/// Text from a record, marked with its language where that is plain from its script.
func data(_ text: String) -> HTML {
  text.unicodeScalars.contains(where: { (0x3400...0x9FFF).contains($0.value) || $0.value > 0x1FFFF })
    ? "\(text, in: .zh)" : "<span translate=\"no\">\(text)</span>"
}

func joined(_ parts: [HTML]) -> HTML {
  parts.enumerated().reduce(into: HTML()) { list, part in
    if part.offset > 0 { list += HTML(zh: "；", en: "; ") }
    list += part.element
  }
}

func kindText(_ facts: PatentFacts) -> HTML {
  facts[.kind].flatMap { PatentKind(rawValue: $0) }.map { "\($0.phrase)" } ?? ""
}

/// Whether the record is one of the invented ones of the demonstration, which name their applicants so.
func isSample(_ facts: PatentFacts) -> Bool { facts.list(.applicants).contains { $0.hasSuffix("（示例）") } }

/// A legal status in the words of its file; in English where all of its words are usual ones.
func legalStatus(_ text: String) -> HTML {
  PatentPhrases.status(text).map { HTML(zh: data(text), en: "\($0.en)") } ?? data(text)
}

/// The status of a mark in the words of its file; in English where they are usual ones.
func markStatus(_ text: String) -> HTML {
  PatentPhrases.markStatus(text).map { HTML(zh: data(text), en: "\($0.en)") } ?? data(text)
}

/// A section of the International Patent Classification.
func sectionPhrase(_ section: String) -> Phrase {
  switch section {
  case "A": Phrase(zh: "A 人类生活必需", en: "A Human necessities")
  case "B": Phrase(zh: "B 作业；运输", en: "B Operations; transporting")
  case "C": Phrase(zh: "C 化学；冶金", en: "C Chemistry; metallurgy")
  case "D": Phrase(zh: "D 纺织；造纸", en: "D Textiles; paper")
  case "E": Phrase(zh: "E 固定建筑物", en: "E Fixed constructions")
  case "F": Phrase(zh: "F 机械工程；照明；加热；武器", en: "F Mechanical engineering; lighting; heating; weapons")
  case "G": Phrase(zh: "G 物理", en: "G Physics")
  case "H": Phrase(zh: "H 电学", en: "H Electricity")
  default: Phrase(zh: section, en: section)
  }
}

/// A province as the register writes it, with its English name.
func provincePhrase(_ name: String) -> Phrase { PatentPhrases.province(name) }
