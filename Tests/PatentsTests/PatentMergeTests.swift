import Patents
import Testing

@Suite struct `A further source` {
  private static let vendor = 200

  private func facts(_ values: [PatentField: String]) -> PatentFacts {
    var facts = PatentFacts()
    for (field, value) in values { facts[field] = value }
    return facts
  }

  @Test(arguments: [300, 200]) func `of the same or a higher rank wins where both speak`(_ rank: Int) {
    let merge = PatentMerge(
      facts([.title: "旧名称", .address: "江宁区"]), precedence: Self.vendor, with: facts([.title: "新名称"]), precedence: rank)
    #expect(merge.merged == facts([.title: "新名称", .address: "江宁区"]))
    #expect(merge.before == [.title: "旧名称"])
  }

  @Test func `of a lower rank only fills gaps`() {
    let merge = PatentMerge(
      facts([.title: "名称"]), precedence: Self.vendor, with: facts([.title: "别的", .abstract: "摘要"]), precedence: 100)
    #expect(merge.merged == facts([.title: "名称", .abstract: "摘要"]))
    let expected: [PatentField: String?] = [.abstract: nil as String?]
    #expect(merge.before == expected)
  }

  @Test func `that is silent takes nothing away`() {
    let current = facts([.title: "名称", .legalStatus: "授权"])
    let merge = PatentMerge(current, precedence: 100, with: facts([.title: "名称"]), precedence: 300)
    #expect(merge.merged == current)
    #expect(merge.before.isEmpty)
  }

  @Test func `with another application number replaces what was said about the old one`() {
    let current = facts([
      .applicationNumber: "201710601862.3", .applicationRaw: "2017106018623", .applicationState: "verified",
    ])
    let row = facts([.applicationNumber: "201830264854.X", .applicationState: "verified"])
    let merge = PatentMerge(current, precedence: 100, with: row, precedence: 100)
    #expect(merge.merged[.applicationNumber] == "201830264854.X")
    #expect(merge.merged[.applicationRaw] == nil)
    #expect(merge.merged[.applicationState] == "verified")
    #expect(merge.before == [.applicationNumber: "201710601862.3", .applicationRaw: "2017106018623"])
  }

  @Test func `of a lower rank does not call a good number ruined`() {
    let current = facts([.applicationNumber: "201710601862.3", .applicationState: "verified"])
    let row = facts([.applicationRaw: "2.02E+12", .applicationState: "ruined"])
    #expect(PatentMerge(current, precedence: 300, with: row, precedence: 100).merged == current)
  }

  @Test func `is undone field by field`() {
    let current = facts([.title: "旧名称", .address: "江宁区"])
    let row = facts([.title: "新名称", .abstract: "摘要", .province: "江苏"])
    let merge = PatentMerge(current, precedence: 100, with: row, precedence: 100)
    #expect(merge.merged != current)
    #expect(PatentMerge.undone(merge.merged, merge.before) == current)
  }
}

@Suite struct `The fields of a patent` {
  @Test func `keep their places, which are stored`() {
    #expect(
      PatentField.allCases.map(\.rawValue) == [
        "office", "publication_number", "application_number", "application_raw", "application_state", "kind", "title",
        "abstract", "first_claim", "applicants", "inventors", "agents", "agency", "agency_code", "ipc", "locarno",
        "filing_day", "publication_day", "grant_day", "priority_day", "address", "province", "legal_status", "language",
      ])
    #expect(PatentField.allCases.map(\.place) == Array(0..<24))
  }

  @Test func `with lists have one value a line`() {
    var facts = PatentFacts()
    #expect(facts.list(.applicants) == [])
    facts[.applicants] = "甲公司"
    #expect(facts.list(.applicants) == ["甲公司"])
    facts[.applicants] = "甲公司\n乙 公司"
    #expect(facts.list(.applicants) == ["甲公司", "乙 公司"])
  }

  @Test func `sort by publication, else by filing`() {
    var facts = PatentFacts()
    #expect(facts.sortDay == "")
    facts[.filingDay] = "2020-01-02"
    #expect(facts.sortDay == "2020-01-02")
    facts[.publicationDay] = "2021-03-04"
    #expect(facts.sortDay == "2021-03-04")
  }
}
