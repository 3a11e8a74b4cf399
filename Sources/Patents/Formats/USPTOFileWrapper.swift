public import Kernel
import Patents
public import Tables

/// Papers of an application as the United States office reads them in: claims, abstract or description, each by itself.
public struct USPTOFileWrapper: XMLFormat {
  public let code = "uspto-file-wrapper"
  public let name = Phrase(zh: "美国专利申请文件（XML4IP）", en: "USPTO papers of an application (XML4IP)")
  public let precedence = 200
  public let citation =
    "USPTO XML4IP：ClaimsDocument 1.1、SpecificationDocument 1.0，以申请号为准；the office's schema V1.3 of papers"
  public static let elements = ["ClaimsDocument", "SpecificationDocument"]

  public init() {}

  public func outcome(of record: XMLRecord, in ancestors: [String]) -> FormatRow.Outcome? {
    let root = record.root
    var builder = RecordBuilder(office: "US")
    builder.record.language = "en"
    if let number = root.within("ApplicationNumber")?.text { builder.setForeignApplication("US" + number) }
    let texts = root.allWithin("P").compactMap(\.line)
    switch root["DocumentCode"]?.text {
    case "CLM": builder.setClaims(root.allWithin("Claim").compactMap(\.line))
    case "ABST": builder.record.abstract = texts.isEmpty ? nil : texts.joined(separator: "\n")
    default: builder.addExtra("description", texts.joined(separator: "\n"))
    }
    builder.addExtra("received-day", root["MailRoomDate"]?.text)
    return builder.outcome(of: record)
  }
}
