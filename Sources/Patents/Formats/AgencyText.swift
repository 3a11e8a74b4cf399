import Kernel
import Patents

extension RecordBuilder {
  /// An agency as tables write it: the name, with or without its code of five digits at the end.
  mutating func setAgency(_ raw: String) {
    guard let text = CleanText.line(raw) else { return }
    let digits = text.unicodeScalars.reversed().prefix { ("0"..."9").contains($0) }.count
    guard digits == 5, text.unicodeScalars.count > 5, let code = try? AgencyCode(String(text.suffix(5))) else {
      record.agency = text
      return
    }
    record.agency = CleanText.line(String(text.dropLast(5)))
    record.agencyCode = code
  }
}

/// The first of the claims of a text that holds them all.
enum FirstClaim {
  /// Claims are numbered at the beginning of a line: `1、`, `1.`, `2．`; the text up to the second.
  static func of(_ claims: String) -> String? {
    guard let text = CleanText.lines(claims) else { return nil }
    guard let end = text.utf8.withContiguousStorageIfAvailable(secondClaim) ?? nil else { return text }
    return CleanText.lines(String(decoding: Array(text.utf8.prefix(end)), as: UTF8.self))
  }

  /// Where the line that begins the second claim begins; nil if there is none.
  private static func secondClaim(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var line = 0
    while let end = bytes[line...].firstIndex(of: 0x0A) {
      line = end + 1
      var at = line
      while at < bytes.count, bytes[at] == 0x20 { at += 1 }
      guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "2") else { continue }
      let rest = bytes[(at + 1)...]
      // A full stop, a space, 、 or ．
      if [0x2E, 0x20].contains(rest.first) || rest.starts(with: [0xE3, 0x80, 0x81])
        || rest.starts(with: [0xEF, 0xBC, 0x8E])
      {
        return line
      }
    }
    return nil
  }
}
