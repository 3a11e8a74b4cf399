import InstitutionsStore
import Kernel
import Premises
import PremisesStore

extension TenantFacts {
  /// What the register of institutions and the approved returns say of tenants.
  static let register = TenantFacts { codes, day, db in
    let facts = try institutionFacts(of: codes.map(\.description), on: day, in: db)
    return codes.reduce(into: [:]) { found, code in
      guard let fact = facts[code.description] else { return }
      found[code] = TenantFact(
        name: fact.name, staff: fact.staff, revenue: fact.revenue.map { Fen($0) }, registered: fact.registered)
    }
  }
}
