public import Kernel
public import Patents

/// Writes patents of the register in components of WIPO ST.96, to be read by whoever reads that.
///
/// Source: WIPO ST.96 V6_0, `PatentPublication` as its published example has it. Bibliographic data and the abstract;
/// what the register does not hold is left out, never made up.
public enum ST96Writer {
  private static let namespaces = """
    xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent" \
    xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common"
    """

  /// The beginning of a file of many: ST.96 has no element for a set of publications, so the house's own holds them.
  public static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <ipz:Publications xmlns:ipz="urn:ipzone:publications:1" \(namespaces)>

    """

  public static let tail = "</ipz:Publications>\n"

  /// One publication with where it came from around it.
  ///
  /// - Parameter origin: names and values, such as the source and the day of its import.
  public static func publication(_ facts: PatentFacts, origin: [(name: String, value: String)]) -> String {
    let attributes = origin.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
    let language = facts[.language] ?? (facts[.office] == "CN" ? "zh" : nil)
    let spoken = language.map { " com:languageCode=\"\(escaped($0))\"" } ?? ""
    return """
      <ipz:Publication\(attributes)>
      <pat:PatentPublication com:st96Version="V6_0"\(spoken)>
      \(element("com:IPOfficeCode", facts[.office]))<pat:BibliographicData com:st96Version="V6_0">
      \(publicationNumber(facts))\(application(facts))\(priority(facts))\(classes(facts))\
      \(bag("pat:InventionTitleBag", facts[.title].map { "<pat:InventionTitle\(spoken)>\(escaped($0))</pat:InventionTitle>" } ?? ""))\
      \(bag("pat:PartyBag", parties(facts)))</pat:BibliographicData>
      \(abstract(facts, spoken))</pat:PatentPublication>
      </ipz:Publication>

      """
  }

  private static func publicationNumber(_ facts: PatentFacts) -> String {
    guard let number = facts[.publicationNumber].flatMap({ try? PublicationNumber($0) }) else { return "" }
    return bag(
      "pat:PatentPublicationIdentification",
      element("com:IPOfficeCode", number.office) + element("pat:PublicationNumber", number.number)
        + element("com:PatentDocumentKindCode", number.kindCode)
        + element("com:PublicationDate", facts[.publicationDay]))
  }

  private static func application(_ facts: PatentFacts) -> String {
    let number = facts[.applicationNumber] ?? facts[.applicationRaw]
    guard number != nil || facts[.filingDay] != nil else { return "" }
    let text = number.map { bag("com:ApplicationNumber", element("com:ApplicationNumberText", $0)) } ?? ""
    return bag(
      "pat:ApplicationIdentification",
      element("com:IPOfficeCode", facts[.office]) + text + element("pat:FilingDate", facts[.filingDay]))
  }

  private static func priority(_ facts: PatentFacts) -> String {
    guard let day = facts[.priorityDay] else { return "" }
    return bag(
      "pat:PriorityClaimBag",
      "<pat:PriorityClaim com:sequenceNumber=\"1\">\(element("pat:FilingDate", day))</pat:PriorityClaim>")
  }

  private static func classes(_ facts: PatentFacts) -> String {
    let symbols = facts.list(.ipc).enumerated().compactMap { place, text -> String? in
      let parts = text.split(separator: " ")
      guard let head = parts.first, head.utf8.count == 4 else { return nil }
      let groups = parts.count > 1 ? parts[1].split(separator: "/") : []
      let main = element("pat:MainGroup", groups.first.map(String.init))
      let sub = element("pat:Subgroup", groups.count > 1 ? String(groups[1]) : nil)
      return """
        <pat:IPCRClassification com:sequenceNumber="\(place + 1)">\(element("pat:Section", String(head.prefix(1))))\
        \(element("pat:Class", String(head.dropFirst().prefix(2))))\(element("pat:Subclass", String(head.suffix(1))))\
        \(main)\(sub)</pat:IPCRClassification>
        """
    }
    return symbols.isEmpty
      ? "" : bag("pat:PatentClassificationBag", bag("pat:IPCRClassificationBag", symbols.joined()))
  }

  private static func parties(_ facts: PatentFacts) -> String {
    people("Applicant", facts.list(.applicants)) + people("Inventor", facts.list(.inventors))
      + people("RegisteredPractitioner", facts.list(.agents))
  }

  private static func people(_ name: String, _ names: [String]) -> String {
    let people = names.enumerated().map { place, text in
      """
      <pat:\(name) com:sequenceNumber="\(place + 1)"><com:PublicationContact><com:Name>\
      \(element("com:EntityName", text))</com:Name></com:PublicationContact></pat:\(name)>
      """
    }
    return people.isEmpty ? "" : bag("pat:\(name)Bag", people.joined())
  }

  private static func abstract(_ facts: PatentFacts, _ spoken: String) -> String {
    guard let text = facts[.abstract] else { return "" }
    let paragraphs = text.split(separator: "\n").map { element("pat:P", String($0)) }
    return "<pat:Abstract\(spoken)>\(paragraphs.joined())</pat:Abstract>\n"
  }

  private static func bag(_ name: String, _ content: String) -> String {
    content.isEmpty ? "" : "<\(name)>\(content)</\(name)>\n"
  }

  private static func element(_ name: String, _ text: String?) -> String {
    text.map { "<\(name)>\(escaped($0))</\(name)>" } ?? ""
  }

  /// For elements and attributes; what XML 1.0 does not allow at all is left out.
  public static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && ![0x26, 0x3C, 0x3E, 0x22].contains($0) && $0 != 0xEF }
    guard !isPlain else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      default:
        if scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}
