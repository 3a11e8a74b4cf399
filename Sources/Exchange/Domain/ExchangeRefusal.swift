public import Kernel

public enum ExchangeRefusal: Refusal, Equatable {
  case unknownInstitution(String)
  case unknownFigure
  case noDay(String)

  public var kind: RefusalKind {
    switch self {
    case .unknownInstitution, .unknownFigure: .missing
    case .noDay: .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknownInstitution: "exchange.unknown-institution"
    case .unknownFigure: "exchange.unknown-figure"
    case .noDay: "exchange.no-day"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknownInstitution:
      Phrase(
        zh: "名录中从未有过这家机构；请核对统一社会信用代码", en: "No institution with this credit code was ever listed; please check it")
    case .unknownFigure:
      Phrase(zh: "没有这个已公布的指标值；请从列表中选择", en: "There is no such published figure; choose one of the list")
    case .noDay(let text): Phrase(zh: "“\(text)”不是日期；请写成 2026-10-31", en: "“\(text)” is no day; write it as 2026-10-31")
    }
  }

  public var field: String? { if case .noDay = self { "at" } else { nil } }
}
