public import Kernel

/// Text in which Chinese and Latin words may stand side by side, each Chinese stretch marked as such.
///
/// A reader of the English page hears every stretch in its own language.
public func marked(_ text: String) -> HTML {
  var html = HTML()
  var stretch = ""
  var isChinese = false
  for symbol in text {
    let belongs = symbol.unicodeScalars.contains { isHan($0) } || isChinese && !symbol.isASCII
    if belongs != isChinese, !stretch.isEmpty {
      html += isChinese ? "\(stretch, in: .zh)" : "\(stretch)"
      stretch = ""
    }
    isChinese = belongs
    stretch.append(symbol)
  }
  return html + (isChinese ? "\(stretch, in: .zh)" : "\(stretch)")
}

/// A phrase whose English words may quote Chinese ones, such as what stands in a Chinese document.
public func marked(_ phrase: Phrase) -> HTML {
  hasChinese(phrase.en) ? HTML(zh: "\(phrase.zh)", en: marked(phrase.en)) : "\(phrase)"
}

/// The attribute by which an element says that its text is Chinese data, where the page is in English.
///
/// For elements that hold text alone, such as `option`, `textarea` and an SVG's `title`.
public func languageAttribute(of text: String) -> HTML {
  hasChinese(text) ? HTML(zh: "", en: " lang=\"\(Language.zh.rawValue)\"") : ""
}

private func hasChinese(_ text: String) -> Bool { text.unicodeScalars.contains(where: isHan) }

/// Whether a character is a Chinese one or a mark that only Chinese text has.
private func isHan(_ scalar: Unicode.Scalar) -> Bool {
  (0x3000...0x9FFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value) || scalar.value > 0x1FFFF
}
