import Enterprises
import Institutions
import Evidence
import Kernel
import Ledgers
import LedgersStore
import Programme

/// The invented records of a demonstration, drawn by dice: the same seed and day draw the same.
///
/// Every name says 示例, every credit code has a division that no register uses, every person a number that no office
/// gives.
struct SampleZone {
  /// How many times the size of the real zone.
  let scale: Int
  let today: Day
  var dice = SeededDice(seed: 20_240_411)

  private(set) var institutions: [Sample] = []
  private(set) var enterprises: [Sample] = []

  /// An organisation that other records name.
  struct Sample {
    let code: String
    let name: String
    let from: Day
    let to: Day?
    /// Its place among its kind: the first are the largest.
    let size: Int
  }

  init(scale: Int, today: Day) {
    self.scale = scale
    self.today = today
    let start = Day(year: 2018, month: 1, day: 1) ?? today
    for number in 0..<108 * scale {
      let from = start.adding(days: dice.roll(below: max(1, today.number - start.number - 60)))
      let leaves = number % 18 == 17
      let to = leaves ? min(today.adding(days: -5), from.adding(days: 200 + dice.roll(below: 900))) : nil
      institutions.append(
        Sample(
          code: SampleCode.organisation(kind: 1, number), name: SampleName.institution(number), from: from,
          to: to.flatMap { $0 > from ? $0 : nil }, size: 1 + 4_000 / (40 + number / scale)))
    }
    for number in 0..<3_000 * scale {
      enterprises.append(
        Sample(
          code: SampleCode.organisation(kind: 2, number), name: SampleName.enterprise(number), from: start, to: nil,
          size: 1 + dice.roll(below: 100)))
    }
  }

  mutating func day(from first: Day, to last: Day) -> Day {
    first.adding(days: dice.roll(below: max(1, last.number - first.number + 1)))
  }

  /// True `share` times in a hundred.
  mutating func chance(_ share: Int) -> Bool { dice.roll(below: 100) < share }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[dice.roll(below: items.count)] }

  /// An institution at work on `day`, the larger ones more often.
  mutating func institution(on day: Day) -> Sample {
    for _ in 0..<40 {
      let place = min(dice.roll(below: institutions.count), dice.roll(below: institutions.count))
      let found = institutions[place]
      if found.from <= day, found.to.map({ day <= $0 }) != false { return found }
    }
    return institutions[0]
  }

  /// A row with evidence of grade G2, or a mere declaration `weak` times in a hundred.
  mutating func row(_ texts: [String: String], _ document: String, weak: Int = 0, grade: Int = 2) -> LedgerDraft {
    chance(weak)
      ? LedgerDraft(texts: texts, grade: .g4)
      : LedgerDraft(texts: texts, grade: grade == 1 ? .g1 : .g2, document: "示例-" + document)
  }
}

/// Credit codes with a right check symbol and a division that does not exist.
enum SampleCode {
  static func organisation(kind: Int, _ number: Int) -> String {
    let digits = String(number)
    let body = "MD\(kind)" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let head = "91329999" + body
    return alphabet.lazy.map { head + String($0) }.first { (try? SocialCreditCode($0)) != nil } ?? head
  }

  /// A passport-like number.
  static func person(_ number: Int) -> String { "SL" + String(1_000_000 + number) }
}

/// Names that nobody could take for real ones.
enum SampleName {
  private static let first = ["秣陵", "方山", "牛首", "汤泉", "百家", "淳化", "湖熟", "横溪", "谷里", "麒麟", "禄口", "东山"]
  private static let second = ["明理", "启航", "新知", "同创", "锐思", "华章", "致远", "云图", "汇智", "中衡", "佳信", "博闻"]
  private static let institutionEndings = [
    "知识产权代理有限公司", "知识产权服务有限公司", "专利代理事务所（普通合伙）", "知识产权咨询有限公司", "信息科技有限公司", "律师事务所",
  ]
  private static let enterpriseEndings = ["智能装备有限公司", "生物医药有限公司", "网络科技有限公司", "新能源汽车部件有限公司", "电力设备有限公司", "新材料有限公司"]

  static func institution(_ number: Int) -> String {
    name(number) + institutionEndings[number % institutionEndings.count]
  }

  static func enterprise(_ number: Int) -> String { name(number) + enterpriseEndings[number % enterpriseEndings.count] }

  private static func name(_ number: Int) -> String {
    let pair = first[number % first.count] + second[number / first.count % second.count]
    let round = number / (first.count * second.count)
    return "示例" + pair + (round > 0 ? "\(round + 1)号" : "")
  }
}
