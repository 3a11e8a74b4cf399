import Kernel

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

/// Whether a character is a Chinese one or a mark that only Chinese text has.
private func isHan(_ scalar: Unicode.Scalar) -> Bool {
  (0x3000...0x9FFF).contains(scalar.value) || (0xFF00...0xFFEF).contains(scalar.value) || scalar.value > 0x1FFFF
}
