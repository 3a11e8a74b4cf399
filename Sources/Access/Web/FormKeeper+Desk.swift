import Access
public import AccessStore
public import Web

extension FormKeeper {
  /// The uses of forms as `desk` keeps them.
  public init(_ desk: AccessDesk) {
    let book = desk.formBook
    self.init(
      take: { key in
        switch try await book.take(key) {
        case .first: .first
        case .again(let outcome): .again(outcome: outcome)
        }
      },
      settle: { try await book.settle($0, outcome: $1) }, release: { try await book.release($0) })
  }
}
