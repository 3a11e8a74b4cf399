public import Kernel

public enum FigureRefusal: Refusal, Equatable {
  case unknown(String)
  /// No frozen figure of this id, or none that the asker may see.
  case unknownFrozen
  /// What was given as a cut-off is no day.
  case noDay(String)
  case cutoffOutOfRange(Day)
  /// A cut-off is frozen once its day is over.
  case cutoffNotOver(Day)
  /// The zone keeps no records of the figure, so there is nothing to freeze.
  case nothingToFreeze(IndicatorCode)
  case reasonMissing
  case demonstrationIsNotPublished
  case alreadyPublished
  case unknownRuling(String)
  case unknownOption(ruling: String)
  case unknownSeries(String)

  public var kind: RefusalKind {
    switch self {
    case .unknown, .unknownFrozen, .unknownRuling, .unknownSeries: .missing
    case .noDay, .cutoffOutOfRange, .cutoffNotOver, .reasonMissing, .unknownOption: .invalid
    case .nothingToFreeze, .demonstrationIsNotPublished, .alreadyPublished: .conflict
    }
  }

  public var code: String {
    switch self {
    case .unknown: "figures.unknown"
    case .unknownFrozen: "figures.unknown-frozen"
    case .noDay: "figures.no-day"
    case .cutoffOutOfRange: "figures.cutoff-out-of-range"
    case .cutoffNotOver: "figures.cutoff-not-over"
    case .nothingToFreeze: "figures.nothing-to-freeze"
    case .reasonMissing: "figures.reason-missing"
    case .demonstrationIsNotPublished: "figures.demonstration"
    case .alreadyPublished: "figures.already-published"
    case .unknownRuling: "figures.unknown-ruling"
    case .unknownOption: "figures.unknown-option"
    case .unknownSeries: "figures.unknown-series"
    }
  }

  public var field: String? {
    switch self {
    case .noDay, .cutoffOutOfRange, .cutoffNotOver: "cutoff"
    case .reasonMissing: "reason"
    case .unknownOption: "option"
    case .unknownSeries: "series"
    case .unknown, .unknownFrozen, .nothingToFreeze, .demonstrationIsNotPublished, .alreadyPublished, .unknownRuling:
      nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown(let code):
      Phrase(zh: "没有指标 \(code)，请从指标总览中选择", en: "There is no figure \(code); please choose one from the overview")
    case .unknownFrozen:
      Phrase(
        zh: "没有这份定稿，或尚未公布；请从指标页面进入",
        en: "There is no such frozen figure, or it is not published; start from the figure's page")
    case .noDay(let text):
      Phrase(
        zh: "“\(text)”不是日期；请选择截止日，形如 2026-10-31", en: "“\(text)” is not a day; choose a cut-off such as 2026-10-31")
    case .cutoffOutOfRange(let day):
      Phrase(
        zh: "截止日 \(day) 不在可查范围；请选择 2020-01-01 至 2099-12-31 之间的日期",
        en: "The cut-off \(day) is out of range; please choose a day from 2020-01-01 to 2099-12-31")
    case .cutoffNotOver(let day):
      Phrase(
        zh: "\(day) 尚未结束，不能定稿；请选择今天以前的日期", en: "\(day) is not over yet and cannot be frozen; choose an earlier day")
    case .nothingToFreeze(let code):
      Phrase(
        zh: "指标 \(code) 在本区尚无所需记录，没有可定稿的内容；请先录入记录",
        en: "The zone keeps no records for \(code) yet, so there is nothing to freeze; enter the records first")
    case .reasonMissing: Phrase(zh: "请写明理由，它将记入留痕", en: "Please give a reason; it goes into the journal")
    case .demonstrationIsNotPublished:
      Phrase(
        zh: "示例数据不得公布：本区全部记录均为示例；请在正式区定稿后公布",
        en:
          "Sample data must not be published: all records of this zone are invented; freeze and publish in a real zone")
    case .alreadyPublished: Phrase(zh: "这份定稿已经公布，无需再次公布", en: "This figure is published already; nothing is left to do")
    case .unknownRuling(let code):
      Phrase(zh: "没有口径裁定 \(code)，请从列表中选择", en: "There is no ruling \(code); please choose one from the list")
    case .unknownOption(let ruling):
      Phrase(zh: "请选择 \(ruling) 所列的一种口径", en: "Please choose one of the readings that \(ruling) offers")
    case .unknownSeries(let code):
      Phrase(zh: "没有外部序列 \(code)，请从列表中选择", en: "There is no series \(code); please choose one from the list")
    }
  }
}
