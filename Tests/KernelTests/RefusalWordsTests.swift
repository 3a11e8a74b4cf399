import Kernel
import Testing

@Suite struct `Every refusal of an identifier` {
  private static let numbers: [any Refusal] = [
    ApplicationNumberRefusal.wrongLength(3), ApplicationNumberRefusal.foreignSymbol("Q"),
    ApplicationNumberRefusal.misplacedSpace, ApplicationNumberRefusal.roundedBySpreadsheet,
    ApplicationNumberRefusal.impossibleYear(1950), ApplicationNumberRefusal.unknownKind(4),
    ApplicationNumberRefusal.missingCheck, ApplicationNumberRefusal.wrongCheck,
    PublicationNumberRefusal.wrongLength(30), PublicationNumberRefusal.foreignSymbol("Q"),
    PublicationNumberRefusal.missingOffice, PublicationNumberRefusal.missingNumber,
    PublicationNumberRefusal.missingKindCode, PublicationNumberRefusal.wrongChineseLength(6),
    PublicationNumberRefusal.unknownChineseKind("D"), TrademarkNumberRefusal.wrongLength(9),
    TrademarkNumberRefusal.foreignSymbol("Q"),
  ]

  private static let codes: [any Refusal] = [
    IPCSymbolRefusal.unfinished, IPCSymbolRefusal.unknownSection("I"), IPCSymbolRefusal.foreignSymbol("Q"),
    IPCSymbolRefusal.wrongSubgroup(9), NiceClassRefusal.unknown("46"), SocialCreditCodeRefusal.wrongLength(3),
    SocialCreditCodeRefusal.foreignSymbol("I"), SocialCreditCodeRefusal.wrongDivision,
    SocialCreditCodeRefusal.wrongCheck, AgencyCodeRefusal.wrongLength(3), AgencyCodeRefusal.foreignSymbol("Q"),
    DivisionCodeRefusal.wrongLength(3), DivisionCodeRefusal.foreignSymbol("Q"), DivisionCodeRefusal.noProvince,
    PersonalIdentityNumberRefusal.wrongLength(3), PersonalIdentityNumberRefusal.foreignSymbol,
    PersonalIdentityNumberRefusal.impossibleBirth, PersonalIdentityNumberRefusal.wrongCheck,
  ]

  private static let all = numbers + codes

  @Test func `has words in both languages`() {
    for refusal in Self.all {
      #expect(refusal.phrase.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(refusal)")
      #expect(!refusal.phrase.en.isEmpty && refusal.phrase.en != refusal.phrase.zh, "\(refusal)")
      #expect(!refusal.phrase.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(refusal)")
      #expect(refusal.kind == .invalid)
    }
  }

  @Test func `has a code of its own`() {
    #expect(Set(Self.all.map(\.code)).count == Self.all.count)
  }

  @Test func `says what to do`() {
    for refusal in Self.all {
      #expect(refusal.phrase.zh.contains("请"), "\(refusal)")
      #expect(refusal.phrase.en.contains("lease") || refusal.phrase.en.contains("set the column"), "\(refusal)")
    }
  }
}
