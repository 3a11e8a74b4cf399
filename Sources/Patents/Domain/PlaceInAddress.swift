/// City and district as a Chinese address writes them: `211100江苏省南京市江宁区双龙大道1号` is in 南京, 江宁区.
///
/// Only what the address itself says, by the words 市, 自治州, 地区, 盟 and 区, 县, 旗, 市; nothing is looked up, and
/// development zones, which are no districts, are passed over.
public struct PlaceInAddress: Equatable, Sendable {
  /// Without 市, as provinces stand without 省.
  public private(set) var city: String?
  public private(set) var district: String?

  public init(_ address: String) {
    var rest = address.drop { !Self.isHan($0) }.prefix(Self.longest)
    for word in ["特别行政区", "自治区", "省"] {
      if let end = rest.prefix(9 + word.count).firstRange(of: word)?.upperBound {
        rest = rest[end...]
        break
      }
    }
    // 呼和浩特市 has five letters, 巴音郭楞蒙古自治州 nine.
    let short = Self.name(endingWith: ["市", "地区", "盟"], in: rest, atMost: 5)
    guard let found = short ?? Self.name(endingWith: ["自治州"], in: rest, atMost: 11),
      !found.name.dropLast(2).contains(where: { "县区".contains($0) })
    else { return }
    city = Self.short(city: found.name)
    let district = Self.name(endingWith: ["区", "县", "旗", "市"], in: rest[found.end...], atMost: 6)?.name
    self.district = district.flatMap { name in Self.noDistricts.contains { name.hasSuffix($0) } ? nil : name }
  }

  /// A city without the word that says so.
  public static func short(city: String) -> String {
    city.count > 2 && city.hasSuffix("市") ? String(city.dropLast()) : city
  }

  private static let longest = 40
  private static let noDistricts = ["开发区", "园区", "小区", "校区", "社区", "高新区", "工业区", "厂区", "示范区"]

  private static func isHan(_ letter: Character) -> Bool {
    letter.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }

  /// The shortest beginning that ends with one of the words, has more than it, and nothing but ideographs.
  private static func name(
    endingWith words: [String], in text: Substring, atMost letters: Int
  ) -> (name: String, end: Substring.Index)? {
    var place = text.startIndex
    for count in 1...letters {
      guard place < text.endIndex, isHan(text[place]) else { return nil }
      place = text.index(after: place)
      let name = text[..<place]
      if words.contains(where: { name.hasSuffix($0) && count > $0.count }) { return (String(name), place) }
    }
    return nil
  }
}
