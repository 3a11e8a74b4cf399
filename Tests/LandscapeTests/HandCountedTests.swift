import Corpus
import Kernel
import Landscape
import Testing

/// Figures of nine documents, counted by hand.
@Suite struct `A landscape of nine documents` {
  private let snapshot: CorpusSnapshot

  init() throws { snapshot = try LandscapeTests.snapshot(of: nineDocuments()) }

  private func landscape(
    _ question: String = "", merging: NameMerging = NameMerging(known: [:]),
    options: LandscapeOptions = LandscapeOptions()
  ) throws -> Landscape {
    let asked = CorpusQuestion(question)
    return Landscape(
      of: snapshot.select(try asked.query()), question: asked, merging: merging, completeness: sampleCompleteness,
      options: options)
  }

  /// Each row as its name and numbers of documents.
  private func rows(_ analysis: Analysis) -> [String] {
    analysis.rows.map { row in
      let cells = row.cells.map { cell -> String in
        switch cell {
        case .count(let count, _): "\(count)"
        case .number(let number): "#\(number)"
        case .share(let share): "\(share)"
        case .nothing: "–"
        }
      }
      return ([name(row.label)] + cells).joined(separator: " ")
    }
  }

  private func name(_ label: AnalysisLabel) -> String {
    switch label {
    case .words(let phrase): phrase.en
    case .data(let text): text
    }
  }

  private func parts(_ analysis: Analysis) -> [Int] { analysis.balance.parts.map(\.count) }

