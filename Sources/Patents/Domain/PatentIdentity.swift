import Foundation

/// What makes two rows the same patent document.
///
/// The publication number; else the verified application number; else a number as it was given, of another office or
/// without its kind code; else office, title, first applicant and filing day together, which is marked and merged only by
/// hand.
public struct PatentIdentity: Hashable, Sendable {
  public let text: String

  public init(text: String) { self.text = text }

  /// The identity that `facts` give.
  ///
  /// - Parameter given: a publication number as a file gives it, where it lacks what would make it one.
  public init(_ facts: PatentFacts, given: String? = nil) {
    if let number = facts[.publicationNumber] {
      text = "P:" + number
    } else if let number = facts[.applicationNumber] {
      text = "A:" + number
    } else if let number = given {
      text = "R:" + Self.folded(number)
    } else if facts[.title] == nil, let number = facts[.applicationRaw] {
      text = "R:" + (facts[.office] ?? "") + Self.folded(number)
    } else {
      let applicant = facts[.applicants]?.prefix { $0 != "\n" }
      let parts = [
        facts[.office], facts[.title].map(Self.folded), applicant.map { Self.folded(String($0)) }, facts[.filingDay],
      ]
      text = "N:" + parts.map { $0 ?? "" }.joined(separator: "|")
    }
  }

  /// Whether the document has no number that could identify it (无号).
  public var isWithoutNumber: Bool { text.hasPrefix("N:") }

  /// NFC once more: a mark may have lost the space between it and a letter.
  private static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "|" })
    ).precomposedStringWithCanonicalMapping
  }
}
