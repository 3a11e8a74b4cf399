/// City and district as a Chinese address writes them: `211100江苏省南京市江宁区双龙大道1号` is in 南京, 江宁区.
///
/// Only what the address itself says, by the words 市, 自治州, 地区, 盟 and 区, 县, 旗, 市; nothing is looked up, and
/// development zones, which are no districts, are passed over.
public struct PlaceInAddress: Equatable, Sendable {
  /// Without 市, as provinces stand without 省.
  public private(set) var city: String?
  public private(set) var district: String?

  public init(_ address: String) {
    let letters = Array(address.unicodeScalars.lazy.drop { !Self.isHan($0) }.prefix(Self.longest))
    var rest = letters[...]
    for word in Self.provinceWords {
      if let end = Self.end(of: word, in: rest.prefix(9 + word.count)) {
        rest = rest[end...]
        break
      }
    }
    // 呼和浩特市 has five letters, 巴音郭楞蒙古自治州 nine.
    let short = Self.name(endingWith: Self.cityWords, in: rest, atMost: 5)
    guard let found = short ?? Self.name(endingWith: Self.prefectureWords, in: rest, atMost: 11),
      !found.dropLast(2).contains(where: { "县区".unicodeScalars.contains($0) })
    else { return }
    city = Self.short(city: Self.text(found))
    let district = Self.name(endingWith: Self.districtWords, in: rest[found.endIndex...], atMost: 6).map(Self.text)
    self.district = district.flatMap { name in Self.noDistricts.contains { name.hasSuffix($0) } ? nil : name }
  }

  /// A city without the word that says so.
  public static func short(city: String) -> String {
    city.count > 2 && city.hasSuffix("市") ? String(city.dropLast()) : city
  }

  private typealias Letters = [Unicode.Scalar]
  private static let longest = 40
  private static let provinceWords: [Letters] = ["特别行政区", "自治区", "省"].map { Array($0.unicodeScalars) }
  private static let cityWords: [Letters] = ["市", "地区", "盟"].map { Array($0.unicodeScalars) }
  private static let prefectureWords: [Letters] = [Array("自治州".unicodeScalars)]
  private static let districtWords: [Letters] = ["区", "县", "旗", "市"].map { Array($0.unicodeScalars) }
  private static let noDistricts = ["开发区", "园区", "小区", "校区", "社区", "高新区", "工业区", "厂区", "示范区"]

  private static func isHan(_ letter: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(letter.value) }

  private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return String(view)
  }

  /// Behind the first place where a word stands.
  private static func end(of word: Letters, in text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard text.count >= word.count else { return nil }
    return (text.startIndex...text.endIndex - word.count)
      .first { text[$0] == word[0] && text[$0..<$0 + word.count].elementsEqual(word) }
      .map { $0 + word.count }
  }

  /// The shortest beginning that ends with one of the words, has more than it, and nothing but ideographs.
  private static func name(
    endingWith words: [Letters], in text: ArraySlice<Unicode.Scalar>, atMost letters: Int
  ) -> ArraySlice<Unicode.Scalar>? {
    for count in 1...letters {
      guard count <= text.count, isHan(text[text.startIndex + count - 1]) else { return nil }
      let name = text.prefix(count)
      if words.contains(where: { $0.last == name.last && count > $0.count && name.suffix($0.count).elementsEqual($0) })
      {
        return name
      }
    }
    return nil
  }
}
