/// The names of a workbook's sheets, each as Excel takes it and none twice.
struct SheetNames {
  private var taken: Set<String> = []
  private static let longest = 31

  /// `name`, or what is nearest to it: without `[]:*?/\`, cut, numbered where it stands already.
  mutating func take(_ name: String) -> String {
    let plain = String(name.map { "[]:*?/\\".contains($0) || $0.isNewline ? "_" : $0 })
    let trimmed = plain.drop { $0 == "'" || $0.isWhitespace }
    let base = trimmed.isEmpty ? "Sheet" : String(trimmed)
    var chosen = Self.cut(base, to: Self.longest)
    var count = 1
    // Excel compares names without regard to case.
    while !taken.insert(chosen.lowercased()).inserted {
      count += 1
      let mark = " (\(count))"
      chosen = Self.cut(base, to: Self.longest - mark.count) + mark
    }
    return chosen
  }

  /// Excel counts UTF-16 units.
  private static func cut(_ name: String, to limit: Int) -> String {
    var text = name
    while text.utf16.count > limit || text.hasSuffix("'") || text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? "Sheet" : text
  }
}
