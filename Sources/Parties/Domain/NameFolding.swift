import Foundation

/// What two spellings must share to be one name without anybody's judgement: width, case, spaces and the
/// shape of brackets are folded, nothing else.
public func foldedName(_ name: String) -> String {
  let isPlain = name.utf8.allSatisfy { $0 >= 0x80 || $0 > 0x20 && !(0x41...0x5A).contains($0) }
  let text = isPlain && !hasWideForms(name) ? name : name.precomposedStringWithCompatibilityMapping.lowercased()
  var folded = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
    switch scalar {
    case "〔", "［", "[", "【": folded.append("(")
    case "〕", "］", "]", "】": folded.append(")")
    case "·", "•", "・", "‧": folded.append("·")
    default: folded.append(scalar)
    }
  }
  return String(folded)
}

private func hasWideForms(_ name: String) -> Bool {
  name.unicodeScalars.contains { (0xFF00...0xFFEF).contains($0.value) || $0.value == 0x3000 }
}
