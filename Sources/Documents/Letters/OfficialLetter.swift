public import Kernel

/// An official document (公文): a notice of acceptance, a decision, a reply.
///
/// It is a value without any layout; ``OfficialLetter/pdf(fonts:)`` sets it as GB/T 9704 wants it, and
/// ``OfficialLetter/html`` shows and prints it. The same letter gives the same bytes.
public struct OfficialLetter: Hashable, Sendable {
  /// The language that it is written in; it decides numbering, marks and how lines are broken.
  public var language: Language
  /// The red head (发文机关标志), such as 南京市知识产权局文件; nil for a notice without one.
  public var mark: String?
  /// The document number (发文字号).
  public var number: String?
  public var title: String
  /// To whom it is (主送机关), without a colon.
  public var addressee: String?
  public var paragraphs: [Paragraph]
  /// The names of what is attached (附件说明), without numbers.
  public var attachments: [String]
  /// Who signs (发文机关署名).
  public var signature: String
  /// The day it was made (成文日期); also the day that the file is dated with.
  public var date: Day
  /// Whether a seal goes over signature and day, which then stand further left.
  public var isSealed: Bool
  /// A remark below the day (附注), without brackets.
  public var note: String?
  /// Who else gets it (抄送).
  public var copies: [String]
  public var imprint: Imprint?

  public init(
    in language: Language = .zh, mark: String? = nil, number: String? = nil, title: String, addressee: String? = nil,
    paragraphs: [Paragraph], attachments: [String] = [], signature: String, date: Day, isSealed: Bool = true,
    note: String? = nil, copies: [String] = [], imprint: Imprint? = nil
  ) {
    self.language = language
    self.mark = mark
    self.number = number
    self.title = title
    self.addressee = addressee
    self.paragraphs = paragraphs
    self.attachments = attachments
    self.signature = signature
    self.date = date
    self.isSealed = isSealed
    self.note = note
    self.copies = copies
    self.imprint = imprint
  }

  /// A natural paragraph; with a level it is numbered.
  public struct Paragraph: Hashable, Sendable {
    public var level: Level?
    /// What stands before the text in the level's own face; the whole line where there is no text.
    public var heading: String?
    public var text: String

    public init(_ text: String, level: Level? = nil, heading: String? = nil) {
      self.text = text
      self.level = level
      self.heading = heading
    }

    /// Whether the text itself is a heading: a short one of the upper two levels.
    var isHeading: Bool { heading == nil && level.map { $0.rawValue <= 2 } == true && text.count <= 60 }
  }

  /// The levels of the text (结构层次): 一、（一）1.（1）.
  public enum Level: Int, CaseIterable, Sendable {
    case first = 1, second, third, fourth
  }

  /// Who had it printed, and when (印发机关和印发日期).
  public struct Imprint: Hashable, Sendable {
    public var body: String
    public var day: Day

    public init(body: String, day: Day) {
      self.body = body
      self.day = day
    }
  }

  /// The paragraphs with the numbers of their levels; a number begins anew below a higher level.
  var numbered: [(number: String, paragraph: Paragraph)] {
    var counts = [0, 0, 0, 0]
    return paragraphs.map { paragraph in
      guard let level = paragraph.level else { return ("", paragraph) }
      counts[level.rawValue - 1] += 1
      for lower in level.rawValue..<4 { counts[lower] = 0 }
      return (level.number(counts, in: language), paragraph)
    }
  }
}

extension OfficialLetter.Level {
  /// - Parameter counts: of all four levels, from the first.
  fileprivate func number(_ counts: [Int], in language: Language) -> String {
    let own = counts[rawValue - 1]
    switch language {
    case .en:
      let numbers = counts.prefix(rawValue).filter { $0 > 0 }.map(String.init)
      return numbers.joined(separator: ".") + (self == .first ? ". " : " ")
    case .zh:
      switch self {
      case .first: return chineseNumber(own) + "、"
      case .second: return "（\(chineseNumber(own))）"
      case .third: return "\(own)."
      case .fourth: return "（\(own)）"
      }
    }
  }
}

/// 1 to 99 as they number sections: 十, 十一, 二十, 二十三; other numbers in digits.
func chineseNumber(_ number: Int) -> String {
  let digits = Array("零一二三四五六七八九")
  guard (1...99).contains(number) else { return String(number) }
  let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
  let high = tens == 0 ? "" : tens == 1 ? "十" : "\(digits[tens])十"
  return high + (ones == 0 ? "" : String(digits[ones]))
}
