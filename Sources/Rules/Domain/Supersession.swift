public import Access
public import Foundation
public import Kernel

/// A value that an administrator put in the place of a shipped one (替换), never over it: both stay on record.
public struct Supersession: Hashable, Sendable {
  public let id: ID<Supersession>
  public let rule: RuleID
  public let value: RuleValue
  /// The first day it holds.
  ///
  /// It yields to any shipped or entered value that starts later.
  public let from: Day
  public let basis: Basis
  public let reason: String
  public let enteredBy: ID<Account>
  public let enteredAt: Date
  /// When it was taken back because it had been entered by mistake; it counts no longer, but stays on record.
  public var withdrawnAt: Date?

  public init(
    id: ID<Supersession>, rule: RuleID, value: RuleValue, from: Day, basis: Basis, reason: String,
    enteredBy: ID<Account>, enteredAt: Date, withdrawnAt: Date? = nil
  ) {
    self.id = id
    self.rule = rule
    self.value = value
    self.from = from
    self.basis = basis
    self.reason = reason
    self.enteredBy = enteredBy
    self.enteredAt = enteredAt
    self.withdrawnAt = withdrawnAt
  }

  /// What the new value rests on: a document, or a decision of the zone's own.
  public enum Basis: Hashable, Sendable {
    /// `copy`: where the text that was read can be read again; without one the value counts as to be verified.
    case document(name: String, number: String, article: String?, copy: String? = nil)
    case decision(by: String, number: String, on: Day)
  }

  /// What readings of the value rest on.
  public var ruleBasis: RuleBasis {
    switch basis {
    case .document(let name, let number, let article, let copy):
      copy.map { .sourced(Self.source(name, number, article, [RuleSource.Copy(key: "", address: $0)])) }
        ?? .entered(Self.source(name, number, article, []))
    case .decision(let who, _, let day): .adopted(by: asTyped(who), on: day)
    }
  }

  private static func source(
    _ name: String, _ number: String, _ article: String?, _ copies: [RuleSource.Copy]
  ) -> RuleSource {
    RuleSource(document: asTyped(name), number: asTyped(number), article: article.map(asTyped), copies: copies)
  }

  /// The first thing that is missing, or nil.
  func gap(in unit: RuleUnit) -> SupersessionGap? {
    func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
    if !unit.accepts(value) { return .value }
    if isBlank(reason) { return .reason }
    switch basis {
    case .document(let name, let number, _, let copy):
      if isBlank(name) || isBlank(number) { return .document }
      return copy.map(isBlank) == true ? .copy : nil
    case .decision(let who, let number, _): return isBlank(who) ? .by : isBlank(number) ? .document : nil
    }
  }
}

/// What an administrator typed stands on the pages of both languages.
private func asTyped(_ text: String) -> Phrase { Phrase(zh: text, en: text) }
