import Kernel
import Patents
import Tables

/// What DOCDB, OPS and documents after WIPO ST.36 have in common.
enum ExchangeDocument {
  /// The bibliographic part of a document.
  static func read(_ data: XMLNode, _ builder: inout RecordBuilder) {
    setNumbers(data, &builder)
    setTitle(data.all("invention-title"), &builder)
    setClasses(data, &builder)
    let parties = data["parties"]
    builder.record.applicants = names(parties?["applicants"]?.all("applicant") ?? [], &builder, standard: true)
    builder.record.inventors = names(parties?["inventors"]?.all("inventor") ?? [], &builder, standard: false)
    builder.record.agents = names(parties?["agents"]?.all("agent") ?? [], &builder, standard: false)
    let address = parties?["applicants"]?["applicant"]?.within("address")
    builder.record.address = address?["text"]?.line
    builder.record.province =
      address?["state"]?.line.flatMap(ProvinceName.leading) ?? builder.record.address.flatMap(ProvinceName.leading)
    let cited = data["references-cited"]?.allWithin("patcit").compactMap {
      $0.attribute("dnum") ?? number($0["document-id"])
    }
    builder.addExtra("citations", (cited ?? []).joined(separator: "; "))
  }

  /// The publication's own number, in the form that has its parts.
  static func setNumbers(_ data: XMLNode, _ builder: inout RecordBuilder) {
    let publications = data.all("publication-reference").flatMap { $0.all("document-id") }
    builder.setPublication(publications.first { $0["kind"] != nil } ?? publications.first)
    for node in publications {
      guard builder.record.publicationDay == nil, let date = node["date"]?.text else { continue }
      builder.record.publicationDay = builder.day(date, .publicationDay)
    }
    let applications = data.all("application-reference").flatMap { reference in
      reference.all("document-id").map { (reference.attribute("data-format") ?? $0.attribute("document-id-type"), $0) }
    }
    // The Chinese office's own form has the check symbol that the exchange leaves out.
    let original = builder.record.office == "CN" ? applications.first { $0.0 == "original" }?.1 : nil
    builder.setApplication(original ?? applications.first { $0.1["country"] != nil }?.1 ?? applications.first?.1)
    for (_, node) in applications {
      guard builder.record.filingDay == nil, let date = node["date"]?.text else { continue }
      builder.record.filingDay = builder.day(date, .filingDay)
    }
    let priorities = data.allWithin("priority-claim")
    builder.setPriority(priorities.compactMap { $0.within("date")?.text })
    builder.addExtra(
      "priority-number",
      priorities.compactMap { number($0["document-id"]) ?? $0["doc-number"]?.text }.uniqued.joined(separator: "; "))
  }

  static func number(_ document: XMLNode?) -> String? {
    guard let document, let number = document["doc-number"]?.text else { return nil }
    return (document["country"]?.text ?? "") + number + (document["kind"]?.text ?? "")
  }

  /// Chinese before English before any other.
  static func setTitle(_ titles: [XMLNode], _ builder: inout RecordBuilder) {
    guard let title = preferred(titles) else { return }
    builder.record.title = title.line
    builder.record.language = title.attribute("lang")?.lowercased()
    let others = titles.filter { $0.place != title.place }.compactMap(\.line).uniqued
    builder.addExtra("title-translated", others.filter { $0 != builder.record.title }.joined(separator: "\n"))
  }

  static func preferred(_ nodes: [XMLNode]) -> XMLNode? {
    for language in ["zh", "en"] {
      if let found = nodes.first(where: { $0.attribute("lang")?.lowercased() == language }) { return found }
    }
    return nodes.first
  }

  private static func setClasses(_ data: XMLNode, _ builder: inout RecordBuilder) {
    for node in data.allWithin("classification-ipcr") {
      if let text = node["text"]?.text { builder.addClass(text) } else { builder.addClass(parts(node)) }
    }
    if builder.record.ipc.isEmpty {
      for node in data["classification-ipc"]?.all("text") ?? [] { node.text.map { builder.addClass($0) } }
      for name in ["main-classification", "main-clsf", "further-classification", "further-clsf"] as [StaticString] {
        for node in data["classification-ipc"]?.all(name) ?? [] { node.text.map { builder.addClass($0) } }
      }
    }
    for node in data["patent-classifications"]?.all("patent-classification") ?? [] {
      let scheme = node["classification-scheme"]?.attribute("scheme") ?? ""
      guard scheme.hasPrefix("CPC") else { continue }
      if let symbol = node["classification-symbol"]?.text {
        builder.addCPC(symbol)
      } else {
        builder.addCPC(parts(node))
      }
    }
    for node in data.allWithin("classification-cpc") {
      if let text = node["text"]?.text { builder.addCPC(text) } else { builder.addCPC(parts(node)) }
    }
    for node in data.allWithin("classification-locarno") {
      for text in node.children.compactMap(\.text) { builder.addAnyClass(text) }
    }
  }

  /// A symbol in its parts.
  private static func parts(_ node: XMLNode) -> String {
    let head = (node["section"]?.text ?? "") + (node["class"]?.text ?? "") + (node["subclass"]?.text ?? "")
    return "\(head) \(node["main-group"]?.text ?? "")/\(node["subgroup"]?.text ?? "")"
  }

  /// Names as they were filed rather than as the exchange spells them.
  private static func names(_ parties: [XMLNode], _ builder: inout RecordBuilder, standard: Bool) -> [String] {
    func format(_ node: XMLNode) -> String? { node.attribute("data-format") }
    let filed = parties.filter { ["original", "docdba"].contains(format($0)) }
    let spelled = parties.filter { ["docdb", "epodoc"].contains(format($0)) }
    let chosen =
      !filed.isEmpty ? filed : spelled.isEmpty ? parties : spelled.filter { format($0) == format(spelled[0]) }
    if standard, !filed.isEmpty {
      builder.addExtra("applicants-standard", spelled.compactMap(name).uniqued.joined(separator: "\n"))
    }
    return chosen.compactMap(name).uniqued
  }

  /// Without the comma that the exchange leaves behind a name.
  private static func name(_ party: XMLNode) -> String? {
    let node = party.within("name") ?? party.within("orgname")
    let text = node?.line ?? person(party)
    guard let text = text.map({ $0.hasSuffix(",") ? String($0.dropLast()) : $0 }) else { return nil }
    return CleanText.line(text)
  }

  private static func person(_ party: XMLNode) -> String? {
    let parts = [party.within("first-name"), party.within("middle-name"), party.within("last-name")]
    let name = parts.compactMap { $0?.line }.joined(separator: " ")
    return name.isEmpty ? nil : name
  }
}

extension [String] {
  /// Each value once, in the order of the first.
  var uniqued: [String] {
    guard count > 1 else { return self }
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
