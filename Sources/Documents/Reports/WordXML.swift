/// Text for the XML of a word processor.
func wordText(_ text: String) -> String {
  var written = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": written += "&amp;"
    case "<": written += "&lt;"
    case ">": written += "&gt;"
    case "\"": written += "&quot;"
    case "\t", "\n", "\r": written += " "
    default:
      // What XML 1.0 has no place for.
      let isForbidden = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
      if !isForbidden { written.unicodeScalars.append(scalar) }
    }
  }
  return written
}

let wordHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
