public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
import NoticesStore
import Storage

extension AccessDesk {
  /// Blanks everything personal that the zone keeps of somebody, and ends the account for good.
  ///
  /// The sign-in name stays: the journal names who did what. The chain stays intact: of what is erased only salted
  /// hashes remain in it, and the salts are erased, too.
  ///
  /// - Parameter text: the person's request or the legal ground, for the journal.
  public func erasePersonal(of id: ID<Account>, because text: String, by account: Account) async throws {
    try account.require(.eraseAccounts)
    let reason = try reason(text)
    try await database.write { db in
      var row = try AccountRows.lock(id, in: db)
      guard account.standing != .person || account.id != id else { throw AccountRefusal.ownAccount }
      row.contact = ContactDetails(known: "", email: nil, phone: nil, language: row.contact.language)
      row.stage = .deactivated
      row.wantedRole = nil
      let mandates = try MandateRows.all(of: id, in: db)
      let deed = Deed(.eraseAccount, by: account, on: subject(id), because: reason)
      let others = try Recording.write(deed, world: world, in: db) { recording in
        try endCodes(of: id, in: recording, db)
        for file in mandates { try recording.update(file.blank.values, in: MandateRows.table) }
        try AccountRows.update(row, SecretRow(account: id), in: recording, db)
        let others = try erasing(id, recording, db)
        return others + (outbox == nil ? [] : try NoticeOutbox.blank(of: id, in: recording, db))
      }
      let subjects = [subject(id)] + mandates.map { subject($0.mandate.id) } + others
      try Recording.erasePersonal(of: subjects, deed: deed, world: world, in: db)
      try SessionRows.endAll(of: id, in: db)
      try AccountRows.forgetReset(id, in: db)
    }
  }
}

extension MandateFile {
  /// Without what somebody wrote about a person.
  fileprivate var blank: MandateFile {
    MandateFile(
      mandate: mandate, proof: "", filedBy: filedBy, filedAt: filedAt, decidedBy: decidedBy, decidedAt: decidedAt,
      note: nil, revision: revision)
  }
}
