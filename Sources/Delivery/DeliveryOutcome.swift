/// What became of one attempt to deliver something.
public enum DeliveryOutcome: Equatable, Sendable {
  /// The other side has it.
  case arrived(code: String)
  /// It said no and means it: trying again is of no use.
  case refused(code: String)
  /// It is not there, is busy or said no for now; it has certainly not taken it.
  case unreachable(code: String)
  /// The connection ended after the content had gone out: perhaps it has it.
  case unknown(code: String)

  /// Short and without anybody's words: `smtp 250`, `http 503`, `timeout`.
  public var code: String {
    switch self {
    case .arrived(let code), .refused(let code), .unreachable(let code), .unknown(let code): code
    }
  }
}
