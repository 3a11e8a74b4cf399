import Foundation
import Kernel
import PatentFormats
import Patents
import Tables
import Testing

@Suite struct `Documents of the United States` {
  /// Name, number, title, applicants, inventors, first IPC, filing, publication, grant, priority.
  static let expected: [(String, String, String, [String], Int, String?, String, String, String?, String?)] = [
    (
      "us_example1.xml", "US20210049351A1",
      "ACTION RECOGNITION APPARATUS, ACTION RECOGNITION METHOD, AND COMPUTER-READABLE RECORDING MEDIUM",
      ["NEC Corporation"], 2, "G06K 9/00", "2018-04-13", "2021-02-18", nil, nil
    ),
    (
      "US06859910.xml", "US6859910B2", "Methods and systems for transactional tunneling", ["Bluestreak.com"], 1,
      "G06F 15/00", "2001-04-10", "2005-02-22", "2005-02-22", nil
    ),
    (
      "US08930553.xml", "US8930553B2", "Managing mid-dialog session initiation protocol (SIP) messages",
      ["International Business Machines Corporation"], 3, "G06F 15/16", "2012-10-09", "2015-01-06", "2015-01-06", nil
    ),
    (
      "US20050004437A1.xml", "US20050004437A1",
      "Simulation device for playful evaluation and display of blood sugar levels",
      ["Heiner Kaufmann", "Thomas Vering"], 2, "A61B 5/00", "2004-04-23", "2005-01-06", nil, "2001-10-26"
    ),
    (
      "US20010000044A1.xml", "US20010000044A1",
      "Systems and Methods For Transacting Business Over A Global Communications Network Such As The Internet", [], 1,
      "G06F 17/60", "1999-06-29", "2001-03-15", nil, nil
    ),
    (
      "USD435854S1.xml", "USD435854S", "Disc cartridge",
      ["Hitachi Maxell, Ltd.", "Sanyo Electric Co.,Ltd.", "Olympus Optical Co., Ltd."], 8, nil, "1999-01-06",
      "2001-01-02", "2001-01-02", nil
    ),
  ]

  @Test(arguments: expected.indices) func `are read in every generation`(_ place: Int) throws {
    let (name, number, title, applicants, inventors, ipc, filed, published, granted, priority) = Self.expected[place]
    let (code, rows) = try given(sample("uspto/\(name)"))
    #expect(code == "uspto-xml")
    #expect(rows.count == 1)
    let record = try #require(rows.first?.record)
    #expect(record.publicationNumber?.description == number)
    #expect(record.title == title)
    #expect(record.applicants == applicants)
    #expect(record.inventors.count == inventors)
    #expect(record.ipc.first == ipc)
    #expect(record.filingDay?.description == filed)
    #expect(record.publicationDay?.description == published)
    #expect(record.grantDay?.description == granted)
    #expect(record.priorityDay?.description == priority)
    #expect(rows.first?.repairs == [])
  }

  @Test func `of a week stand in one file, each a row, with what is none rejected`() throws {
    let grant = try Data(contentsOf: URL(fileURLWithPath: sample("uspto/US08930553.xml")))
    let other = try Data(contentsOf: URL(fileURLWithPath: sample("uspto/us_example1.xml")))
    let sequence = Data("<?xml version=\"1.0\"?>\n<sequence-cwu id=\"x\"><p>1</p></sequence-cwu>\n".utf8)
    let broken = Data("<?xml version=\"1.0\"?>\n<us-patent-grant><abstract></us-patent-grant>\n".utf8)
    // The office declares the pictures of a document as entities without text.
    let pictures = try Data(contentsOf: URL(fileURLWithPath: sample("uspto/USD435854S1.xml")))
    var week = Data()
    for _ in 0..<20 {
      for part in [grant, sequence, other, broken, pictures] {
        week.append(part)
        if week.last != 0x0A { week.append(0x0A) }
      }
    }
    let file = try Scratch(week)
    let rows = try given(file.path).rows
    #expect(rows.count == 100)
    for (place, row) in rows.enumerated() {
      switch place % 5 {
      case 0: #expect(row.record?.publicationNumber?.description == "US8930553B2")
      case 1: #expect(row.rejection == "row.not-a-patent")
      case 2: #expect(row.record?.publicationNumber?.description == "US20210049351A1")
      case 3: #expect(row.rejection == "tables.xml-not-well-formed")
      default: #expect(row.record?.publicationNumber?.description == "USD435854S")
      }
    }
    #expect(rows[1].original.hasPrefix("<?xml version=\"1.0\"?>\n<sequence-cwu"))
    #expect(try given(file.path, after: 98).rows.map(\.number) == [99, 100])
  }

  @Test(arguments: [
    "<!ENTITY e \"x\">", "<!ENTITY % p \"<!ENTITY e 'x'>\"> %p;", "<!ENTITY e SYSTEM \"file:///etc/passwd\">",
    "<!ENTITY % p SYSTEM \"http://127.0.0.1/x.dtd\"> %p;",
  ])
  func `are refused as a file when one of them declares entities`(_ declaration: String) throws {
    let grant = try Data(contentsOf: URL(fileURLWithPath: sample("uspto/US08930553.xml")))
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE a [\n\(declaration)]>\n<us-patent-grant>&e;</us-patent-grant>\n"
    let lines = grant.count { $0 == 0x0A } + (grant.last == 0x0A ? 0 : 1)
    let end = Data((grant.last == 0x0A ? "" : "\n").utf8)
    for (week, line) in [
      (Data(bomb.utf8) + grant, 3), (grant + end + Data(bomb.utf8) + grant, lines + 3),
    ] {
      let file = try Scratch(week)
      #expect(throws: TableRefusal.xmlDeclaresEntities(line: line)) { try FormatRecognition.recognise(path: file.path) }
    }
  }

  @Test func `may speak of entities where none are declared`() throws {
    let text = "<abstract><p><![CDATA[<!DOCTYPE a [<!ENTITY e \"x\">]>]]></p></abstract>"
    let file = try Scratch(
      Data("<?xml version=\"1.0\"?>\n<!-- <!ENTITY e \"x\"> -->\n<us-patent-grant>\(text)</us-patent-grant>\n".utf8))
    #expect(try FormatRecognition.recognise(path: file.path).code == "uspto-xml")
  }
}
