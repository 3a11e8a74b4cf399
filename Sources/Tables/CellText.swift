/// The text that a workbook means: `_x000D_` stands for the character with that number.
///
/// Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
func cellText(_ written: String) -> String {
  guard written.utf8.contains(0x5F), written.contains("_x") else { return written }
  return written.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
    let scalar = UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init)
    return scalar.map { String($0) } ?? String(match.output.0)
  }
}

/// `text` as a workbook can hold it: line ends are line feeds, other control characters go, and what would be read as
/// the escape of a character is escaped itself.
func writtenText(_ text: String) -> String {
  var told = String.UnicodeScalarView()
  var last: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0D: told.append("\n")
    case 0x0A: if last != "\r" { told.append("\n") }
    case 0x09: told.append(scalar)
    case ..<0x20, 0x7F, 0xFFFE, 0xFFFF: break
    default: told.append(scalar)
    }
    last = scalar
  }
  let plain = String(told)
  guard plain.utf8.contains(0x5F) else { return plain }
  return plain.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
}
