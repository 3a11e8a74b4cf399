import Foundation
import Kernel
import PatentFormats
import Patents
import Testing

@Suite struct `What is written as ST.96` {
  private static func facts() -> PatentFacts {
    var facts = PatentFacts()
    facts[.office] = "CN"
    facts[.publicationNumber] = "CN110000001A"
    facts[.applicationRaw] = "CN200310102344.5"
    facts[.title] = "一种 <泵> & “阀”"
    facts[.abstract] = "第一段\n第二段"
    facts[.applicants] = "甲公司\n乙大学"
    facts[.inventors] = "王芳"
    facts[.agents] = "李雷"
    facts[.ipc] = "G06F 16/903\nH01M 10/05"
    facts[.filingDay] = "2019-01-02"
    facts[.publicationDay] = "2020-03-04"
    facts[.priorityDay] = "2018-05-06"
    return facts
  }

  @Test func `is read again as it was`() throws {
    let text =
      ST96Writer.head + ST96Writer.publication(Self.facts(), origin: [("source", "incopat"), ("note", "a\"b<c")])
      + ST96Writer.tail
    let path = FileManager.default.temporaryDirectory.appending(path: "st96-\(UUID().uuidString).xml").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let (code, rows) = try given(path)
    #expect(code == "wipo-st96" && rows.count == 1)
    let record = try #require(rows.first?.record)
    #expect(record.publicationNumber?.description == "CN110000001A" && record.title == "一种 <泵> & “阀”")
    #expect(record.applicants == ["甲公司", "乙大学"] && record.inventors == ["王芳"] && record.agents == ["李雷"])
    #expect(record.ipc == ["G06F 16/903", "H01M 10/05"] && record.abstract == "第一段\n第二段")
    #expect(record.filingDay == Day("2019-01-02") && record.publicationDay == Day("2020-03-04"))
    #expect(record.priorityDay == Day("2018-05-06") && record.applicationNumberRaw == "CN200310102344.5")
  }

  @Test func `is well-formed, whatever stands in a text`() throws {
    var facts = PatentFacts()
    facts[.office] = "US"
    facts[.title] = "a\u{1}b\u{FFFE}c ]]> &amp;"
    let text = ST96Writer.head + ST96Writer.publication(facts, origin: []) + ST96Writer.tail
    let parser = XMLParsing(text)
    #expect(parser.isWellFormed, "\(parser.fault)")
    #expect(!text.contains("\u{1}") && !text.contains("\u{FFFE}") && text.contains("]]&gt; &amp;amp;"))
  }
}

/// What a parser that is none of ours says.
private struct XMLParsing {
  let isWellFormed: Bool
  let fault: String

  init(_ text: String) {
    let path = FileManager.default.temporaryDirectory.appending(path: "parse-\(UUID().uuidString).xml").path
    try? Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", "import sys, xml.dom.minidom as m; m.parse(sys.argv[1])", path]
    let pipe = Pipe()
    process.standardError = pipe
    try? process.run()
    fault = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    isWellFormed = process.terminationStatus == 0
  }
}
