public import Foundation

/// An e-mail of plain text (RFC 5322), UTF-8 throughout.
public struct Mail: Equatable, Sendable {
  public var from: String
  /// What stands before the address of the sender.
  public var fromName: String
  public var to: String
  public var subject: String
  /// One or several texts, the preferred first, each with its language (BCP 47).
  public var texts: [(language: String, text: String)]
  /// The same for each sending of the same mail, without angle brackets.
  public var messageID: String
  public var date: Date
  /// Further fields; names and values are plain ASCII.
  public var fields: [(name: String, value: String)]

  public init(
    from: String, fromName: String, to: String, subject: String, texts: [(language: String, text: String)],
    messageID: String, date: Date, fields: [(name: String, value: String)] = []
  ) {
    self.from = from
    self.fromName = fromName
    self.to = to
    self.subject = subject
    self.texts = texts
    self.messageID = messageID
    self.date = date
    self.fields = fields
  }

  public static func == (left: Mail, right: Mail) -> Bool { left.bytes == right.bytes }

  /// As it is sent, lines ending with CR LF.
  public var bytes: [UInt8] {
    var lines = [
      "Date: \(Self.dateText(date))", "From: \(Self.phrase(fromName, after: 6))<\(from)>", "To: <\(to)>",
      "Message-ID: <\(messageID)>", "Subject: \(Self.encoded(subject, after: 9))", "MIME-Version: 1.0",
      "Auto-Submitted: auto-generated",
    ]
    lines += fields.map { "\($0.name): \(Self.oneLine($0.value))" }
    if texts.count == 1, let text = texts.first {
      lines += Self.part(text)
    } else {
      let boundary = "=_\(messageID.utf8.prefix { $0 != 0x40 }.map { String(UnicodeScalar($0)) }.joined())"
      lines += ["Content-Type: multipart/mixed; boundary=\"\(boundary)\"", ""]
      for text in texts { lines += ["--\(boundary)"] + Self.part(text) }
      lines += ["--\(boundary)--"]
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  private static func part(_ text: (language: String, text: String)) -> [String] {
    let body = text.text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
    let base64 = Data(body.utf8).base64EncodedString()
    return [
      "Content-Type: text/plain; charset=utf-8", "Content-Language: \(text.language)",
      "Content-Transfer-Encoding: base64", "",
    ] + base64.split(every: 76)
  }

  /// RFC 2047: words of at most 75 letters, each with whole characters, on lines of their own.
  static func encoded(_ text: String, after used: Int) -> String {
    let line = oneLine(text)
    let isPlain = line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
    if isPlain, line.utf8.count + used <= 76 { return line }
    var words: [String] = []
    var word: [UInt8] = []
    for character in line {
      let bytes = Array(String(character).utf8)
      if !word.isEmpty, word.count + bytes.count > 42 {
        words.append("=?UTF-8?B?\(Data(word).base64EncodedString())?=")
        word = []
      }
      // A character of many scalars is cut between them rather than make a line too long.
      word += bytes.prefix(42)
    }
    words.append("=?UTF-8?B?\(Data(word).base64EncodedString())?=")
    return words.joined(separator: "\r\n ")
  }

  private static func phrase(_ name: String, after used: Int) -> String {
    let name = oneLine(name)
    guard !name.isEmpty else { return "" }
    let isWord = name.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    return (isWord ? "\"\(name)\"" : encoded(name, after: used)) + " "
  }

  /// Without anything that could begin another field.
  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }

  /// `Mon, 23 Nov 2026 08:00:00 +0800`: the zone's time.
  private static func dateText(_ date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + 8 * 3_600
    let (days, rest) = (seconds / 86_400, seconds % 86_400)
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (year, month, day) = civil(days)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return
      "\(weekdays[days % 7]), \(two(day)) \(months[month - 1]) \(year) \(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60)) +0800"
  }

  /// Year, month and day of a count of days since 1970, after Hinnant’s algorithms for dates.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension String {
  fileprivate func split(every length: Int) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while !rest.isEmpty {
      parts.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return parts
  }
}
