public import Kernel

/// Why a record is not kept.
public enum LedgerRefusal: Refusal, Equatable {
  case unknown
  /// The record that says the same already.
  case duplicate(ID<LedgerRecord>)
  /// The row of the same file that says the same already.
  case repeated(row: Int)
  case endsBeforeItBegins(from: Day, to: Day)
  case partAboveWhole
  case gradeWithoutDocument
  case reasonMissing
  /// It was approved: it must be reopened first.
  case locked
  case notLocked
  case notFiled
  case withdrawn
  case notYours
  case nothingChanged
  /// Nobody overwrites what they have not seen.
  case revisionMissing

  public var kind: RefusalKind {
    switch self {
    case .unknown: .missing
    case .duplicate, .repeated, .locked, .notLocked, .notFiled, .withdrawn, .nothingChanged: .conflict
    case .endsBeforeItBegins, .partAboveWhole, .gradeWithoutDocument, .reasonMissing: .invalid
    case .notYours: .forbidden
    case .revisionMissing: .malformed
    }
  }

  public var code: String {
    switch self {
    case .unknown: "ledger.unknown"
    case .duplicate: "ledger.duplicate"
    case .repeated: "ledger.repeated"
    case .endsBeforeItBegins: "ledger.ends-before-it-begins"
    case .partAboveWhole: "ledger.part-above-whole"
    case .gradeWithoutDocument: "ledger.grade-without-document"
    case .reasonMissing: "ledger.reason-missing"
    case .locked: "ledger.locked"
    case .notLocked: "ledger.not-locked"
    case .notFiled: "ledger.not-filed"
    case .withdrawn: "ledger.withdrawn"
    case .notYours: "ledger.not-yours"
    case .nothingChanged: "ledger.nothing-changed"
    case .revisionMissing: "ledger.revision-missing"
    }
  }

  public var field: String? { self == .reasonMissing ? "reason" : nil }

  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase(zh: "没有这条记录；请从台账中选择", en: "There is no such record; please choose one from the list")
    case .duplicate:
      Phrase(
        zh: "该记录已登记，未重复计入；如有变化请更正原记录",
        en: "This is on record already and is not counted twice; to change it, correct that record")
    case .repeated(let row):
      Phrase(
        zh: "与本文件第 \(row) 行重复，未重复计入；请只保留一行",
        en: "The same as row \(row) of this file, and not counted twice; please keep one of them")
    case .endsBeforeItBegins(let from, let to):
      Phrase(zh: "止期 \(to) 早于起期 \(from)；请核对", en: "It ends on \(to), before it begins on \(from); please check")
    case .partAboveWhole: Phrase(zh: "部分大于总数；请核对两项", en: "The part is more than the whole; please check both")
    case .gradeWithoutDocument:
      Phrase(
        zh: "G1、G2 级证据须写明文号或凭证号；没有则请选 G3 或 G4",
        en: "Grades G1 and G2 need the number of a document; without one choose G3 or G4")
    case .reasonMissing: Phrase(zh: "请写明理由，它将记入留痕", en: "Please give a reason; it goes into the journal")
    case .locked:
      Phrase(zh: "该记录已审核锁定；请先退回审核再更正", en: "This record is approved and locked; reopen it before correcting")
    case .notLocked: Phrase(zh: "该记录未锁定，无需退回", en: "This record is not locked, so there is nothing to reopen")
    case .notFiled: Phrase(zh: "该记录不在待审核状态", en: "This record does not await approval")
    case .withdrawn:
      Phrase(zh: "该记录已撤回，不能再改；请另行登记", en: "This record was withdrawn and cannot be changed; please add a new one")
    case .notYours: Phrase(zh: "只能填报本单位的记录", en: "You may only file records of the organisation you act for")
    case .revisionMissing:
      Phrase(
        zh: "请用 If-Match 写明所见的版本号，以免覆盖他人的更正",
        en: "Please name the revision that you have seen in If-Match, so that nobody's correction is lost")
    case .nothingChanged: Phrase(zh: "内容没有变化，未保存", en: "Nothing was changed, so nothing was saved")
    }
  }
}
