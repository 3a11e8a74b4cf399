/// `text` made safe both as element content and inside a quoted attribute.
///
/// It goes by bytes of UTF-8, never by `Character`: a quotation mark followed by a combining mark or a joiner
/// is one `Character`, yet still ends an attribute.
func escaped(_ text: String) -> String {
  guard text.utf8.contains(where: isSpecial) else { return text }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + 16)
  appendEscaped(text, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
    default: bytes.append(byte)
    }
  }
}

private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
  default: false
  }
}
