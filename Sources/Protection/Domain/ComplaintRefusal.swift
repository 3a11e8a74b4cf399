public import Kernel

/// Why a step of a complaint cannot be taken.
public enum ComplaintRefusal: Refusal, Equatable {
  /// Reports are verified, not mediated.
  case isReport
  /// Complaints are mediated, not verified.
  case isComplaint
  case dayAhead

  public var kind: RefusalKind {
    switch self {
    case .isReport, .isComplaint: .conflict
    case .dayAhead: .invalid
    }
  }

  public var code: String {
    switch self {
    case .isReport: "complaint.is-report"
    case .isComplaint: "complaint.is-complaint"
    case .dayAhead: "complaint.day-ahead"
    }
  }

  public var field: String? { self == .dayAhead ? "happened_on" : nil }

  public var phrase: Phrase {
    switch self {
    case .isReport:
      Phrase(zh: "举报应当核查，请选“受理并核查”", en: "A report is verified; please take “Accept for verification”")
    case .isComplaint:
      Phrase(zh: "投诉应当调解，请选“受理并组织调解”", en: "A complaint is mediated; please take “Accept for mediation”")
    case .dayAhead: Phrase(zh: "发生日期不能晚于今天", en: "It cannot have happened later than today")
    }
  }
}
