/// A number as people write it, without the commas between its thousands.
///
/// - Returns: nil where a comma stands elsewhere: `88,3` may be meant as 88.3 and is not read as 883.
public func withoutThousands(_ text: some StringProtocol) -> String? {
  guard text.contains(",") else { return String(text) }
  let sign = text.hasPrefix("-") ? 1 : 0
  let whole = text.dropFirst(sign).prefix { $0 != "." }
  let rest = text.dropFirst(sign + whole.count)
  let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
  guard !rest.contains(","), (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
    return nil
  }
  return text.prefix(sign) + groups.joined() + rest
}
