public import Kernel

public enum EvidenceRefusal: Refusal, Equatable {
  case unknown(ID<EvidenceItem>)
  /// It came with somebody's matter, which alone gives it out.
  case held(ID<EvidenceItem>)
  /// It was withdrawn before.
  case withdrawn(ID<EvidenceItem>)
  /// Several pieces of evidence have this document number.
  case several(String)
  case reasonMissing
  case titleMissing
  case tooLong(field: String, limit: Int)
  case issuerMissing(EvidenceGrade)
  case numberMissing
  case issuedInFuture
  case empty
  /// In bytes.
  case tooLarge(limit: Int64)
  /// The content is none of the sorts that are taken.
  case notTaken
  case incomplete
  case encryptedOrOld
  case hasMacros
  case looksLikeMarkup
  /// The file on disk is gone or no longer the one that was sent.
  case damaged(ID<EvidenceItem>)

  public var kind: RefusalKind {
    switch self {
    case .unknown, .held: .missing
    case .withdrawn, .damaged: .conflict
    case .tooLarge: .tooLarge
    case .several, .reasonMissing, .titleMissing, .tooLong, .issuerMissing, .numberMissing, .issuedInFuture, .empty,
      .notTaken,
      .incomplete, .encryptedOrOld, .hasMacros, .looksLikeMarkup:
      .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknown: "evidence.unknown"
    case .held: "evidence.held"
    case .withdrawn: "evidence.withdrawn"
    case .several: "evidence.several"
    case .reasonMissing: "evidence.reason-missing"
    case .titleMissing: "evidence.title-missing"
    case .tooLong: "evidence.too-long"
    case .issuerMissing: "evidence.issuer-missing"
    case .numberMissing: "evidence.number-missing"
    case .issuedInFuture: "evidence.issued-in-future"
    case .empty: "evidence.empty"
    case .tooLarge: "evidence.too-large"
    case .notTaken: "evidence.not-taken"
    case .incomplete: "evidence.incomplete"
    case .encryptedOrOld: "evidence.encrypted-or-old"
    case .hasMacros: "evidence.has-macros"
    case .looksLikeMarkup: "evidence.looks-like-markup"
    case .damaged: "evidence.damaged"
    }
  }

  public var field: String? {
    switch self {
    case .unknown, .held, .withdrawn, .several, .damaged: nil
    case .reasonMissing: "reason"
    case .titleMissing: "title"
    case .tooLong(let field, _): field
    case .issuerMissing: "issuer"
    case .numberMissing: "number"
    case .issuedInFuture: "issued-on"
    case .empty, .tooLarge, .notTaken, .incomplete, .encryptedOrOld, .hasMacros, .looksLikeMarkup: "file"
    }
  }
}
