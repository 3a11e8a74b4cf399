import Foundation

/// Sort keys that put Chinese names in the order of their pinyin and Latin names by letter.
///
/// Each character is transliterated once and remembered. A table gives the readings that a single
/// character cannot know: place names, surnames, common words.
public struct PinyinKeys: Sendable {
  private var readings: [Unicode.Scalar: String] = [:]

  public init() {}

  /// Syllables without tones, each followed by a space; other letters lower-case; then the name itself, so
  /// that equal readings still have one order.
  public mutating func key(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    var key = ""
    key.reserveCapacity(scalars.count * 6)
    var place = 0
    if let (count, reading) = Self.surname(scalars) {
      key += reading
      place = count
    }
    while place < scalars.count {
      if let (count, reading) = Self.word(scalars, at: place) {
        key += reading
        place += count
      } else {
        key += reading(of: scalars[place])
        place += 1
      }
    }
    return key
  }

  private mutating func reading(of scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(scalar).lowercased() }
    if let known = readings[scalar] { return known }
    let latin = String(scalar).applyingTransform(.mandarinToLatin, reverse: false)?
      .applyingTransform(.stripDiacritics, reverse: false)
    let found = (latin ?? String(scalar)).precomposedStringWithCompatibilityMapping.lowercased()
    let reading = scalar.properties.isIdeographic ? found + " " : found
    readings[scalar] = reading
    return reading
  }

  private static func surname(_ scalars: [Unicode.Scalar]) -> (Int, String)? {
    guard (2...4).contains(scalars.count) else { return nil }
    if let reading = surnames[String(String.UnicodeScalarView(scalars.prefix(2)))] { return (2, reading) }
    return surnames[String(scalars[0])].map { (1, $0) }
  }

  private static func word(_ scalars: [Unicode.Scalar], at place: Int) -> (Int, String)? {
    guard place + 1 < scalars.count, firsts.contains(scalars[place]) else { return nil }
    return words[String(String.UnicodeScalarView(scalars[place...(place + 1)]))].map { (2, $0) }
  }

  private static let surnames = [
    "单": "shan ", "曾": "zeng ", "解": "xie ", "仇": "qiu ", "查": "zha ", "区": "ou ", "盖": "ge ", "朴": "piao ",
    "冼": "xian ", "尉迟": "yu chi ", "万俟": "mo qi ", "长孙": "zhang sun ", "华": "hua ", "任": "ren ", "缪": "miao ",
    "翟": "zhai ", "晁": "chao ", "乐": "yue ", "员": "yun ", "逄": "pang ", "召": "shao ", "宓": "mi ", "繁": "po ",
  ]

  private static let words = [
    "长沙": "chang sha ", "长春": "chang chun ", "长江": "chang jiang ", "长城": "chang cheng ", "长安": "chang an ",
    "长兴": "chang xing ", "长虹": "chang hong ", "长治": "chang zhi ", "长电": "chang dian ", "长三": "chang san ",
    "重庆": "chong qing ", "厦门": "xia men ", "银行": "yin hang ", "六安": "lu an ", "六合": "lu he ", "蚌埠": "beng bu ",
    "番禺": "pan yu ", "东莞": "dong guan ", "成都": "cheng du ", "大厦": "da sha ", "音乐": "yin yue ", "会计": "kuai ji ",
    "行业": "hang ye ", "重工": "zhong gong ", "重型": "zhong xing ", "调味": "tiao wei ", "厦工": "xia gong ",
    "朝阳": "chao yang ", "乐清": "yue qing ", "铅山": "yan shan ", "台州": "tai zhou ", "丽水": "li shui ",
  ]

  private static let firsts = Set(words.keys.compactMap { $0.unicodeScalars.first })
}
