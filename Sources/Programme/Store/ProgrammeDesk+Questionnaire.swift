public import Access
public import Foundation
import Institutions
public import Kernel
public import Programme
import Storage

extension ProgrammeDesk {
  /// The national questionnaire of a year as far as the zone can fill it.
  ///
  /// - Parameters:
  ///   - code: only this institution; nil for all. Who only files gets the institution that they act for.
  public func questionnaire(
    of year: Int, for code: SocialCreditCode? = nil, by account: Account
  ) async throws -> Questionnaire {
    try account.require(account.rightToQuestionnaire)
    let only =
      account.rightToQuestionnaire == .fileForInstitution
      ? account.mandate?.organisation.description : code?.description
    return try await database.read { try QuestionnaireRows.questionnaire(year, only: only, in: $0) }
  }

  /// The moment it is, for what the desk's doors hand out.
  public var now: Date { world.now() }
}

extension Account {
  /// Who acts for an institution sees its own questionnaire.
  fileprivate var rightToQuestionnaire: Permission {
    may(.readInstitutionFiles) || mandate == nil ? .readInstitutionFiles : .fileForInstitution
  }
}
