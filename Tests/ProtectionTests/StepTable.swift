import Access
import Kernel
import Matters
import MattersStore

/// Which steps each of `roles` may take where, a line for a stage and a role that has any.
///
/// Whoever is on no line of a stage is refused every step there.
func stepTable(_ procedure: Procedure, _ roles: [(name: String, account: Account, standing: MatterStanding)]) -> String
{
  procedure.stages.flatMap { stage in
    roles.compactMap { role -> String? in
      let steps = procedure.steps.filter { step in
        procedure.after(step.code, at: stage.code) != nil
          && procedure.capacity(for: step, of: role.account, with: role.standing) != nil
      }
      return steps.isEmpty ? nil : "\(stage.code) \(role.name): \(steps.map(\.code).joined(separator: " "))"
    }
  }.joined(separator: "\n")
}

/// Everybody who can stand to a matter in some way, and somebody who does not.
func everybody(parties: [(String, Account)] = []) -> [(name: String, account: Account, standing: MatterStanding)] {
  [
    ("filer", Cast.firm, MatterStanding(sides: [.filer])), ("staff", Cast.staff, MatterStanding(sides: [.staff])),
    ("zone", Cast.zone, MatterStanding(sides: [.zone])),
    // Staff of another procedure, and staff that a tie keeps from the matter.
    ("others", Cast.keeper, MatterStanding(sides: [])),
    ("recused", Cast.staff, MatterStanding(sides: [], isRecused: true)),
    ("visitor", Cast.visitor, MatterStanding(sides: [])),
  ] + parties.map { ($0.0, $0.1, MatterStanding(sides: [.party($0.0)])) }
}
