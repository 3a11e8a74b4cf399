import Corpus
import Testing

@Suite struct `A narrowing` {
  @Test func `stands in an address as column and value, whatever is in the value`() throws {
    let narrowing = CorpusNarrowing(.applicant, "甲:乙（南京）公司")
    #expect(narrowing.description == "applicant:甲:乙（南京）公司")
    #expect(CorpusNarrowing(narrowing.description) == narrowing)
    for text in ["applicant:", "applicant", "colour:red", "", "kind:a\nb"] { #expect(CorpusNarrowing(text) == nil) }
  }

  @Test func `is taken away as it was added, and others stay`() {
    let (one, other) = (CorpusNarrowing(.kind, "design"), CorpusNarrowing(.kind, "invention"))
    let both = CorpusQuestion("泵").narrowed(to: [one, other, one])
    #expect(both.narrowings == [one, other])
    #expect(both.without(one).narrowings == [other])
    #expect(both.without(one).without(other) == CorpusQuestion("泵"))
  }
}
