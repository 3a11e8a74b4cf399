import Kernel

/// A program whose exports are told by their headers.
struct SheetVendor: Sendable {
  let format: any PatentFormat
  /// The headers of its exports as they are documented or were observed, folded.
  let headers: Set<String>
  /// What stands between values of one cell.
  let separators: Set<Character>
  /// The bytes that these begin with: a text without any of them is one value.
  private let separatorStarts: [UInt8]

  init(_ format: any PatentFormat, headers: String, separators: Set<Character> = [";", "；", "|", "\n"]) {
    self.format = format
    self.headers = Set(
      headers.split(whereSeparator: { $0 == "\n" || $0 == "¦" }).map { SheetHeader.folded(String($0)) })
    self.separators = separators
    separatorStarts = separators.compactMap(\.utf8.first)
  }

  /// The values of one cell.
  func values(in text: String) -> [String] {
    guard text.utf8.contains(where: separatorStarts.contains) else { return text.isEmpty ? [] : [text] }
    return text.split(whereSeparator: separators.contains).map(String.init)
  }

  /// Every vendor.
  ///
  /// A header weighs the more, the fewer of them use it. What has no vendor's own headers is of the bureaus' older
  /// systems, which follow CNIPR.
  static let all: [SheetVendor] = [
    CNIPRSheet.vendor, IncoPatSheet.vendor, PatSnapSheet.vendor, DaweisoftSheet.vendor, LensTable.vendor,
    GooglePatentsTable.vendor, PatentscopeTable.vendor, EspacenetTable.vendor, CNKITable.vendor, PlainTable.vendor,
  ]

  private static let leastWeight = 2.0

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  private static let users: [String: Int] = all.reduce(into: [:]) { users, vendor in
    for header in vendor.headers { users[header, default: 0] += 1 }
  }

  /// The vendor whose headers these are; nil if the table is none of patents.
  static func of(_ header: [String]) -> SheetVendor? {
    guard SheetColumns(header).isOfPatents else { return nil }
    let folded = Set(header.map(SheetHeader.folded)).subtracting([""])
    func weight(_ vendor: SheetVendor) -> Double {
      var weight = 0.0
      for name in folded where vendor.headers.contains(name) { weight += 1 / Double(users[name] ?? 1) }
      return weight
    }
    let marked = header.contains { $0.contains("[标]") || $0.contains("【标】") || $0.contains("［标］") }
    if marked { return PatSnapSheet.vendor }
    var best: (vendor: SheetVendor, weight: Double)?
    for vendor in all {
      let found = weight(vendor)
      if found > best?.weight ?? 0 { best = (vendor, found) }
    }
    // One or two headers that anybody could have written do not make a vendor.
    if let best, best.weight < leastWeight, header.contains(where: isChinese) { return all.first }
    return best?.vendor ?? (header.contains(where: isChinese) ? all.first : PlainTable.vendor)
  }
}
