import Kernel
import PatentFormats
import Patents
import Testing

@Suite struct `A trademark` {
  @Test func `in ST.66 has its owners beside it, the present ones first`() throws {
    let mark = try only(
      """
      <Transaction xmlns="http://www.wipo.int/standards/XMLSchema/trademarks"><TradeMarkTransactionBody><TransactionContentDetails>
      <TransactionData><TradeMarkDetails><TradeMark><RegistrationOfficeCode>US</RegistrationOfficeCode>
      <ApplicationNumber>74000001</ApplicationNumber><ApplicationDate>1995-02-07-05:00</ApplicationDate>
      <RegistrationNumber>2000001</RegistrationNumber><RegistrationDate>1998-08-04-04:00</RegistrationDate>
      <WordMarkSpecification><MarkVerbalElementText>EXAMPLE</MarkVerbalElementText></WordMarkSpecification>
      <GoodsServicesDetails><GoodsServices><ClassDescriptionDetails><ClassDescription><ClassNumber>009</ClassNumber>
      <GoodsServicesDescriptionText>Software</GoodsServicesDescriptionText></ClassDescription></ClassDescriptionDetails></GoodsServices>
      </GoodsServicesDetails></TradeMark></TradeMarkDetails><ApplicantDetails>
      <Applicant><ApplicantAddressBook><FormattedNameAddress><Name><FreeFormatName><FreeFormatNameDetails><FreeFormatNameLine>New Inc.
      </FreeFormatNameLine></FreeFormatNameDetails></FreeFormatName></Name></FormattedNameAddress></ApplicantAddressBook>
      <ApplicantExt><PartyTypeDescriptionText>SUBSEQUENT OWNER</PartyTypeDescriptionText></ApplicantExt></Applicant>
      <Applicant><ApplicantAddressBook><FormattedNameAddress><Name><FreeFormatName><FreeFormatNameDetails><FreeFormatNameLine>Old Inc.
      </FreeFormatNameLine></FreeFormatNameDetails></FreeFormatName></Name></FormattedNameAddress></ApplicantAddressBook>
      <ApplicantExt><PartyTypeDescriptionText>ORIGINAL REGISTRANT</PartyTypeDescriptionText></ApplicantExt></Applicant></ApplicantDetails>
      </TransactionData></TransactionContentDetails></TradeMarkTransactionBody></Transaction>
      """)
    #expect(mark.identity == "US:A:74000001" && mark.registrationNumber == "2000001")
    #expect(mark.filingDay == Day("1995-02-07") && mark.registrationDay == Day("1998-08-04"))
    #expect(mark.name == "EXAMPLE" && mark.applicants == ["New Inc."])
    #expect(mark.goods == [TrademarkRecord.Goods(niceClass: 9, text: "Software")])
    #expect(mark.extras.contains(PatentExtra(name: "former-owners", value: "Old Inc.")))
  }

  @Test func `in ST.96 has its numbers in parts, and a geographical indication is one of another sort`() throws {
    let mark = try only(
      """
      <tmk:TrademarkTransaction xmlns:tmk="t" xmlns:com="c"><tmk:TrademarkBag><tmk:Trademark><com:RegistrationOfficeCode>US
      </com:RegistrationOfficeCode><com:ApplicationNumber><com:IPOfficeCode>US</com:IPOfficeCode>
      <com:ApplicationNumberText>74000002</com:ApplicationNumberText></com:ApplicationNumber>
      <com:RegistrationDate>1998-08-04</com:RegistrationDate><tmk:GoodsServicesBag><tmk:GoodsServices>
      <tmk:GoodsServicesClassification><tmk:ClassificationKindCode>Nice</tmk:ClassificationKindCode><tmk:ClassNumber>041</tmk:ClassNumber>
      </tmk:GoodsServicesClassification></tmk:GoodsServices></tmk:GoodsServicesBag></tmk:Trademark></tmk:TrademarkBag>
      </tmk:TrademarkTransaction>
      """)
    #expect(mark.identity == "US:A:74000002" && mark.goods.map(\.niceClass) == [41])
    let sign = try only(
      """
      <gin:GIApplication xmlns:gin="g" xmlns:com="c"><gin:GIData com:officeCode="FR"><com:ApplicationNumberText>IG 1</com:ApplicationNumberText>
      <gin:GINameText>Exemple</gin:GINameText></gin:GIData></gin:GIApplication>
      """)
    #expect(sign.sort == .geographicalIndication && sign.office == "FR" && sign.name == "Exemple")
  }

  private func only(_ text: String) throws -> TrademarkRecord {
    let path = try Scratch(text.utf8)
    let format = try FormatRecognition.recognise(path: path.path)
    #expect(format.code == "trademark-xml")
    var marks: [TrademarkRecord] = []
    try format.read(path: path.path) { row in
      if case .trademark(let mark, _) = row.outcome { marks.append(mark) }
    }
    #expect(marks.count == 1)
    return try #require(marks.first)
  }
}
