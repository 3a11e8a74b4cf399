/// The list of sheets of a workbook.
final class WorkbookReader: XMLVisitor {
  static let vocabulary = ["sheet", "workbookPr"]
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var usesDatesFrom1904 = false

  func start(_ name: Int, _ attributes: XMLAttributes) {
    switch name {
    case 0:
      // The attribute is r:id; prefixes do not count, and a sheet has no other id.
      if let relation = attributes["id"] { sheets.append((attributes["name"] ?? "", relation)) }
    case 1: usesDatesFrom1904 = ["1", "true"].contains(attributes["date1904"])
    default: break
    }
  }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: Int) {}
}

/// Where the parts of a workbook are.
final class RelationsReader: XMLVisitor {
  static let vocabulary = ["Relationship"]
  private(set) var targets: [String: String] = [:]

  func start(_ name: Int, _ attributes: XMLAttributes) {
    guard name == 0, let id = attributes["Id"], let target = attributes["Target"],
      attributes["Type"]?.hasSuffix("/worksheet") == true
    else { return }
    targets[id] = target
  }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: Int) {}
}

/// Which cell styles show numbers as dates, and which in per cent.
final class SheetStyles: XMLVisitor {
  static let vocabulary = ["numFmt", "cellXfs", "xf"]
  private var dateFormats: Set<Int> = Set(14...22).union(27...36).union(45...47).union(50...58)
  private var shareFormats: Set<Int> = [9, 10]
  private var isInCells = false
  private var isDate: [Bool] = []
  private var isShare: [Bool] = []

  func start(_ name: Int, _ attributes: XMLAttributes) {
    switch name {
    case 0:
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else { return }
      if Self.shows(code, any: ["y", "d"]) { dateFormats.insert(id) } else { dateFormats.remove(id) }
      if Self.shows(code, any: ["%"]) { shareFormats.insert(id) } else { shareFormats.remove(id) }
    case 1: isInCells = true
    case 2 where isInCells:
      let format = attributes["numFmtId"].flatMap { Int($0) }
      isDate.append(format.map(dateFormats.contains) ?? false)
      isShare.append(format.map(shareFormats.contains) ?? false)
    default: break
    }
  }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: Int) { if name == 1 { isInCells = false } }

  func showsDate(style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }
  func showsShare(style: Int) -> Bool { isShare.indices.contains(style) && isShare[style] }

  /// Whether a number format has one of `marks` outside quotation marks and brackets.
  private static func shows(_ code: String, any marks: Set<Character>) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for symbol in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch symbol {
      case "\\": isEscaped = true
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      case _ where marks.contains(symbol): if !isQuoted, !isBracketed { return true }
      default: break
      }
    }
    return false
  }
}
