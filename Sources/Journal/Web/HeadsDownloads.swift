import Foundation
import HTTPTypes
import Hummingbird
import Journal
import Kernel
import Markup
import NIOCore
import Web

/// The heads as a table for spreadsheets: the mark in front makes them read UTF-8.
func headsCSV(_ heads: [(Day, JournalHead)], in language: Language) -> Response {
  let heading = Phrase(zh: "日期,末条条号,SHA-256", en: "day,last entry,SHA-256").text(in: language)
  let lines = [heading] + heads.map { day, head in "\(day),\(head.number),\(head.hash)" }
  let text = "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
  return .download(
    ResponseBody(byteBuffer: ByteBuffer(string: text)), name: "journal-heads.csv", mediaType: "text/csv; charset=utf-8")
}

/// The heads as a feed (RFC 4287), so that keeping them needs nothing but a feed reader.
///
/// An entry's id is the hash itself, named by RFC 6920.
///
/// - Parameter origin: scheme and host of the portal.
func headsFeed(_ heads: [(Day, JournalHead)], origin: String, in language: Language) -> Response {
  let page = origin + JournalPath.heads.path(in: language)
  let feed = origin + JournalPath.headsFeed.path(in: language)
  let entries = heads.map { day, head -> HTML in
    """
    <entry><id>ni:///sha-256;\(base64url(head.hash))</id><updated>\(day)T00:00:00+08:00</updated>
    <title>\(Phrase(zh: "\(day) 链首：第 \(head.number) 条", en: "Head of \(day): entry \(head.number)"))</title>
    <link href="\(page)"/><content type="text">\(head.hash)</content></entry>

    """
  }
  let document: HTML = """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
    <id>\(feed)</id><title>\(Phrase(zh: "每日链首", en: "Daily heads of the journal"))</title>
    <updated>\(heads.first?.0 ?? Day(number: 0))T00:00:00+08:00</updated>
    <author><name>ipzone</name></author>
    <link rel="self" href="\(feed)"/><link href="\(page)"/>
    \(entries)</feed>

    """
  return Response(
    status: .ok,
    headers: [.contentType: "application/atom+xml; charset=utf-8", .cacheControl: "public, max-age=3600"],
    body: ResponseBody(byteBuffer: ByteBuffer(bytes: document.bytes(Rendering(language)))))
}

/// Hexadecimal digits as RFC 6920 wants them.
private func base64url(_ digits: String) -> String {
  let symbols = Array(digits.utf8)
  let bytes = stride(from: 0, to: symbols.count - 1, by: 2).compactMap { place in
    UInt8(String(decoding: symbols[place...(place + 1)], as: UTF8.self), radix: 16)
  }
  return Data(bytes).base64EncodedString()
    .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}
