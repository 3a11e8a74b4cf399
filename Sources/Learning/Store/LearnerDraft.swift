public import Access
import Foundation
public import Kernel
public import Learning
import Notices

/// What somebody wrote who registers.
public struct LearnerDraft: Sendable {
  public var name: String
  /// The number of an identity card or passport; nothing but a keyed hash of it is kept.
  public var identity: String
  public var email: String
  public var organisation: String
  public var employer: String
  public var district: String
  /// Whether the account registers somebody else: then notices go to the e-mail address, not to the account.
  public var isForOther: Bool

  public init(
    name: String, identity: String, email: String = "", organisation: String = "", employer: String = "",
    district: String = "", isForOther: Bool = false
  ) {
    self.name = name
    self.identity = identity
    self.email = email
    self.organisation = organisation
    self.employer = employer
    self.district = district
    self.isForOther = isForOther
  }

  func learner(_ account: Account, _ personKey: (String) -> String?) throws(FormRefusal) -> Learner {
    var faults: [any Refusal] = []
    func text(_ field: String, _ written: String, limit: Int) -> String? {
      let text = written.trimmingCharacters(in: .whitespacesAndNewlines)
      if text.count > limit { faults.append(LearningRefusal.tooLong(field, limit: limit)) }
      return text.isEmpty ? nil : text
    }
    let name = text("name", name, limit: 60)
    if name == nil { faults.append(LearningRefusal.missing("name")) }
    // A key itself is nobody's identity number.
    let isKey = identity.uppercased().filter { !$0.isWhitespace }.hasPrefix("P-")
    let person = isKey ? nil : personKey(identity)
    if person == nil {
      let isEmpty = identity.allSatisfy(\.isWhitespace)
      faults.append(isEmpty ? LearningRefusal.missing("identity") : LearningRefusal.noPerson)
    }
    let email = text("email", email, limit: 120)
    if let email, (try? EmailAddress(email)) == nil { faults.append(LearningRefusal.noMailAddress) }
    var firm: SocialCreditCode?
    if let code = text("organisation", organisation, limit: 40) {
      do { firm = try SocialCreditCode(code) } catch { faults.append(FieldRefusal(error, in: "organisation")) }
    }
    let (employer, district) = (text("employer", employer, limit: 80), text("district", district, limit: 60))
    guard faults.isEmpty, let name, let person else { throw FormRefusal(faults) }
    return Learner(
      person: person, name: name, email: email, organisation: firm, employer: employer, district: district,
      account: account.standing == .person && !isForOther ? account.id : nil)
  }
}
