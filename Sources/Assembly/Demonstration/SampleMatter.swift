import Access
import Kernel
import Matters
import MattersStore

/// An invented matter: what was filed, and what became of it since.
struct SampleMatter {
  let procedure: String
  let filer: SampleActor
  /// How many days ago it was filed.
  let ago: Int
  let texts: [String: String]
  var channel = Matter.Channel.web
  var isAnonymous = false
  var applicant: MatterFiling.Applicant?
  var files: [String] = []
  /// In their order.
  var steps: [Step] = []
  /// Whom it is assigned to on the day of filing.
  var handler: SampleActor?

  struct Step {
    let ago: Int
    let code: String
    let actor: SampleActor
    var texts: [String: String] = [:]
    var reason = ""
    var names: [SampleActor] = []
  }

  init(
    _ procedure: String, by filer: SampleActor, _ ago: Int, _ texts: [String: String], to handler: SampleActor? = nil
  ) {
    self.procedure = procedure
    self.filer = filer
    self.ago = ago
    self.texts = texts
    self.handler = handler
  }

  func then(
    _ code: String, _ ago: Int, by actor: SampleActor, _ texts: [String: String] = [:], because reason: String = "",
    naming names: [SampleActor] = []
  ) -> SampleMatter {
    var copy = self
    copy.steps.append(Step(ago: ago, code: code, actor: actor, texts: texts, reason: reason, names: names))
    return copy
  }

  /// Taken in at a counter or by telephone for somebody without an account.
  func through(_ channel: Matter.Channel, for name: String, of code: SocialCreditCode? = nil) -> SampleMatter {
    var copy = self
    copy.channel = channel
    copy.applicant = MatterFiling.Applicant(name: name, organisation: code)
    return copy
  }

  func with(files: [String]) -> SampleMatter {
    var copy = self
    copy.files = files
    return copy
  }

  var anonymous: SampleMatter {
    var copy = self
    copy.isAnonymous = true
    return copy
  }
}

/// Who acts in the demonstration's matters: its logins, each in one role, and who has none.
enum SampleActor: Hashable {
  case role(Role)
  /// The enterprise's login, acting for the first invented enterprise.
  case firm
  /// The institution's login, acting for the other side of a dispute.
  case otherSide
  /// The institution's login, acting for one that moves in or out.
  case agency(SampleZone.Organisation)
  /// The zone by itself, when a time limit has ended.
  case zone
  case nobody

  static let centre = SampleActor.role(.centreStaff)
  static let regulator = SampleActor.role(.regulator)
  static let member = SampleActor.role(.member)
  static let expert = SampleActor.role(.expert)
}
