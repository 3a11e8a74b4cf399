public import Access
public import JournalStore
public import Kernel
public import Matters
public import Storage

/// Files matters as a part of other work: in its transaction, and in its entry of the journal.
///
/// Whether that work may take somebody's matter in is for it to say.
public struct MatterIntake: Sendable {
  private let desk: MatterDesk

  public init(_ desk: MatterDesk) { self.desk = desk }

  public func procedure(_ code: String) throws(MatterRefusal) -> Procedure { try desk.book.kept(code).procedure }

  /// Files `filing` for `applicant`, who is there in person and needs no account.
  ///
  /// - Parameter seed: ten bytes or more that nobody can guess; the same bytes give the same code again.
  /// - Throws: `FormRefusal` with everything that is wrong.
  public func file(
    _ filing: MatterFiling, for applicant: MatterFiling.Applicant, as id: ID<Matter>, by account: Account,
    codeFrom seed: [UInt8], in recording: Recording, _ db: any Writing
  ) throws -> FiledMatter {
    try desk.file(
      filing, desk.book.kept(filing.procedure), as: id, by: Filer(applicant, takenInBy: account),
      code: Self.code(from: seed), recording, db)
  }

  /// What was filed under this id before, with the code that `seed` gives; nil where nothing was.
  public func filed(_ id: ID<Matter>, codeFrom seed: [UInt8], in db: any Reading) throws -> FiledMatter? {
    try MatterRows.find(id, in: db).map {
      FiledMatter(id: id, number: $0.number, code: Self.code(from: seed), isCodeGiven: true)
    }
  }

  private static func code(from seed: [UInt8]) -> PublicCode {
    precondition(seed.count >= PublicCode.bytes, "a code is made of \(PublicCode.bytes) bytes")
    return PublicCode(random: Array(seed.prefix(PublicCode.bytes)))
  }
}
