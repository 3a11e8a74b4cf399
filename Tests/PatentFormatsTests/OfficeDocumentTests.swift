import Kernel
import PatentFormats
import Patents
import Tables
import Testing

/// Made-up documents in the elements of each office.
@Suite struct `A document of an office` {
  @Test func `of China in the older layout`() throws {
    let record = try only(
      "cnipa-xml-old",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <cn-patent-document lang="ZH" country="CN"><cn-bibliographic-data><cn-publication-reference><document-id>
      <country>CN</country><doc-number>299000001</doc-number><kind>A</kind><date>20190709</date></document-id>
      <gazette-reference><gazette-num>35-28</gazette-num></gazette-reference></cn-publication-reference>
      <application-reference appl-type="发明专利"><document-id><country>CN</country><doc-number>201710601862.3</doc-number>
      <date>20170721</date></document-id></application-reference><classifications-ipcr><classification-ipcr>
      <text>G06F   16/903    (2019.01)</text></classification-ipcr></classifications-ipcr>
      <invention-title>检索方法</invention-title><abstract><p>一种方法。</p><p><bio-deposit/>保藏</p></abstract>
      <cn-parties><cn-applicants><cn-applicant><addressbook><name>南京示例公司</name><address><text>211100 江苏省南京市1号</text>
      </address></addressbook></cn-applicant></cn-applicants><cn-inventors><cn-inventor><name>张甲</name></cn-inventor>
      </cn-inventors><cn-agents><cn-agent><cn-agency><name>示例代理所 32204</name></cn-agency><name>李乙</name></cn-agent></cn-agents>
      </cn-parties></cn-bibliographic-data><application-body><claims><claim><claim-text>1.一种方法，<br/>其特征。</claim-text></claim>
      <claim><claim-text>2.根据权利要求1。</claim-text></claim></claims></application-body></cn-patent-document>
      """)
    #expect(record.publicationNumber?.description == "CN299000001A")
    #expect(record.applicationNumber?.description == "201710601862.3")
    #expect(record.title == "检索方法" && record.abstract == "一种方法。")
    #expect(record.applicants == ["南京示例公司"] && record.inventors == ["张甲"] && record.agents == ["李乙"])
    #expect(record.agency == "示例代理所" && record.agencyCode?.description == "32204")
    #expect(record.province == "江苏" && record.ipc == ["G06F 16/903"])
    #expect(record.filingDay == Day("2017-07-21") && record.publicationDay == Day("2019-07-09"))
    #expect(record.firstClaim == "1.一种方法， 其特征。")
    #expect(record.claims == "1.一种方法， 其特征。\n2.根据权利要求1。")
  }

  @Test func `of China in the newer layout, in which nought means nothing`() throws {
    let record = try only(
      "cnipa-xml",
      """
      <?xml version="1.0" encoding="utf-8"?><business:PatentDocumentAndRelated xmlns:business="b" xmlns:base="a" lang="zh">
      <business:BibliographicData><business:PublicationReference dataFormat="standard"><base:DocumentID><base:DocNumber>1</base:DocNumber>
      </base:DocumentID></business:PublicationReference><business:PublicationReference dataFormat="original"><base:DocumentID>
      <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>299000002</base:DocNumber><base:Kind>B</base:Kind>
      <base:Date>20190709</base:Date></base:DocumentID></business:PublicationReference>
      <business:ApplicationReference dataFormat="original"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code>
      <base:DocNumber>201710601862.3</base:DocNumber><base:Date>00000000</base:Date></base:DocumentID></business:ApplicationReference>
      <business:ClassificationIPCRDetails><business:ClassificationIPCR><base:Text>G06F   16/903   (2019.01)</base:Text>
      </business:ClassificationIPCR></business:ClassificationIPCRDetails><business:InventionTitle>检索装置</business:InventionTitle>
      <business:Parties><business:ApplicantDetails><business:Applicant><base:AddressBook><base:Name>示例大学</base:Name><base:Address>
      <base:Province>江苏省</base:Province><base:Text>南京市1号</base:Text></base:Address></base:AddressBook></business:Applicant>
      </business:ApplicantDetails></business:Parties></business:BibliographicData></business:PatentDocumentAndRelated>
      """)
    #expect(record.publicationNumber?.description == "CN299000002B")
    #expect(record.filingDay == nil && record.grantDay == Day("2019-07-09"))
    #expect(record.applicants == ["示例大学"] && record.province == "江苏")
  }

  @Test func `of the EPO's exchange, one record each, a broken one beside sound ones`() throws {
    func document(_ number: String, _ title: String) -> String {
      """
      <exch:exchange-document country="DE" doc-number="\(number)" kind="B" date-publ="19680104" family-id="6979546">
      <exch:bibliographic-data><exch:publication-reference data-format="docdb"><document-id><country>DE</country>
      <doc-number>\(number)</doc-number><kind>B</kind><date>19680104</date></document-id></exch:publication-reference>
      <exch:patent-classifications><patent-classification><classification-scheme office="EP" scheme="CPCI"/>
      <classification-symbol>F02M  59/34</classification-symbol></patent-classification></exch:patent-classifications>
      <exch:parties><exch:applicants><exch:applicant data-format="docdb"><exch:applicant-name><name>EXAMPLE GMBH</name>
      </exch:applicant-name></exch:applicant><exch:applicant data-format="docdba"><exch:applicant-name><name>Example G.m.b.H.</name>
      </exch:applicant-name></exch:applicant></exch:applicants></exch:parties>
      <exch:invention-title lang="de">\(title)</exch:invention-title></exch:bibliographic-data></exch:exchange-document>
      """
    }
    let whole =
      "<exch:exchange-documents xmlns:exch=\"e\">" + document("1", "A") + document("2", "<b>B") + document("3", "C & D")
      + "</exch:exchange-documents>"
    let (code, rows) = try given(try Scratch(whole.utf8))
    #expect(code == "epo-docdb")
    #expect(rows.map(\.rejection) == [nil, "tables.xml-not-well-formed", nil])
    #expect(rows[0].record?.applicants == ["Example G.m.b.H."])
    #expect(rows[0].record?.extras.contains(PatentExtra(name: "applicants-standard", value: "EXAMPLE GMBH")) == true)
    #expect(rows[0].record?.cpc == ["F02M 59/34"])
    #expect(rows[2].record?.title == "C & D")
    #expect(rows[2].repairs.map { $0.prefix(14) } == ["markup-mended "])
  }

  @Test func `of Open Patent Services: hits of a search, not the question`() throws {
    let (code, rows) = try given(
      try Scratch(
        """
        <ops:world-patent-data xmlns:ops="o"><ops:biblio-search><ops:search-result>
        <ops:publication-reference family-id="1"><document-id><country>US</country><doc-number>2021381337</doc-number><kind>A1</kind>
        </document-id></ops:publication-reference><ops:publication-reference family-id="2"><document-id><country>WO</country>
        <doc-number>2020086066</doc-number><kind>A1</kind></document-id></ops:publication-reference>
        </ops:search-result></ops:biblio-search></ops:world-patent-data>
        """.utf8))
    #expect(code == "epo-ops")
    #expect(rows.compactMap { $0.record?.publicationNumber?.description } == ["US2021381337A1", "WO2020086066A1"])
  }

  @Test func `of the EPO with its text, titles in turn, an old classification, and an ampersand that is none`() throws {
    let record = try only(
      "epo-fulltext",
      """
      <ep-patent-document lang="de" country="EP" doc-number="0000002" kind="A1" date-publ="19781220"><SDOBI><B100><B110>0000002</B110>
      <B130>A1</B130><B140><date>19781220</date></B140></B100><B200><B210>78100007.4</B210><B220><date>19780601</date></B220></B200>
      <B500><B510><B516>2</B516><B511>2C 07D 307/12 A</B511></B510><B540><B541>de</B541><B542>Derivate</B542><B541>en</B541>
      <B542>Derivatives</B542></B540></B500><B700><B710><B711><snm>A & B AG</snm></B711></B710></B700></SDOBI>
      <claims lang="de"><claim><claim-text>1. Derivate.</claim-text></claim></claims></ep-patent-document>
      """)
    #expect(record.publicationNumber?.description == "EP0000002A1")
    #expect(record.title == "Derivatives" && record.language == "en")
    #expect(record.ipc == ["C07D 307/12"] && record.applicants == ["A & B AG"])
  }

  @Test func `of Japan, whatever encoding it declares`() throws {
    let text = """
      <?xml version="1.0" encoding="EUC-JP"?><jp-official-gazette kind-of-st16="A" lang="ja" country="JP"><bibliographic-data>
      <publication-reference><document-id><country>JP</country><doc-number>2021041306</doc-number><kind>公開特許公報(A)</kind>
      <date>20210318</date></document-id></publication-reference><application-reference><document-id><doc-number>2019000001</doc-number>
      <date>20190101</date></document-id></application-reference><invention-title>装置</invention-title><classification-ipc>
      <main-clsf>G01F  17/00        20060101AFI20210219BHJP</main-clsf></classification-ipc></bibliographic-data></jp-official-gazette>
      """
    let (code, rows) = try given(try Scratch(try encoded(text, as: "EUC-JP")))
    #expect(code == "jpo-xml")
    let record = try #require(rows.first?.record)
    #expect(record.publicationNumber?.description == "JP2021041306A")
    #expect(record.title == "装置" && record.ipc == ["G01F 17/00"])
    #expect(record.extras.contains(PatentExtra(name: "document-type", value: "公開特許公報(A)")))
  }

  @Test func `after ST.36 alone, as many as a file has`() throws {
    func document(_ number: Int) -> String {
      """
      <patent-document lang="zh" country="CN" doc-number="\(number)" kind="A"><bibliographic-data><publication-reference><document-id>
      <country>CN</country><doc-number>\(number)</doc-number><kind>A</kind><date>20190615</date></document-id></publication-reference>
      <classifications-ipcr><classification-ipcr><text>G06F16/903</text></classification-ipcr></classifications-ipcr>
      <invention-title lang="zh">方法</invention-title><parties><applicants><applicant><addressbook><orgname>示例公司</orgname><address>
      <state>江苏</state></address></addressbook></applicant></applicants></parties></bibliographic-data>
      <abstract lang="zh"><p>摘要</p></abstract><claims><claim><claim-text>1. 甲</claim-text></claim></claims></patent-document>

      """
    }
    let file = "<?xml version=\"1.0\"?>\n<patent-documents>\n" + (299_000_001...299_003_000).map(document).joined()
    let (code, rows) = try given(try Scratch((file + "</patent-documents>").utf8))
    #expect(code == "wipo-st36" && rows.count == 3_000)
    #expect(rows[2_999].record?.publicationNumber?.description == "CN299003000A")
    #expect(rows[2_999].record?.province == "江苏" && rows[2_999].record?.applicants == ["示例公司"])
    // Six lines a document, behind two.
    #expect(rows[2_999].line == 3 + 2_999 * 6)
    let cut = try given(try Scratch(file.utf8.dropLast(300))).rows
    #expect(cut.count == 3_001 && cut[3_000].rejection == "tables.truncated" || cut[2_999].rejection != nil)
  }

  @Test func `after ST.96, a publication and a design`() throws {
    let record = try only(
      "wipo-st96",
      """
      <pat:PatentPublication xmlns:pat="p" xmlns:com="c" com:languageCode="en"><com:IPOfficeCode>US</com:IPOfficeCode>
      <pat:BibliographicData><pat:PatentPublicationIdentification><com:IPOfficeCode>US</com:IPOfficeCode>
      <pat:PublicationNumber>08936998</pat:PublicationNumber><com:PatentDocumentKindCode>B2</com:PatentDocumentKindCode>
      <com:PublicationDate>2015-01-20</com:PublicationDate></pat:PatentPublicationIdentification><pat:PatentClassificationBag>
      <pat:IPCRClassification><pat:Section>H</pat:Section><pat:Class>01</pat:Class><pat:Subclass>L</pat:Subclass>
      <pat:MainGroup>21</pat:MainGroup><pat:Subgroup>30</pat:Subgroup></pat:IPCRClassification></pat:PatentClassificationBag>
      <pat:InventionTitle>Bonding</pat:InventionTitle></pat:BibliographicData></pat:PatentPublication>
      """)
    #expect(record.publicationNumber?.description == "US8936998B2")
    #expect(record.ipc == ["H01L 21/30"] && record.grantDay == Day("2015-01-20"))
  }

  @Test func `that declares entities is refused whole`() throws {
    let file = try Scratch(
      "<?xml version=\"1.0\"?><!DOCTYPE cn-patent-document [<!ENTITY a \"b\">]><cn-patent-document>&a;</cn-patent-document>"
        .utf8)
    #expect(throws: TableRefusal.xmlDeclaresEntities(line: 1)) { try FormatRecognition.recognise(path: file.path) }
  }

  @Test func `survives every cut`() throws {
    let whole = Array(
      "<exchange-document country=\"EP\" doc-number=\"1\" kind=\"A1\"><x y='&lt;'>a<!-- - --><![CDATA[<&]]></x></exchange-document>"
        .utf8)
    #expect(try given(try Scratch(whole)).rows.map(\.rejection) == [nil])
    for length in 20..<whole.count {
      let rows = try given(try Scratch(whole[..<length])).rows
      #expect(rows.count == 1 && rows[0].rejection != nil, "cut at \(length)")
    }
  }

  private func only(_ code: String, _ text: String) throws -> PatentRecord {
    let (found, rows) = try given(try Scratch(text.utf8))
    #expect(found == code && rows.count == 1)
    return try #require(rows.first?.record)
  }
}
