import Patents

/// What is noted with a row's sayings of the register's fields: what the register keeps otherwise, under `field:` and the
/// field's name, and on which fields the row agreed with it, as a mask.
extension PatentTestimony.Beside {
  private static let declinedPrefix = "field:"
  private static let agreedName = "agrees"

  static func isNote(_ name: String) -> Bool { name == agreedName || name.hasPrefix(declinedPrefix) }

  init(_ said: [PatentExtra]) {
    self.init()
    for extra in said {
      if extra.name == Self.agreedName {
        agreed = Int64(extra.value).map { FieldMask(bits: $0).fields }
      } else if extra.name.hasPrefix(Self.declinedPrefix) {
        let name = extra.name.dropFirst(Self.declinedPrefix.count)
        if let field = PatentField(rawValue: String(name)) { declined[field] = extra.value }
      }
    }
  }

  var extras: [PatentExtra] {
    PatentField.allCases.compactMap { field in
      declined[field].map { PatentExtra(name: Self.declinedPrefix + field.rawValue, value: $0) }
    } + (agreed.map { [PatentExtra(name: Self.agreedName, value: "\(FieldMask($0).bits)")] } ?? [])
  }

  /// Whether a saying is the note of an agreement, which no source has said in words.
  static func isAgreement(_ extra: PatentExtra) -> Bool { extra.name == agreedName }
}

extension PatentExtra {
  /// Whether it is no saying of the file but a note on how it stands to the register.
  var isBeside: Bool { PatentTestimony.Beside.isNote(name) }
}
