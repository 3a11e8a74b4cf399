import Foundation

/// What two spellings must share to be one name without anybody's judgement: width, case, spaces, the
/// shape of brackets and the way accents are composed are folded, nothing else.
public func foldedName(_ name: String) -> String {
  let text = isPlain(name) ? name : name.precomposedStringWithCompatibilityMapping.lowercased()
  if isFolded(text) { return text }
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

/// Whether neither composition nor case can matter: ideographs and ASCII without capitals and spaces.
private func isPlain(_ name: String) -> Bool {
  name.unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case 0x21...0x40, 0x5B...0x7E, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    default: false
    }
  }
}

/// Whether there is surely nothing left to fold.
private func isFolded(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case 0x21...0x5A, 0x5C, 0x5E...0x7E, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    default: false
    }
  }
}
