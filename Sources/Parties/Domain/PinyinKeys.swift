import Foundation

/// Sort keys that put Chinese names in the order of their pinyin and Latin names by letter.
///
/// Each character is transliterated once and remembered. A table gives the readings that a single
/// character cannot know: place names, surnames, common words.
public struct PinyinKeys: Sendable {
  private var readings: [UInt32: String] = [:]
  /// The readings of U+4E00 to U+9FFF by their place: nearly every character of a Chinese name.
  private var common: [String] = []

  public init() {}

  /// Syllables without tones, each followed by a space; other letters lower-case.
  public mutating func key(_ name: String) -> String {
    learn(CollectionOfOne(name))
    let scalars = Array(name.unicodeScalars)
    var key = ""
    key.reserveCapacity(scalars.count * 6)
    var place = 0
    if let (count, reading) = Self.surname(scalars) {
      key += reading
      place = count
    }
    while place < scalars.count {
      if let reading = Self.word(scalars, at: place) {
        key += reading
        place += 2
      } else {
        append(scalars[place], to: &key)
        place += 1
      }
    }
    return key
  }

  /// Learns the readings of all characters of `names` at once, which is faster than one by one.
  public mutating func learn(_ names: some Sequence<String>) {
    var unknown = String.UnicodeScalarView()
    for name in names {
      for scalar in name.unicodeScalars where !scalar.isASCII && known(scalar) == nil {
        remember(" ", for: scalar)
        unknown.append(scalar)
        unknown.append("\n")
      }
    }
    guard !unknown.isEmpty else { return }
    // Each character stands in a line of its own, so none changes the reading of another.
    let text = String(unknown)
    let latin =
      text.applyingTransform(.mandarinToLatin, reverse: false)?.applyingTransform(.stripDiacritics, reverse: false)
      ?? text
    let lines = latin.precomposedStringWithCompatibilityMapping.lowercased().split(
      separator: "\n", omittingEmptySubsequences: false)
    for (scalar, line) in zip(unknown.filter { $0 != "\n" }, lines) {
      remember(scalar.properties.isIdeographic ? line + " " : String(line), for: scalar)
    }
  }

  private mutating func remember(_ reading: some StringProtocol, for scalar: Unicode.Scalar) {
    let value = scalar.value
    guard (0x4E00...0x9FFF).contains(value) else {
      readings[value] = String(reading)
      return
    }
    if common.isEmpty { common = Array(repeating: "", count: 0x9FFF - 0x4E00 + 1) }
    common[Int(value - 0x4E00)] = String(reading)
  }

  private func known(_ scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    guard (0x4E00...0x9FFF).contains(value) else { return readings[value] }
    guard !common.isEmpty else { return nil }
    let reading = common[Int(value - 0x4E00)]
    return reading.isEmpty ? nil : reading
  }

  private func append(_ scalar: Unicode.Scalar, to key: inout String) {
    if scalar.isASCII {
      key.unicodeScalars.append(("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
    } else {
      key += known(scalar) ?? ""
    }
  }

  private static func surname(_ scalars: [Unicode.Scalar]) -> (Int, String)? {
    guard (2...4).contains(scalars.count), surnameFirsts.contains(scalars[0].value) else { return nil }
    if let reading = surnames[String(String.UnicodeScalarView(scalars.prefix(2)))] { return (2, reading) }
    return surnames[String(scalars[0])].map { (1, $0) }
  }

  private static func word(_ scalars: [Unicode.Scalar], at place: Int) -> String? {
    guard place + 1 < scalars.count, wordFirsts.contains(scalars[place].value) else { return nil }
    return words[String(String.UnicodeScalarView(scalars[place...(place + 1)]))]
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

  private static let surnameFirsts = Firsts(surnames.keys)
  private static let wordFirsts = Firsts(words.keys)
}

/// The first characters of some words, as bits: most characters of a name begin none of them.
private struct Firsts: Sendable {
  private var bits = Array(repeating: UInt64(0), count: 1_024)

  init(_ words: some Sequence<String>) {
    for case let first? in words.map(\.unicodeScalars.first) where first.value < 0x10000 {
      bits[Int(first.value >> 6)] |= 1 << UInt64(first.value & 63)
    }
  }

  func contains(_ value: UInt32) -> Bool {
    value < 0x10000 && bits[Int(value >> 6)] & 1 << UInt64(value & 63) != 0
  }
}
