import Parties
import Testing

@Suite struct `Pinyin keys` {
  /// The readings of the 现代汉语词典: 安徽 ānhuī, 百度 bǎidù, 长沙 chángshā, 重庆 chóngqìng, 大连 dàlián, 广州 guǎngzhōu,
  /// 华为 huáwéi, 江宁 jiāngníng, 南京 nánjīng, 单 shàn, 厦门 xiàmén, 曾 zēng, 张 zhāng.
  private static let inOrder = [
    "安徽大学", "百度公司", "长沙理工大学", "重庆大学", "大连理工大学", "广州大学", "华为公司", "江宁医院", "南京大学", "单雄信", "厦门大学",
    "曾国藩", "张三",
  ]

  @Test func `put Chinese names in the order of a dictionary`() {
    var keys = PinyinKeys()
    #expect(Self.inOrder.reversed().sorted { keys.key($0) < keys.key($1) } == Self.inOrder)
  }

  @Test(arguments: [
    ("长沙", "chang sha "), ("重庆", "chong qing "), ("单雄信", "shan xiong xin "), ("曾国藩", "zeng guo fan "),
    ("南京大学", "nan jing da xue "), ("银行", "yin hang "), ("LED灯具", "leddeng ju "), ("欧阳修", "ou yang xiu "),
    ("解放军", "xie fang jun "), ("女排", "nu pai "),
  ])
  func `are syllables without tones`(_ name: String, _ key: String) {
    var keys = PinyinKeys()
    #expect(keys.key(name) == key)
  }

  @Test func `are the same however the characters were learned`() {
    var together = PinyinKeys()
    together.learn(Self.inOrder)
    for name in Self.inOrder {
      var alone = PinyinKeys()
      #expect(together.key(name) == alone.key(name))
    }
  }

  @Test func `of Latin names are small letters`() {
    var keys = PinyinKeys()
    #expect(keys.key("Siemens AG") == "siemens ag")
    #expect(keys.key("ÉCOLE Centrale") == "ecole centrale")
    #expect(keys.key("") == "")
  }
}
