public import Access
public import Kernel
public import Matters
public import Storage

extension ProcedureBook {
  /// Who may file a matter of a procedure.
  ///
  /// - Throws: ``MatterRefusal/unknownProcedure``.
  func filers(of code: String) throws(MatterRefusal) -> Permission { try kept(code).procedure.head.filers }

  /// The procedures that `account` works on.
  public func handled(by account: Account) -> [Procedure] {
    all.map(\.procedure).filter { account.may($0.head.handlers) }
  }

  /// Whether `account` works on the matter, and so reads its history without reading the whole journal.
  public func isStaff(_ account: Account, of id: ID<Matter>, in db: any Reading) throws -> Bool {
    guard account.may(.workOnMatters), let matter = try MatterRows.find(id, in: db),
      let procedure = procedure(matter.procedure)
    else { return false }
    let parties = try AnswerRows.parties(of: id, in: db)
    let recused = try AnswerRows.recused(from: id, in: db)
    return procedure.standing(of: account, in: matter, parties: parties, recused: recused).isStaff
  }
}
