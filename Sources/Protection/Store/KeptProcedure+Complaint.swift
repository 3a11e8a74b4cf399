import Access
import Kernel
import Ledgers
public import MattersStore
import Matters
import Protection

extension KeptProcedure {
  /// Complaints and reports.
  public static var complaint: KeptProcedure {
    KeptProcedure(
      Complaint.self,
      check: { step, taken, _ in
        let isReport = taken.answers[Complaint.kind].map(Complaint.reports.contains) ?? false
        switch step {
        case .acceptToMediate: return isReport ? [ComplaintRefusal.isReport] : []
        case .acceptToVerify: return isReport ? [] : [ComplaintRefusal.isComplaint]
        case nil:
          guard let day = taken.answers.day("happened_on"), day > taken.today else { return [] }
          return [ComplaintRefusal.dayAhead]
        case .requestCorrection, .correct, .refuse, .referOn, .respond, .confide, .settle, .end, .lapseMediation,
          .tellBoth, .requestMore, .supplement, .resume, .decide, .answer, .object, .uphold, .reopen, .rate, .close,
          .lapseObjection, .withdraw:
          return []
        }
      })
  }
}