  @Test func `has its years with the kinds, the gaps, and what is not published in full`() throws {
    let filings = try landscape().analysis(.filings)
    #expect(filings.headings.map(name) == ["All", "Invention", "Design", "Utility model", "Kind not stated"])
    #expect(
      rows(filings) == [
        "2018 2 2 0 0 0", "2019 1 0 0 1 0", "2020 0 0 0 0 0", "2021 2 2 0 0 0", "2022 0 0 0 0 0", "2023 1 1 0 0 0",
        "2024 0 0 0 0 0", "2025 2 1 1 0 0",
      ])
    // 2023 ended after 2023-07-10, 2024 after 2024-07-10.
    #expect(filings.rows.prefix(5).allSatisfy { $0.standing == .complete })
    #expect(
      filings.rows.suffix(3).map(\.standing) == [.internationalIncomplete, .incomplete, .incomplete])
    #expect(parts(filings) == [8, 1])
  }

  @Test func `counts spellings of one applicant together, by rules that leave nothing to judge`() throws {
    let applicants = try landscape().analysis(.applicants)
    // A document with two applicants counts at both; one with two spellings of one applicant counts once.
    #expect(
      rows(applicants) == [
        "ACME COMPANY LIMITED 2 2222", "东南乙大学 2 2222", "南京甲大学 2 2222", "深圳华明有限公司 2 2222", "深圳华明（有限公司） 1 1111",
      ])
    #expect(parts(applicants) == [8, 1])
    #expect(applicants.balance.assignments == 9)
    let merged = try landscape().mergedApplicants
    #expect(merged.map(\.name) == ["ACME COMPANY LIMITED", "深圳华明有限公司"])
    #expect(merged[1].spellings.map(\.basis) == [nil, .rule(.legalForm)])
    var options = LandscapeOptions()
    options.mergesNames = false
    #expect(try landscape(options: options).analysis(.applicants).rows.count == 8)
  }

  @Test func `counts parties that people have merged as one`() throws {
    let merging = NameMerging(known: [
      "深圳华明（有限公司）": NameMerging.Known(name: "深圳华明有限责任公司", isByHand: true)
    ])
    let landscape = try landscape(merging: merging)
    #expect(rows(landscape.analysis(.applicants)).first == "深圳华明有限责任公司 3 3333")
    let spellings = try #require(landscape.mergedApplicants.first?.spellings)
    #expect(spellings.first { $0.text == "深圳华明（有限公司）" }?.basis == .hand)
  }

  @Test func `is concentrated as the shares are`() throws {
    let concentration = try landscape().analysis(.concentration)
    // Eight documents with an applicant; shares of 2, 2, 2, 2 and 1 of nine: 17 / 81.
    #expect(rows(concentration).first == "All years 8 #5 8 10000 8 10000 #2099")
    // The last complete year is 2023: its period has three documents of two applicants, 2 and 1 of three: 5 / 9.
    #expect(rows(concentration)[1] == "Filed 2021–2023 3 #2 3 10000 3 10000 #5556")
    #expect(rows(concentration)[2] == "Filed 2018–2020 3 #2 3 10000 3 10000 #5000")
  }

  @Test func `pairs applicants and inventors of one document`() throws {
    #expect(rows(try landscape().analysis(.coApplicants)) == ["东南乙大学 × 南京甲大学 1 1111"])
    #expect(
      rows(try landscape().analysis(.coInventors)) == [
        "张甲 × 李乙 2 2222", "张甲 × 王丙 1 1111", "李乙 × 王丙 1 1111",
      ])
  }

  @Test func `crosses classes with classes, years and applicants`() throws {
    #expect(rows(try landscape().analysis(.classes)) == ["G06F 4 4444", "A01B 2 2222", "H04L 2 2222"])
    let pairs = try landscape().analysis(.classPairs)
    #expect(rows(pairs) == ["G06F 4 4 0 1", "A01B 2 0 2 0", "H04L 2 1 0 2"])
    #expect(parts(pairs) == [7, 2])
    let blanks = try landscape().analysis(.whiteSpace)
    #expect(blanks.headings.map(name).dropFirst().first == "ACME COMPANY LIMITED")
    // ACME has nothing in G06F and H04L, the others' blanks likewise.
    #expect(rows(blanks) == ["G06F 4 0 1 2 1 1 #1", "A01B 2 1 0 0 1 0 #3", "H04L 2 0 2 1 0 0 #3"])
    let years = try landscape().analysis(.classYears)
    #expect(rows(years)[0] == "G06F 4 2 0 0 1 0 1 0 0 0")
  }

  @Test func `grows from three complete years to the next`() throws {
    let growth = try landscape().analysis(.growth)
    #expect(growth.headings.map(name).prefix(2) == ["2021–2023", "2018–2020"])
    #expect(rows(growth) == ["All 3 3 #0 0", "A01B 1 0 #1 –", "G06F 2 2 #0 0", "H04L 0 2 #-2 -10000"])
    #expect(parts(growth) == [3, 3, 2, 1])
  }

  @Test func `lives through documents and applicants of a year`() throws {
    #expect(
      rows(try landscape().analysis(.lifeCycle)) == [
        "2018 2 #2", "2019 1 #1", "2020 0 #0", "2021 2 #1", "2022 0 #0", "2023 1 #1", "2024 0 #0", "2025 2 #1",
      ])
  }

  @Test func `ranks agencies, provinces and kinds`() throws {
    #expect(rows(try landscape().analysis(.agencies)) == ["宁一专利代理 3 3333", "宁二专利代理 1 1111"])
    #expect(parts(try landscape().analysis(.agencies)) == [4, 5])
    #expect(rows(try landscape().analysis(.provinces)) == ["广东 3 3333", "江苏 3 3333"])
    #expect(parts(try landscape().analysis(.provinces)) == [6, 3])
    #expect(try landscape().analysis(.cities).rows.isEmpty)
    #expect(parts(try landscape().analysis(.cities)) == [9])
  }

  @Test func `is drawn of what a question finds alone`() throws {
    let found = try landscape("PRO:江苏")
    #expect(found.documents == 3 && found.corpus == 9 && found.position == 41)
    #expect(rows(found.analysis(.applicants)) == ["东南乙大学 2 6667", "南京甲大学 2 6667"])
  }
}

@Suite struct `The completeness of years` {
  @Test func `ends eighteen and thirty months before the data do`() throws {
    #expect(sampleCompleteness.completeUntil == Day("2024-07-10"))
    #expect(sampleCompleteness.internationalCompleteUntil == Day("2023-07-10"))
    #expect(sampleCompleteness.lastCompleteYear == 2023)
    let atYearsEnd = Completeness(cutoff: try #require(Day("2026-06-30")), months: 18, internationalMonths: 30)
    #expect(atYearsEnd.completeUntil == Day("2024-12-30"))
    #expect(atYearsEnd.lastCompleteYear == 2023)
    let dayLater = Completeness(cutoff: try #require(Day("2026-07-01")), months: 18, internationalMonths: 30)
    #expect(dayLater.lastCompleteYear == 2024)
    let settled = Completeness(cutoff: try #require(Day("2026-07-31")), months: 18, internationalMonths: 30)
    #expect(settled.lastCompleteYear == 2024)
    #expect(settled.standing(ofPublicationYear: 2026) == .incomplete)
    #expect(settled.standing(ofPublicationYear: 2025) == .complete)
  }
}
