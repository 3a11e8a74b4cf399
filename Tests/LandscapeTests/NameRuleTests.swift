import Corpus
import Kernel
import Landscape
import Testing

@Suite struct `Names of applicants` {
  /// How many applicants a corpus has whose documents have one spelling each.
  private func applicants(_ spellings: [String]) throws -> Int {
    let documents = spellings.enumerated().map { place, spelling -> CorpusDocument in
      var document = CorpusDocument(id: Int64(place + 1))
      document.applicants = [spelling]
      return document
    }
    let landscape = Landscape(
      of: try snapshot(of: documents).select(.everything), question: CorpusQuestion(),
      merging: NameMerging(known: [:]), completeness: sampleCompleteness)
    return landscape.analysis(.applicants).rows.count
  }

  @Test(arguments: [
    ["华明有限责任公司", "华明有限公司"], ["ＡＢＣ（中国）有限公司", "ABC(中国)有限公司"], ["Acme Inc.", "ACME, Incorporated"],
    ["Siemens Corp", "SIEMENS CORPORATION"], ["東南大學", "东南大学"], ["Foo Co., Ltd", "foo company limited"],
  ])
  func `are one where only width, script or the legal form differ`(spellings: [String]) throws {
    #expect(try applicants(spellings) == 1)
  }

  @Test(arguments: [
    ["华明有限公司", "华明股份有限公司"], ["华明（南京）有限公司", "华明南京有限公司"], ["南京大学", "南京大学医学院"], ["ABC 12", "ABC 1 2"],
    ["华明集团有限公司", "华明有限公司"],
  ])
  func `stay apart where somebody has to judge`(spellings: [String]) throws {
    #expect(try applicants(spellings) == 2)
  }
}
