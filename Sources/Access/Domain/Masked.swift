/// A personal value as pages show it unless somebody looks with a reason: enough to recognise, too little to use.
public struct Masked: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  private init(_ text: String) { description = text }

  /// `张*`, `欧**`, `J***`: the first letter, and at most three stars.
  public static func name(_ name: String) -> Masked {
    guard let first = name.first else { return Masked("") }
    return Masked("\(first)" + stars(min(name.count - 1, 3)))
  }

  /// `138****1234`: of fewer than eleven symbols only the last two stay, of fewer than five none.
  public static func phone(_ phone: String) -> Masked {
    let (head, tail) =
      switch phone.count {
      case ..<5: (0, 0)
      case ..<11: (0, 2)
      default: (phone.count - 8, 4)
      }
    return Masked(phone.prefix(head) + stars(phone.count - head - tail) + phone.suffix(tail))
  }

  /// `z***@example.cn`.
  public static func email(_ email: String) -> Masked {
    guard let at = email.lastIndex(of: "@"), let first = email.first, first != "@" else { return Masked(stars(3)) }
    return Masked("\(first)" + stars(3) + email[at...])
  }

  private static func stars(_ count: Int) -> String { String(repeating: "*", count: max(count, 0)) }
}
