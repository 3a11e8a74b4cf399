public import Kernel

/// Why something cannot be done with a lecture, and what can.
public enum LearningRefusal: Refusal, Equatable {
  case unknownLecture
  case unknownTopic
  /// No ticket has this code: nothing more is said.
  case wrongTicket
  /// No certificate has this number and code: nothing more is said.
  case wrongCertificate
  case notOpen
  case lectureOver
  case registeredAlready
  case noPerson
  case missing(String)
  case tooLong(String, limit: Int)
  case noMailAddress
  case withdrawnAlready
  case attendedAlready
  case signedInAlready
  case wrongCode
  case signInNotOpen
  case signInOver
  case onlyWaiting
  case noTest
  case testNotOpen
  case notAttended
  case noTriesLeft
  case certifiedAlready
  case answersMissing
  case wrongTest(question: Int)
  case testTaken
  case ratedAlready
  case wrongRating
  case votedAlready
  case votesClosed
  case answeredAlready
  case wrongTime
  case inThePast
  case endsBeforeItBegins
  case wrongNumber(String, ClosedRange<Int>)
  case noSuchTarget
  case alreadyHeld
  case notHeldYet
  case nobodyCame
  case notYourClaim
  /// The account has a registration of its own there.
  case ownAlready
  case answersOrder
  /// The lecture of an order was cancelled.
  case lectureGone
  case announcedAlready
  case ratingNotOpen
  case leastAboveCapacity
  /// Why the staff withdraws or erases is for the journal and the person, not for the public.
  case staffReasonMissing
  case unknownBooking
  case reasonMissing

  public var kind: RefusalKind {
    switch self {
    case .unknownLecture, .unknownTopic, .wrongTicket, .wrongCertificate, .unknownBooking: .missing
    case .notOpen, .lectureOver, .registeredAlready, .withdrawnAlready, .attendedAlready, .signedInAlready,
      .signInNotOpen, .signInOver, .onlyWaiting, .noTest, .testNotOpen, .notAttended, .noTriesLeft, .certifiedAlready,
      .testTaken, .ratedAlready, .votedAlready, .votesClosed, .answeredAlready, .alreadyHeld, .notHeldYet, .nobodyCame,
      .answersOrder, .lectureGone, .announcedAlready, .ratingNotOpen:
      .conflict
    case .notYourClaim: .forbidden
    case .noPerson, .missing, .tooLong, .noMailAddress, .wrongCode, .answersMissing, .wrongTest, .wrongRating,
      .wrongTime, .inThePast, .endsBeforeItBegins, .wrongNumber, .noSuchTarget, .reasonMissing, .ownAlready,
      .leastAboveCapacity, .staffReasonMissing:
      .invalid
    }
  }

  public var field: String? {
    switch self {
    case .noPerson, .registeredAlready: "identity"
    case .missing(let field), .tooLong(let field, _), .wrongNumber(let field, _): field
    case .noMailAddress: "email"
    case .wrongCode: "code"
    case .wrongTest: "questions"
    case .wrongRating: "rating"
    case .wrongTime: "begins"
    case .inThePast: "held_on"
    case .endsBeforeItBegins: "minutes"
    case .noSuchTarget: "into"
    case .reasonMissing, .staffReasonMissing: "reason"
    case .unknownBooking: "number"
    case .ownAlready: "whom"
    case .leastAboveCapacity: "least"
    default: nil
    }
  }
}
