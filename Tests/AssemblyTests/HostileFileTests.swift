import Access
import Assembly
import CZip
import Fixtures
import Foundation
import HTTPTypes
import Jobs
import JobsStore
import Kernel
import PortalFixtures
import Testing
import Web

@Suite struct `A hostile file` {
  @Test(arguments: HostileFile.all)
  func `is refused in both languages and leaves nothing behind`(_ file: HostileFile) async throws {
    try await TestZone.with { zone in
      let content = try file.content()
      let browser = try await zone.signedIn(.centreStaff)
      for (prefix, words) in [("", file.chinese), ("/en", file.english)] {
        let page = try await browser.upload(prefix + "/imports/new", [], file: ("file", file.name, content))
        #expect([413, 422].contains(page.status.code), "\(page.status)")
        #expect(page.text.contains(words) && page.text.contains("id=\"f-file-error\""), "\(file.name) in \(prefix)")
        #expect(!page.text.contains(zone.zone.place.directory))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.uploads).isEmpty)
      #expect(try await zone.zone.jobs.page(limit: 1, by: zone.zone.console).isEmpty)
      for table in ["patent_files", "patent_imports", "patents", "patent_sources", "import_notes"] {
        #expect(try await zone.count(table) == 0, "\(table)")
      }
      #expect(try await zone.isIntact())
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.temporary).isEmpty)
      try await zone.importDemonstration()
      #expect(try await zone.count("patents") > 0)
    }
  }

  @Test func `without a name, or none at all, is refused beside the field`() async throws {
    try await TestZone.with { zone in
      let browser = try await zone.signedIn(.centreStaff)
      for name in ["", "leer.csv"] {
        let answer = try await browser.upload("/imports/new", [], file: ("file", name, []))
        #expect(answer.status == .unprocessableContent && answer.text.contains("id=\"f-file-error\""))
      }
      #expect(try await browser.get("/imports/uploads/" + String(repeating: "0", count: 64)).status == .notFound)
      let stray = try await browser.get("/imports/uploads/..%2F..%2Fzone.key")
      #expect(stray.status == .notFound && !stray.text.contains(zone.zone.place.directory))
    }
  }

  @Test func `that is too large is refused while it comes in`() async throws {
    var settings = Settings()
    settings.uploadLimit = 1_000_000
    try await TestZone.with(settings) { zone in
      let browser = try await zone.signedIn(.centreStaff)
      for (path, words) in [("/imports/new", "的上限"), ("/en/imports/new", "is larger than")] {
        let token = try #require(try await browser.get(path).formToken)
        let body = SlowUpload(token: token, megabytes: 512)
        let answer = try await browser.send(
          .post, path, [.contentType: "multipart/form-data; boundary=\(SlowUpload.boundary)"], body)
        #expect(answer.status == .contentTooLarge && answer.text.contains(words))
        #expect(body.sent < 1_200_000)
      }
      // Whoever may not send files is not listened to any longer than who may.
      let visitor = zone.visitor()
      let token = try #require(try await visitor.get("/sign-in").formToken)
      let body = SlowUpload(token: token, megabytes: 512)
      let answer = try await visitor.send(
        .post, "/imports/new", [.contentType: "multipart/form-data; boundary=\(SlowUpload.boundary)"], body)
      #expect(answer.status == .contentTooLarge)
      #expect(body.sent < 1_200_000)
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.temporary).isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.uploads).isEmpty)
    }
  }
}

/// A file that somebody might send to do harm, or by mistake.
struct HostileFile: Sendable, CustomTestStringConvertible {
  let name: String
  let chinese: String
  let english: String
  let content: @Sendable () throws -> [UInt8]

  var testDescription: String { name }

  static let all = [
    HostileFile(
      name: "bomb.xlsx", chinese: "上限 8192 MB", english: "limit 8192 MB",
      content: workbookBomb),
    HostileFile(
      name: "entities.xml", chinese: "声明了实体", english: "declares entities"
    ) {
      let entities = (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
      return Array(
        """
        <?xml version="1.0"?><!DOCTYPE us-patent-grant [<!ENTITY e0 "x">\(entities)]>
        <us-patent-grant lang="EN">&e9;</us-patent-grant>
        """.utf8)
    },
    // Neither UTF-8 nor GB 18030 has a character that begins with FF.
    HostileFile(
      name: "encoding.csv", chinese: "无法识别文字编码", english: "encoding"
    ) { Array("a,b\r\n".utf8) + [UInt8](repeating: 0xFF, count: 4_000) },
    HostileFile(name: "cut.xlsx", chinese: "XLSX", english: "XLSX") {
      Array(try workbookBomb().prefix(30_000))
    },
    HostileFile(name: "page.csv", chinese: "这是网页", english: "This is a web page") {
      Array("<html><script>alert(1)</script></html>".utf8)
    },
  ]

  /// A hundred megabytes of spaces in a cell, deflated to a thousandth.
  ///
  /// They go by way of a file, since other tests measure the memory of this process.
  @Sendable private static func workbookBomb() throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bomb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let book = folder.appending(path: "bomb.xlsx")
    var code: Int32 = 0
    let archive = try #require(zip_open(book.path, ZIP_CREATE | ZIP_TRUNCATE, &code))
    for (place, part) in bombParts.enumerated() {
      let file = folder.appending(path: "\(place)")
      try Data(part.beginning.utf8).write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      try handle.seekToEnd()
      let megabyte = Data(repeating: 0x20, count: 1_000_000)
      for _ in 0..<part.megabytes { try handle.write(contentsOf: megabyte) }
      try handle.write(contentsOf: Data(part.end.utf8))
      try handle.close()
      zip_file_add(archive, part.name, zip_source_file(archive, file.path, 0, -1), 0)
    }
    guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
    return Array(try Data(contentsOf: book))
  }

  /// The parts of a workbook, each with as many megabytes of spaces in its middle.
  private static let bombParts: [(name: String, beginning: String, megabytes: Int, end: String)] = [
    (
      "xl/workbook.xml",
      #"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#, 0, ""
    ),
    (
      "xl/_rels/workbook.xml.rels",
      #"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>"#, 0,
      "</Relationships>"
    ),
    (
      "xl/worksheets/sheet1.xml", #"<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>"#, 100,
      "</t></is></c></row></sheetData></worksheet>"
    ),
  ]
}
