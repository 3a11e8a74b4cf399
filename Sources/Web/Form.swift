public import API
import Foundation
public import Kernel
public import Markup

/// What someone submitted.
///
/// Text is NFC, with `\n` between lines.
public struct Form: Sendable {
  public let pairs: [(name: String, value: String)]
  public let files: [UploadedFile]
  /// Where to go when all is done, if the form was reached on the way to somewhere.
  public let returnTo: Link?

  init(pairs: [(name: String, value: String)], files: [UploadedFile] = []) {
    self.pairs = pairs.filter { !Self.own.contains($0.name) }
    self.files = files
    returnTo = pairs.first { $0.name == "return-to" }.flatMap { Link(returningTo: $0.value) }
    id = pairs.first { $0.name == "form-id" }.map(\.value).flatMap { $0.isEmpty ? nil : $0 }
    carried = pairs.first { $0.name == "carried" }.flatMap { CarriedForm($0.value) }
  }

  /// Which showing of the form this is; nil for what no page of the portal showed.
  let id: String?
  /// The fields of a form that a lost session interrupted, on their way through the sign-in page.
  let carried: CarriedForm?
  private static let own: Set<String> = ["form-token", "form-id", "return-to", "carried"]

  /// The value without blanks at its ends; "" where the field is absent.
  public func text(_ name: String) -> String { raw(name).trimmingCharacters(in: .whitespacesAndNewlines) }

  /// The value as it was typed: for passwords.
  public func raw(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

  /// The trimmed value, or nil where nothing was typed.
  public func optional(_ name: String) -> String? {
    let text = text(name)
    return text.isEmpty ? nil : text
  }

  /// Every value of a field: the boxes that were ticked.
  public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// Whether a box of sort `.check` was ticked.
  public func isChecked(_ name: String) -> Bool { raw(name) == "yes" }

  /// The first file of a field; nil where none was chosen.
  public func file(_ field: String) -> UploadedFile? { files.first { $0.field == field } }

  /// What the person had seen when the form was shown; nil where the form carries none.
  public func revision() -> Int64? { Int64(text("revision")) }

  /// - Throws: ``FieldFault/missing`` where nothing was typed.
  public func required(_ name: String) throws(FieldFault) -> String {
    guard let text = optional(name) else { throw .missing }
    return text
  }

  /// - Throws: ``FieldFault/noDay`` for anything that is no day; nothing typed is nil.
  public func day(_ name: String) throws(FieldFault) -> Day? {
    guard let text = optional(name) else { return nil }
    guard let day = Day(text) else { throw .noDay }
    return day
  }

  /// - Throws: ``FieldFault/noNumber(_:)`` for anything but a whole number of `range`; nothing typed is nil.
  public func integer(_ name: String, in range: ClosedRange<Int>) throws(FieldFault) -> Int? {
    guard let text = optional(name) else { return nil }
    guard let number = Int(text), range.contains(number) else { throw .noNumber(range) }
    return number
  }

  /// - Throws: ``FieldFault/notOffered`` for anything that is none of the type's raw values.
  public func choice<Value: RawRepresentable<String>>(
    _ name: String, of _: Value.Type = Value.self
  ) throws(FieldFault) -> Value {
    guard let value = Value(rawValue: try required(name)) else { throw .notOffered }
    return value
  }
}

/// Collects everything that is wrong with a form, so that a person mends it in one go.
///
/// ```swift
/// var check = FormCheck()
/// let code = try check.take("code") { try SocialCreditCode(form.required("code")) }
/// let from = try check.take("from") { try form.day("from") }
/// try check.verify()
/// ```
public struct FormCheck {
  private var causes: [any Refusal] = []

  public init() {}

  /// What `read` gives; nil where it refuses, which is kept as a fault of `field`.
  ///
  /// - Throws: what is no refusal.
  public mutating func take<Value>(_ field: String, _ read: () throws -> Value) throws -> Value? {
    do {
      return try read()
    } catch let refusal as FormRefusal {
      causes += refusal.causes
      return nil
    } catch let refusal as any Refusal {
      causes.append(FieldRefusal(refusal, in: field))
      return nil
    }
  }

  /// As ``take(_:_:)`` where nothing typed will not do: it is ``FieldFault/missing``, and what was typed wrong is not.
  public mutating func takeRequired<Value>(_ field: String, _ read: () throws -> Value?) throws -> Value? {
    try take(field) {
      guard let value = try read() else { throw FieldFault.missing }
      return value
    }
  }

  public mutating func refuse(_ field: String, _ refusal: any Refusal) {
    causes.append(FieldRefusal(refusal, in: field))
  }

  /// - Throws: `FormRefusal` with all that was found.
  public func verify() throws(FormRefusal) {
    if !causes.isEmpty { throw FormRefusal(causes) }
  }
}
