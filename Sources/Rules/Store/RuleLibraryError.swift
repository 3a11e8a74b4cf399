/// What is wrong with a shipped file, so that whoever edits it finds the place.
///
/// Not a refusal: a program with such a file does not start.
public struct RuleLibraryError: Error, Equatable, CustomStringConvertible {
  /// The file's name, such as `credit.yaml`.
  public let file: String
  public let line: Int?
  /// The id of the rule, as far as it was read.
  public let rule: String?
  public let problem: String

  public var description: String {
    let place = file + (line.map { ":\($0)" } ?? "")
    return "\(place): \(rule.map { "\($0): " } ?? "")\(problem)"
  }
}
