import Access
import Crypto
import Foundation
import Kernel
import Storage

/// An account as it is stored.
struct AccountRow: Equatable {
  let id: ID<Account>
  let name: String
  var contact: ContactDetails
  var stage: AccountStage
  /// What the person asked to be when registering; an approved mandate grants it.
  var wantedRole: Role?
  var mustChange: Bool
  /// SHA-256 over salt, password hash and sealed second factor: the journal vouches for them without holding them.
  var secretMark: String
  /// Random, so that nobody can guess a personal value by trying digests.
  let salt: String
  let createdAt: Date
  /// The journal entry that last wrote the row.
  let revision: Int64

  init(
    id: ID<Account>, name: String, contact: ContactDetails, stage: AccountStage, wantedRole: Role? = nil,
    mustChange: Bool = false, salt: String, createdAt: Date
  ) {
    self.id = id
    self.name = name
    self.contact = contact
    self.stage = stage
    self.wantedRole = wantedRole
    self.mustChange = mustChange
    self.salt = salt
    self.createdAt = createdAt
    secretMark = ""
    revision = 0
  }

  init(_ row: Row) throws {
    var columns = row.columns
    id = try columns.id()
    name = try columns.text()
    _ = try columns.text()
    contact = try ContactDetails(
      known: columns.text(), email: columns.optional { try $0.text() }, phone: columns.optional { try $0.text() },
      language: columns.value())
    stage = try columns.value()
    wantedRole = try columns.optional { try $0.value() }
    mustChange = try columns.bool()
    secretMark = try columns.text()
    salt = try columns.text()
    createdAt = try columns.date()
    revision = try columns.integer()
    try columns.end()
  }

  var values: [SQLValue] {
    [
      id.sqlValue, name.sqlValue, AccountName.key(name).sqlValue, contact.displayName.sqlValue, contact.email.sqlValue,
      contact.phone.sqlValue, contact.language.rawValue.sqlValue, stage.rawValue.sqlValue,
      (wantedRole?.rawValue).sqlValue, mustChange.sqlValue, secretMark.sqlValue, salt.sqlValue, createdAt.sqlValue,
    ]
  }
}

/// The password's hash and the sealed second factor of one account.
struct SecretRow: Equatable {
  let account: ID<Account>
  var passwordHash: String?
  var totp: [UInt8]?
  var pending: [UInt8]?
  /// The last step whose code was used.
  var step: Int64 = 0

  init(account: ID<Account>, passwordHash: String? = nil, totp: [UInt8]? = nil) {
    self.account = account
    self.passwordHash = passwordHash
    self.totp = totp
  }

  init(_ row: Row) throws {
    var columns = row.columns
    account = try columns.id()
    passwordHash = try columns.optional { try $0.text() }
    totp = try columns.optional { try $0.blob() }
    pending = try columns.optional { try $0.blob() }
    step = try columns.integer()
    try columns.end()
  }

  func mark(salt: String) -> String {
    let text = "\(salt)|\(passwordHash ?? "")|\(totp.map(hexadecimal) ?? "")"
    return hexadecimal(Array(SHA256.hash(data: Array(text.utf8))))
  }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
