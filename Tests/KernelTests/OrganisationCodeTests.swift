import Kernel
import Testing

@Suite struct `A social credit code` {
  @Test(arguments: [
    ("91350100m000100y43", "91350100M000100Y43"), ("91512081MA62K0260E", "91512081MA62K0260E"),
    ("113201150000000005", "113201150000000005"), (" ９１５１２０８１ＭＡ６２Ｋ０２６０Ｅ", "91512081MA62K0260E"),
    ("914403003592082111", "914403003592082111"), ("91350100 M000 100Y43\n", "91350100M000100Y43"),
    ("9135 0100\u{3000}M000\u{A0}100Y43", "91350100M000100Y43"),
  ])
  func `is accepted as the standard prints it`(text: String, code: String) throws {
    #expect(try SocialCreditCode(text).description == code)
  }

  @Test func `tells registrar, division and body`() throws {
    let code = try SocialCreditCode("91350100M000100Y43")
    #expect(code.registrar == "9")
    #expect(code.division == "350100")
    #expect(code.body == "M000100Y4")
  }

  @Test(arguments: [("91350100M000100Y43", true), ("91512081MA62K0260E", true), ("113201150000000005", true)])
  func `warns when the body disagrees with its own check`(text: String, matches: Bool) throws {
    #expect(try SocialCreditCode(text).bodyCheckMatches == matches)
  }

  /// Σ v·w = 212 + 28 for a body ending in 1 (weight 28 at place 17), 240 mod 31 = 23, so the check is 8.
  @Test func `keeps a body with a wrong check, but says so`() throws {
    #expect(try !SocialCreditCode("113201150000000018").bodyCheckMatches)
  }

  @Test(arguments: [
    ("91350100M000100Y4", SocialCreditCodeRefusal.wrongLength(17)), ("91350100M000100YI3", .foreignSymbol("I")),
    ("91350100M000100Y44", .wrongCheck), ("91350100M000100Y4O", .foreignSymbol("O")), ("", .wrongLength(0)),
    (String(repeating: "0", count: 18), .onlyZeros), ("9135A100M000100Y43", .wrongDivision),
    ("公1350100M000100Y43", .foreignSymbol("公")),
  ])
  func `is refused with the rule it breaks`(text: String, refusal: SocialCreditCodeRefusal) {
    #expect(throws: refusal) { try SocialCreditCode(text) }
  }
}

@Suite struct `An agency code` {
  @Test func `has a province and a serial`() throws {
    let code = try AgencyCode("32005")
    #expect(code.province == 32)
    #expect(code.serial == 5)
    #expect(code.isProvinceKnown)
    #expect(code.description == "32005")
  }

  @Test func `of an unknown province is kept with a warning`() throws {
    #expect(try !AgencyCode("72003").isProvinceKnown)
    #expect(try AgencyCode("00001").description == "00001")
  }

  @Test(arguments: [
    ("3200", AgencyCodeRefusal.wrongLength(4)), ("320055", .wrongLength(6)), ("3200A", .foreignSymbol("A")),
  ])
  func `is refused with the rule it breaks`(text: String, refusal: AgencyCodeRefusal) {
    #expect(throws: refusal) { try AgencyCode(text) }
  }
}

@Suite struct `A division code` {
  @Test func `lies in its prefecture and province`() throws {
    let jiangning = try DivisionCode("320115")
    #expect(jiangning.province == 32)
    #expect(jiangning.parent?.description == "320100")
    #expect(jiangning.parent?.parent?.description == "320000")
    #expect(jiangning.parent?.parent?.parent == nil)
    #expect(try jiangning.isWithin(DivisionCode("320100")))
    #expect(try jiangning.isWithin(DivisionCode("320000")))
    #expect(try !jiangning.isWithin(DivisionCode("320116")))
    #expect(try !DivisionCode("320100").isWithin(jiangning))
  }

  @Test(arguments: [
    ("32011", DivisionCodeRefusal.wrongLength(5)), ("32011Z", .foreignSymbol("Z")), ("012345", .noProvince),
  ])
  func `is refused with the rule it breaks`(text: String, refusal: DivisionCodeRefusal) {
    #expect(throws: refusal) { try DivisionCode(text) }
  }
}

@Suite struct `An identity number` {
  @Test func `shows itself masked everywhere`() throws {
    let number = try PersonalIdentityNumber("11010519491231002x")
    #expect(number.description == "110105********002X")
    #expect("\(number)" == "110105********002X")
    #expect(String(reflecting: number) == "110105********002X")
    var dumped = ""
    dump(number, to: &dumped)
    dump([number], to: &dumped)
    #expect(!dumped.contains("19491231"))
    #expect(number.unmaskedNumber == "11010519491231002X")
  }

  @Test(arguments: [
    ("110105194912310021", PersonalIdentityNumberRefusal.wrongCheck), ("110105491231002", .wrongLength(15)),
    ("11010519490231002X", .impossibleBirth), ("1101051949123100XX", .foreignSymbol),
    ("11010519491231002Y", .foreignSymbol),
  ])
  func `is refused with the rule it breaks`(text: String, refusal: PersonalIdentityNumberRefusal) {
    #expect(throws: refusal) { try PersonalIdentityNumber(text) }
  }
}
