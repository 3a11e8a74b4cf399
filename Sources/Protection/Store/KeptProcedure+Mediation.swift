import Access
import Kernel
import Ledgers
public import MattersStore
import Matters
import Protection

extension KeptProcedure {
  /// Mediation of disputes.
  public static var mediation: KeptProcedure {
    KeptProcedure(
      Mediation.self,
      prefill: { account, _, _ in
        let name = account.mandate?.organisationName ?? (account.standing == .person ? account.displayName : "")
        return [Mediation.origin.field.name: "party", Mediation.claimant.field.name: name]
      },
      check: { step, taken, _ in
        guard step == nil else {
          return taken.given.all.compactMap { name, value in
            guard name != "performed_by", let day = value.day, day > taken.today else { return nil }
            return MediationRefusal.dayAhead(field: name)
          }
        }
        var faults: [any Refusal] = []
        if let own = taken.matter.organisation?.description, taken.answers[Mediation.respondentCode] == own {
          faults.append(MediationRefusal.ownSide)
        }
        if taken.answers[Mediation.origin] == "court", !taken.by.may(.handleMediation) {
          faults.append(MediationRefusal.courtAssigns)
        }
        return faults
      })
  }
}
