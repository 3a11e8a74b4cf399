public import Kernel

/// How much a piece of evidence proves (佐证等级): the smaller the number, the stronger.
///
/// An indicator states the weakest grade that it counts; what stands below is shown as declared, not counted.
public enum EvidenceGrade: Int, CaseIterable, Comparable, Sendable {
  case g1 = 1
  case g2, g3, g4

  /// `G1` to `G4`, as on forms and in figures.
  public var code: String { "G\(rawValue)" }

  /// - Parameter code: such as `G2`.
  public init?(code: String) {
    guard let grade = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = grade
  }

  public var phrase: Phrase {
    switch self {
    case .g1: Phrase(zh: "主管部门或登记机关出具（有文号）", en: "Issued by an authority or register (with a document number)")
    case .g2: Phrase(zh: "合同加付款凭证，或第三方签章证明", en: "Contract with proof of payment, or a third party's signed proof")
    case .g3: Phrase(zh: "签章的自行申报，附证明材料", en: "Signed self-declaration with an attachment")
    case .g4: Phrase(zh: "仅自行申报", en: "Self-declaration only")
    }
  }

  /// Whether evidence of this grade is strong enough where `least` is the weakest that counts.
  public func meets(_ least: EvidenceGrade) -> Bool { rawValue <= least.rawValue }

  /// The stronger is the greater: `.g1 > .g4`.
  public static func < (one: EvidenceGrade, other: EvidenceGrade) -> Bool { one.rawValue > other.rawValue }
}
