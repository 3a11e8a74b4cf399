/// The spellings that count as one name.
public struct NameGroup: Sendable, Equatable {
  public struct Spelling: Sendable, Equatable {
    public let text: String
    /// Documents with this spelling; one with two spellings counts at both.
    public let count: Int
    /// Why it counts as the group's name; nil where it is that name.
    public let basis: NameBasis?
  }

  public let name: String
  /// The most frequent first.
  public let spellings: [Spelling]
}

extension NameMerging {
  /// Groups the values that occur.
  ///
  /// - Parameter counts: by code, 0 among them.
  /// - Returns: the groups in the order of their first codes, and for each code the number of its group from 1 on, 0
  ///   where it does not occur.
  func groups(of values: [String], counts: [Int]) -> (groups: [NameGroup], numbers: [UInt32]) {
    var numbers = [UInt32](repeating: 0, count: counts.count)
    var known: [String: UInt32] = [:]
    var members: [[Int]] = []
    for code in 1..<max(counts.count, 1) where counts[code] > 0 {
      let key = key(values[code - 1])
      let number = known[key] ?? UInt32(members.count + 1)
      if number > members.count {
        known[key] = number
        members.append([])
      }
      members[Int(number) - 1].append(code)
      numbers[code] = number
    }
    return (members.map { group(of: $0, values, counts) }, numbers)
  }

  private func group(of codes: [Int], _ values: [String], _ counts: [Int]) -> NameGroup {
    let order = codes.sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
    let named = order.lazy.compactMap { self.name(of: values[$0 - 1]) }.first
    let name = named ?? values[order[0] - 1]
    return NameGroup(
      name: name,
      spellings: order.map { code in
        let text = values[code - 1]
        return NameGroup.Spelling(text: text, count: counts[code], basis: basis(of: text, as: name))
      })
  }
}
