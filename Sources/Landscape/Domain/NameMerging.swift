import Corpus
public import Kernel

/// Which spellings of a name count as one (申请人归一): by rules that leave nothing to judge, and as people have merged
/// parties by hand.
///
/// Inventors are never merged: people of one name are not one person.
public struct NameMerging: Sendable, Equatable {
  /// What the register of parties says of a spelling.
  public struct Known: Sendable, Equatable {
    public let name: String
    /// Whether somebody merged it; otherwise it differs by what the register folds itself.
    public let isByHand: Bool

    public init(name: String, isByHand: Bool) {
      self.name = name
      self.isByHand = isByHand
    }
  }

  private let known: [String: Known]
  public let isOn: Bool

  /// - Parameter known: spellings that are not the name of their party itself.
  public init(known: [String: Known]) {
    self.known = known
    isOn = true
  }

  private init() {
    known = [:]
    isOn = false
  }

  /// Every spelling for itself.
  public static let none = NameMerging()

  /// What all spellings of one name have in common.
  func key(_ spelling: String) -> String {
    guard isOn else { return spelling }
    return NameRule.legalForm.folded(known[spelling]?.name ?? spelling)
  }

  /// What people call the party of a spelling; nil where the register says nothing else than the spelling.
  func name(of spelling: String) -> String? { known[spelling]?.name }

  /// Why a spelling counts as `name`; nil where it is the same.
  func basis(of spelling: String, as name: String) -> NameBasis? {
    guard spelling != name else { return nil }
    if known[spelling]?.isByHand == true || known[name]?.isByHand == true { return .hand }
    return .rule(NameRule.width.folded(spelling) == NameRule.width.folded(name) ? .width : .legalForm)
  }
}

/// Why two spellings count as one name.
public enum NameBasis: Sendable, Hashable {
  case rule(NameRule)
  case hand

  public var phrase: Phrase {
    switch self {
    case .rule(let rule): rule.phrase
    case .hand: Phrase(zh: "人工合并（见主体库留痕）", en: "Merged by hand (see the journal of the party)")
    }
  }
}

/// A rule by which spellings are one name without anybody's judgement; each carries out the one before it as well.
public enum NameRule: String, CaseIterable, Sendable {
  case width
  case legalForm

  public var phrase: Phrase {
    switch self {
    case .width:
      Phrase(zh: "仅全半角、大小写、简繁、空格或标点不同", en: "Differs in width, case, script, spaces or full stops only")
    case .legalForm:
      Phrase(
        zh: "仅组织形式写法不同（有限责任公司即有限公司；Ltd 即 Limited 等）",
        en: "Differs in how the legal form is written only (Ltd for Limited and the like)")
    }
  }

  func folded(_ name: String) -> String {
    var (folded, word): ([UInt16], [UInt16]) = ([], [])
    func end() {
      guard !word.isEmpty else { return }
      // What stands between two words is one space, whatever it was.
      if let last = folded.last, Self.isWord(last) { folded.append(0x20) }
      folded += self == .legalForm ? Self.forms[word] ?? word : word
      word.removeAll(keepingCapacity: true)
    }
    for unit in FoldedText(name).units {
      if Self.isWord(unit) {
        word.append(unit)
      } else {
        end()
        if !Self.dropped.contains(unit) { folded.append(unit) }
      }
    }
    end()
    let text = String(decoding: folded, as: UTF16.self)
    return self == .legalForm && text.utf8.count >= 18 ? text.replacing("有限责任公司", with: "有限公司") : text
  }

  /// A folded letter or digit.
  private static func isWord(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x61...0x7A: true
    default: false
    }
  }

  /// Space, full stop, comma, raised dot and enumeration comma.
  private static let dropped: Set<UInt16> = [0x20, 0x2E, 0x2C, 0xB7, 0x3001]

  private static let forms: [[UInt16]: [UInt16]] = Dictionary(
    uniqueKeysWithValues: [
      ("company", "co"), ("limited", "ltd"), ("incorporated", "inc"), ("corporation", "corp"), ("companies", "cos"),
    ].map { (Array($0.0.utf16), Array($0.1.utf16)) })
}
