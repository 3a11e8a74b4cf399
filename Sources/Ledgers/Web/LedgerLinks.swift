public import Access
public import Kernel
public import Ledgers
public import LedgersStore
public import Markup

/// What other parts of the zone add to the pages of records; whoever composes the portal knows.
public struct LedgerLinks: Sendable {
  /// The history of a record, for an account that may read it.
  public let history: @Sendable (Account, Ledger, ID<LedgerRecord>) -> Link?
  /// Further sections of a record's page.
  public let extra: @Sendable (Ledger, LedgerFile, Account) async throws -> HTML
  /// The page of an organisation by its code; nil leads to the list where it is found.
  public let organisation: @Sendable (String) -> Link?
  /// Where somebody asks to act for an organisation, which filing takes.
  public let mandates: Link?

  public init(
    history: @escaping @Sendable (Account, Ledger, ID<LedgerRecord>) -> Link? = { _, _, _ in nil },
    extra: @escaping @Sendable (Ledger, LedgerFile, Account) async throws -> HTML = { _, _, _ in "" },
    organisation: @escaping @Sendable (String) -> Link? = { _ in nil }, mandates: Link? = nil
  ) {
    self.history = history
    self.extra = extra
    self.organisation = organisation
    self.mandates = mandates
  }
}
