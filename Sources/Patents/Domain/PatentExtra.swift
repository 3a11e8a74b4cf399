/// What a source says of a patent beyond the fields of the register, under a name of its own.
///
/// It stays with the source that said it, so that nothing of another source can be overwritten by it.
public struct PatentExtra: Equatable, Sendable {
  /// Stable: one of ``PatentExtraName``'s codes, or the header of the column as the file has it.
  public let name: String
  /// The text of the file, cleaned.
  public let value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

extension PatentRecord {
  /// Everything that the record says and the register's fields do not hold.
  public var sayings: [PatentExtra] {
    var sayings: [PatentExtra] = []
    func add(_ name: String, _ value: String?) {
      if let value { sayings.append(PatentExtra(name: name, value: value)) }
    }
    add("publication-given", publicationNumberRaw)
    add("claims", claims)
    add("cpc", cpc.isEmpty ? nil : cpc.joined(separator: "\n"))
    return sayings + extras
  }
}
