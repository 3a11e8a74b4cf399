/// What the folder holds: the segments in force, and how far the register has been followed.
///
/// It is replaced as a whole by a rename, so that a reader finds either the former state or the new one.
struct Manifest: Equatable {
  struct Entry: Equatable {
    let segment: String
    let goneFile: String?
    let position: Int64
  }

  static let name = "manifest"
  static let newName = "manifest.new"

  /// The number of the next file.
  var next = 1
  var position: Int64 = 0
  /// What the owner wrote down beside the position; without spaces.
  var mark = ""
  var entries: [Entry] = []

  init() {}

  /// - Throws: ``CorpusRefusal/damaged(file:part:)`` unless it is as it was written.
  init(_ file: MappedFile) throws(CorpusRefusal) {
    let damaged = CorpusRefusal.damaged(file: Self.name, part: "manifest")
    let text = withExtendedLifetime(file) { String(decoding: file.bytes, as: UTF8.self) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines[0] == "ipzone-corpus 1", lines.last == "" else { throw damaged }
    let body = lines.dropLast(2).map { $0 + "\n" }.joined()
    guard lines[lines.count - 2] == "sum \(Self.sum(body))" else { throw damaged }
    for line in lines[1..<lines.count - 2] {
      let words = line.split(separator: " ")
      switch (words.first, words.count) {
      case ("next", 2): next = Int(words[1]) ?? 0
      case ("position", 2): position = Int64(words[1]) ?? 0
      case ("mark", 2): mark = String(words[1])
      case ("segment", 4):
        let gone = words[2] == "-" ? nil : String(words[2])
        entries.append(Entry(segment: String(words[1]), goneFile: gone, position: Int64(words[3]) ?? 0))
      default: throw damaged
      }
    }
  }

  var text: String {
    var body = "ipzone-corpus 1\nnext \(next)\nposition \(position)\n"
    if !mark.isEmpty { body += "mark \(mark)\n" }
    for entry in entries { body += "segment \(entry.segment) \(entry.goneFile ?? "-") \(entry.position)\n" }
    return body + "sum \(Self.sum(body))\n"
  }

  private static func sum(_ text: String) -> String {
    Array(text.utf8).withUnsafeBytes { String(Checksum.of($0), radix: 16) }
  }
}
