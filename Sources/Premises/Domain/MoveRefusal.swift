public import Kernel

/// Why nobody moves in, moves out or has the dates corrected like this.
public enum MoveRefusal: Refusal, Equatable {
  case endsBeforeItBegins(Day)
  /// Two tenants would have one room on one day.
  case occupied(by: String, until: Day?, room: String)
  /// The room does not exist on every day of the stay.
  case roomNotThere(room: String, Stay)
  case notForLetting(RoomUse)
  /// A date before today changes figures of days that are over.
  case lateWithoutReason
  /// Who comes and who goes is decided by a matter; only what comes late is entered without one.
  case needsMatter(letters: String)
  case leftAlready(Day)
  case departureWithoutEnd

  public var kind: RefusalKind {
    switch self {
    case .occupied, .roomNotThere, .leftAlready: .conflict
    case .endsBeforeItBegins, .notForLetting, .lateWithoutReason, .needsMatter, .departureWithoutEnd: .invalid
    }
  }

  public var code: String {
    switch self {
    case .endsBeforeItBegins: "premises.ends-before-it-begins"
    case .occupied: "premises.occupied"
    case .roomNotThere: "premises.room-not-there"
    case .notForLetting: "premises.not-for-letting"
    case .lateWithoutReason: "premises.late-without-reason"
    case .needsMatter: "premises.needs-matter"
    case .leftAlready: "premises.left-already"
    case .departureWithoutEnd: "premises.departure-without-end"
    }
  }

  public var field: String? {
    switch self {
    case .endsBeforeItBegins, .departureWithoutEnd: "last"
    case .occupied, .roomNotThere: "first"
    case .lateWithoutReason: "late-reason"
    case .needsMatter: "matter"
    case .notForLetting, .leftAlready: nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .endsBeforeItBegins(let first):
      Phrase(zh: "最后一天不能早于第一天 \(first)", en: "The last day cannot come before the first, \(first)")
    case .occupied(let tenant, let until, let room):
      Phrase(
        zh: "\(room) 由\(tenant)使用" + (until.map { "至 \($0)（含当日）" } ?? "，未定迁出日") + "，同一天不能有两家；请换房间，或把入驻日定在其迁出之后",
        en: "\(tenant) is in \(room) " + (until.map { "until \($0), that day included" } ?? "with no last day")
          + "; two tenants cannot have one room on one day. Please choose another room, or a day after it has left")
    case .roomNotThere(let room, let span):
      Phrase(
        zh: "\(room) 自 \(span.first) 起使用" + (span.last.map { "，\($0) 停用" } ?? "") + "，入驻期间须在此之内",
        en: "\(room) exists from \(span.first)" + (span.last.map { " to \($0)" } ?? "") + "; the stay must lie within")
    case .notForLetting(let use):
      Phrase(
        zh: "“\(use.phrase.zh)”不用于入驻，请换房间", en: "“\(use.phrase.en)” is not for letting; please choose another room")
    case .lateWithoutReason:
      Phrase(
        zh: "日期早于今天，会改变已过日期的统计；确需补录请写明补录理由",
        en: "A day before today changes figures of days that are over; if it must be, please say why it comes late")
    case .needsMatter(let letters):
      Phrase(
        zh: "请填写该机构的办件编号（\(letters)-年份-序号）；入驻、迁出先在办事指南办理，补录以前的情况请写明补录理由",
        en:
          "Please give the number of the institution’s matter (\(letters)-year-serial): who comes and goes is decided there first; for what comes late say why"
      )
    case .leftAlready(let day):
      Phrase(
        zh: "该机构已登记于 \(day) 迁出；日期有误请用“更正”",
        en: "It is on record to leave on \(day); to change that, please correct the record")
    case .departureWithoutEnd:
      Phrase(
        zh: "这条记录已登记迁出，须有最后一天；未迁出的请撤回后重新登记",
        en:
          "This record has a move-out and so needs a last day; if it never left, withdraw the record and enter it again"
      )
    }
  }
}
