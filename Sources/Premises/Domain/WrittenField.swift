public import Kernel

/// What a person has to write; the raw value is the field of the form.
public enum WrittenField: String, Sendable {
  case tenantName = "tenant-name"
  case contract, decision, reason, name, number, document, ground
  case adoptedBy = "adopted-by"
  case dispute

  /// The longest text, in characters.
  public var limit: Int {
    switch self {
    case .number: 20
    case .name: 40
    case .contract, .adoptedBy: 80
    case .tenantName, .decision, .document: 120
    case .ground, .reason, .dispute: 500
    }
  }

  /// `text` without blanks at its ends.
  ///
  /// - Throws: ``PremisesRefusal/missing(_:)`` for nothing, ``PremisesRefusal/tooLong(_:limit:)``.
  public func require(_ text: String) throws(PremisesRefusal) -> String {
    guard let text = try optional(text) else { throw .missing(self) }
    return text
  }

  /// As ``require(_:)``; nothing written is nil.
  public func optional(_ text: String?) throws(PremisesRefusal) -> String? {
    guard let start = text?.drop(while: \.isWhitespace), let end = start.lastIndex(where: { !$0.isWhitespace }) else {
      return nil
    }
    guard start[...end].count <= limit else { throw .tooLong(self, limit: limit) }
    return String(start[...end])
  }

  var missing: Phrase {
    switch self {
    case .tenantName: Phrase(zh: "请填写机构名称", en: "Please give the tenant's name")
    case .contract: Phrase(zh: "请填写合同编号", en: "Please give the number of the contract")
    case .decision: Phrase(zh: "请填写决定文件的名称或文号", en: "Please name the document that decided it")
    case .reason: Phrase(zh: "请写明理由，它将记入留痕", en: "Please give a reason; it goes into the journal")
    case .name: Phrase(zh: "请填写名称", en: "Please give a name")
    case .number: Phrase(zh: "请填写编号", en: "Please give a number")
    case .document: Phrase(zh: "请填写发布标准的文件", en: "Please name the document that publishes the criteria")
    case .ground: Phrase(zh: "请写明依据", en: "Please say what shows it")
    case .adoptedBy: Phrase(zh: "请填写由谁通过", en: "Please say who adopted it")
    case .dispute: Phrase(zh: "请写明异议", en: "Please say what is contested")
    }
  }
}
