import Access
import Kernel
import Rules
import Synchronization

/// The refusals of today that the journal knows already, as far as this process noted them.
final class RefusedRules: Sendable {
  private let claims = Mutex<Set<Claim>>([])

  struct Claim: Hashable {
    let rule: RuleID
    let account: ID<Account>
    let day: Day
  }

  /// Whether `claim` is the first of its kind; those of other days are forgotten.
  func claim(_ claim: Claim) -> Bool {
    claims.withLock { claims in
      if claims.first.map({ $0.day != claim.day }) == true { claims = [] }
      return claims.insert(claim).inserted
    }
  }

  /// The note could not be written.
  func release(_ claim: Claim) { claims.withLock { _ = $0.remove(claim) } }
}
