public import Access
import Kernel

extension Permission {
  /// Anybody's, with or without an account.
  public static let fileComplaints = Permission(
    "protection.complaint.file", Phrase(zh: "投诉举报", en: "Complain or report"))
  public static let handleComplaints = Permission(
    "protection.complaint.handle", Phrase(zh: "办理投诉举报", en: "Handle complaints and reports"))
  public static let superviseComplaints = Permission(
    "protection.complaint.supervise", Phrase(zh: "督办投诉举报", en: "Supervise complaints and reports"))
}
