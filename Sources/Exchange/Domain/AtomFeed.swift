public import Foundation
public import Kernel

/// A feed of news (RFC 4287); what was taken back is told without its content (RFC 6721).
public struct AtomFeed: Sendable {
  /// Of the feed itself, permanent; also where it lies.
  public let address: String
  public let title: Phrase
  public let author: Phrase
  /// The page for people.
  public let page: String
  public let entries: [Entry]
  public let removals: [Removal]
  /// Where nothing has happened yet: when the zone was made.
  public let begun: Date

  public init(
    address: String, title: Phrase, author: Phrase, page: String, entries: [Entry], removals: [Removal], begun: Date
  ) {
    self.address = address
    self.title = title
    self.author = author
    self.page = page
    self.entries = entries
    self.removals = removals
    self.begun = begun
  }

  /// One piece of news.
  public struct Entry: Equatable, Sendable {
    /// Permanent: its page.
    public let address: String
    public let title: String
    public let summary: String
    public let updated: Date
    /// Such as `institutions`.
    public let dataset: String

    public init(address: String, title: String, summary: String, updated: Date, dataset: String) {
      self.address = address
      self.title = title
      self.summary = summary
      self.updated = updated
      self.dataset = dataset
    }
  }

  /// That an entry is no longer public, and since when.
  public struct Removal: Equatable, Sendable {
    public let address: String
    public let when: Date

    public init(address: String, when: Date) {
      self.address = address
      self.when = when
    }
  }

  public func xml(in language: Language) -> String {
    let times = entries.map(\.updated) + removals.map(\.when)
    let entries = entries.sorted { ($0.updated, $0.address) > ($1.updated, $1.address) }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" \
      xml:lang="\(language.rawValue)">
      <id>\(Self.escaped(address))</id>
      <title>\(Self.escaped(title.text(in: language)))</title>
      <updated>\(Self.instant(times.max() ?? begun))</updated>
      <author><name>\(Self.escaped(author.text(in: language)))</name></author>
      <link rel="self" type="application/atom+xml" href="\(Self.escaped(address))"/>
      <link rel="alternate" type="text/html" href="\(Self.escaped(page))"/>
      \(removals.map(Self.removal).joined())\(entries.map(Self.entry).joined())</feed>

      """
  }

  private static func entry(_ entry: Entry) -> String {
    """
    <entry>
    <id>\(escaped(entry.address))</id>
    <title>\(escaped(entry.title))</title>
    <updated>\(instant(entry.updated))</updated>
    <category term="\(escaped(entry.dataset))"/>
    <link rel="alternate" type="text/html" href="\(escaped(entry.address))"/>
    <summary>\(escaped(entry.summary))</summary>
    </entry>

    """
  }

  private static func removal(_ removal: Removal) -> String {
    "<at:deleted-entry ref=\"\(escaped(removal.address))\" when=\"\(instant(removal.when))\"/>\n"
  }

  private static func instant(_ date: Date) -> String { date.formatted(.iso8601) }

  /// What XML cannot hold goes.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
