import Access
import Crypto
import Foundation
import Journal
import Kernel
import Storage

/// An entry as it stands in the table, and how its hash follows from it.
struct EntryRow {
  let number: Int64
  let happenedAt: Int64
  let actor: Int64
  let actorName: String
  let action: String
  let actionZh: String
  let actionEn: String
  let subjectTable: String?
  let subjectKey: Int64?
  let reason: String?
  let details: String
  let added: String
  let superseded: String
  var hash = ""

  init(number: Int64, happenedAt: Date, deed: Deed, details: String, added: RowSum, superseded: [Int64: RowSum]) {
    self.number = number
    self.happenedAt = Int64((happenedAt.timeIntervalSince1970 * 1_000).rounded())
    actor = deed.actor.id.number
    actorName = deed.actor.name
    action = deed.action.code
    actionZh = deed.action.phrase.zh
    actionEn = deed.action.phrase.en
    subjectTable = deed.subject?.table
    subjectKey = deed.subject?.number
    reason = deed.reason
    self.details = details
    self.added = added.text
    self.superseded = superseded.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
      .joined(separator: " ")
  }

  init(_ row: Row) throws {
    var columns = row.columns
    number = try columns.integer()
    happenedAt = try columns.integer()
    actor = try columns.integer()
    actorName = try columns.text()
    action = try columns.text()
    actionZh = try columns.text()
    actionEn = try columns.text()
    subjectTable = try columns.optional { try $0.text() }
    subjectKey = try columns.optional { try $0.integer() }
    reason = try columns.optional { try $0.text() }
    details = try columns.text()
    added = try columns.text()
    superseded = try columns.text()
    hash = try columns.text()
    try columns.end()
  }

  /// SHA-256 over every field with its length, after the hash of the entry before.
  func hash(after previous: String) -> String {
    var bytes = Array(previous.utf8)
    let fields: [String?] = [
      "\(number)", "\(happenedAt)", "\(actor)", actorName, action, actionZh, actionEn, subjectTable,
      subjectKey.map { "\($0)" }, reason, details, added, superseded,
    ]
    for field in fields {
      if let field {
        bytes.append(contentsOf: "\(field.utf8.count):".utf8)
        bytes.append(contentsOf: field.utf8)
      } else {
        bytes.append(0x2D)
      }
    }
    return hexadecimal(SHA256.hash(data: bytes))
  }

  /// What the entry took over from earlier ones; nil if the text is not as this type writes it.
  var supersededSums: [(Int64, RowSum)]? {
    var sums: [(Int64, RowSum)] = []
    for part in superseded.split(separator: " ") {
      let pair = part.split(separator: "=")
      guard pair.count == 2, let entry = Int64(pair[0]), let sum = RowSum(text: pair[1]) else { return nil }
      sums.append((entry, sum))
    }
    return sums
  }
}

extension EntryRow {
  /// What the details say was changed; of a batch, nothing.
  func changedRecords() throws -> [RecordedChange] {
    // Most entries of a large journal are batches: their details need no reading.
    guard !details.hasPrefix("{\"changes\":[],") else { return [] }
    return try JSONDecoder().decode(EntryDetails.self, from: Data(details.utf8)).changes
  }

  /// The personal values that the details keep as hashes, by their place.
  func hiddenValues() throws -> [Int: HiddenValue] {
    var hidden: [Int: HiddenValue] = [:]
    for change in try changedRecords() {
      for value in change.values.values.flatMap({ [$0.from, $0.to] }) {
        guard case .hidden(let place, let hash)? = value else { continue }
        hidden[place] = HiddenValue(table: change.table, key: change.key, hash: hash)
      }
    }
    return hidden
  }
}

/// A personal value as the chain knows it.
struct HiddenValue: Equatable {
  let table: String
  let key: Int64
  let hash: String
}

extension HiddenValue {
  init(_ value: PersonalValue) {
    self.init(table: value.table, key: value.key, hash: PersonalValue.hash(value.value, salt: value.salt))
  }
}

/// A record with the entry and digest that vouch for it.
struct VouchedRow {
  let values: [SQLValue]
  let entry: Int64
  let digest: [UInt8]

  init?(_ row: Row) {
    guard row.values.count > 2, case .integer(let entry) = row.values[row.values.count - 2],
      case .blob(let digest) = row.values[row.values.count - 1], digest.count == 32
    else { return nil }
    values = Array(row.values.dropLast(2))
    self.entry = entry
    self.digest = digest
  }
}
