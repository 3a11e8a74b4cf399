public import Access
public import Kernel
public import Ledgers
public import LedgersStore
public import Markup

/// What other parts of the zone add to the pages of records; whoever composes the portal knows.
public struct LedgerLinks: Sendable {
  /// The history of a record, for an account that may read it.
  public let history: @Sendable (Account, Ledger, ID<LedgerRecord>) -> Link?
  /// Further doors beside those of a list, for an account that may go through them.
  public let doors: @Sendable (Ledger, Account) -> [(Phrase, Link)]
  /// Further sections of a record's page.
  public let extra: @Sendable (Ledger, LedgerFile, Account) async throws -> HTML
  /// Fields that name an organisation though they are not bound to its ledger.
  public let namings: Set<LedgerNaming>
  /// The page of an organisation by its code; nil leads to the list where it is found.
  public let organisation: @Sendable (String) -> Link?
  /// Where somebody asks to act for an organisation, which filing takes.
  public let mandates: Link?

  public init(
    history: @escaping @Sendable (Account, Ledger, ID<LedgerRecord>) -> Link? = { _, _, _ in nil },
    doors: @escaping @Sendable (Ledger, Account) -> [(Phrase, Link)] = { _, _ in [] },
    extra: @escaping @Sendable (Ledger, LedgerFile, Account) async throws -> HTML = { _, _, _ in "" },
    namings: Set<LedgerNaming> = [],
    organisation: @escaping @Sendable (String) -> Link? = { _ in nil }, mandates: Link? = nil
  ) {
    self.history = history
    self.doors = doors
    self.extra = extra
    self.namings = namings
    self.organisation = organisation
    self.mandates = mandates
  }
}
