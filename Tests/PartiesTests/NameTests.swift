import Parties
import Testing

@Suite struct `Two spellings` {
  @Test(arguments: [
    ("南京（江宁）公司", "南京(江宁)公司"), ("南京〔江宁〕公司", "南京(江宁)公司"), ("ＡＢＣ有限公司", "abc有限公司"), ("Siemens AG", "SIEMENSAG"),
    ("阿卜杜拉•买买提", "阿卜杜拉·买买提"), ("南京　大学", "南京大学"), ("Andr\u{E9}", "Andre\u{301}"), ("[甲]公司", "【甲】公司"),
  ])
  func `that differ only in width, case, space, brackets or composition are one name`(_ one: String, _ other: String) {
    #expect(Array(foldedName(one).utf8) == Array(foldedName(other).utf8))
  }

  @Test(arguments: [
    ("南京大学", "南京大學"), ("甲公司", "甲有限公司"), ("André", "Andre"), ("3M", "3N"), ("王芳", "王方"),
  ])
  func `that differ in anything else are two`(_ one: String, _ other: String) {
    #expect(foldedName(one) != foldedName(other))
  }

  @Test(arguments: ["南京大学", "abc-1_2", "André", "甲(乙)", "㐀䶿"])
  func `fold to a form that folds to itself`(_ name: String) {
    #expect(foldedName(foldedName(name)) == foldedName(name))
  }
}

@Suite struct `The kind of a party` {
  @Test(arguments: [
    ("南京大学", PartyKind.organisation), ("江苏省农业科学院", .organisation), ("中国石油化工股份有限公司", .organisation),
    ("南京市第一医院", .organisation), ("Siemens AG", .organisation), ("Tsinghua University", .organisation),
    ("丰田自动车株式会社", .organisation), ("王芳", .person), ("欧阳修", .person), ("诸葛孔明", .person), ("王", .unknown),
    ("Andre Dupont", .unknown), ("一二三四五", .unknown), ("", .unknown), ("司公", .person),
  ])
  func `is guessed from its name`(_ name: String, _ kind: PartyKind) {
    #expect(PartyKind(guessedFrom: name) == kind)
  }
}
