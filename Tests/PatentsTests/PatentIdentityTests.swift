import Patents
import Testing

@Suite struct `The identity of a patent` {
  @Test func `is its publication number before anything else`() {
    #expect(identity([.publicationNumber: "CN110000001A", .applicationNumber: "201710601862.3"]) == "P:CN110000001A")
  }

  @Test func `is its verified application number where it has not been published`() {
    #expect(identity([.applicationNumber: "201710601862.3", .title: "检索方法"]) == "A:201710601862.3")
  }

  @Test func `without a number is made of office, title, first applicant and filing day`() {
    let facts: [PatentField: String] = [
      .office: "CN", .title: "一种 Test|方法", .applicants: "南京甲公司\n南京乙公司", .filingDay: "2021-07-17",
    ]
    #expect(identity(facts) == "N:CN|一种test方法|南京甲公司|2021-07-17")
    #expect(PatentIdentity(self.facts(facts)).isWithoutNumber)
    #expect(!PatentIdentity(text: "P:CN110000001A").isWithoutNumber)
  }

  @Test func `without a number does not depend on how an accent is composed`() {
    let composed = identity([.office: "FR", .title: "Proc\u{E9}d\u{E9}"])
    let apart = identity([.office: "FR", .title: "Proce\u{301}de \u{301}"])
    #expect(Array(composed.utf8) == Array(apart.utf8))
  }

  private func facts(_ values: [PatentField: String]) -> PatentFacts {
    var facts = PatentFacts()
    for (field, value) in values { facts[field] = value }
    return facts
  }

  private func identity(_ values: [PatentField: String]) -> String { PatentIdentity(facts(values)).text }
}
