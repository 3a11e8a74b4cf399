public import Kernel
public import Ledgers
public import Matters

extension WindowTicket {
  public enum Step: String, ProcedureStep {
    case answer, ask, supplement
    case toAgency = "to-agency"
    case toCity = "to-city"
    case report
    case takeBack = "take-back"
    case close, refer, end, withdraw, rate

    public var phrase: Phrase {
      switch self {
      case .answer: Phrase(zh: "首次答复", en: "Answer")
      case .ask: Phrase(zh: "请申请人补充", en: "Ask for more")
      case .supplement: Phrase(zh: "补充", en: "Say more")
      case .toAgency: Phrase(zh: "分办至机构", en: "Hand to an agency")
      case .toCity: Phrase(zh: "分办至市保护中心", en: "Hand to the city's protection centre")
      case .report: Phrase(zh: "机构反馈", en: "Report")
      case .takeBack: Phrase(zh: "收回办理", en: "Take back")
      case .close: Phrase(zh: "办结", en: "Close with an outcome")
      case .refer: Phrase(zh: "不属本窗口，转告", en: "Send elsewhere")
      case .end: Phrase(zh: "申请人未补充，终止", en: "End it: nothing was added")
      case .withdraw: Phrase(zh: "撤回", en: "Withdraw")
      case .rate: Phrase(zh: "评价", en: "Rate")
      }
    }

    public var takers: Set<Taker> {
      switch self {
      case .answer, .ask, .toAgency, .toCity, .takeBack, .close, .refer, .end: [.staff(.handleTickets)]
      case .supplement, .withdraw, .rate: [.filer]
      case .report: [.party("agency")]
      }
    }

    public var fields: [LedgerField] {
      switch self {
      case .answer: [WindowTicket.answer.field]
      case .supplement:
        [LedgerField("supplement", Phrase(zh: "补充说明", en: "What is added"), .lines(limit: 2_000)).required]
      case .toAgency: [WindowTicket.agency.required.field]
      case .report: [LedgerField("report", Phrase(zh: "办理情况", en: "What was done"), .lines(limit: 2_000)).required]
      case .close: [WindowTicket.outcome.field, ServiceProof.provider.field, ServiceProof.record.field]
      case .refer: [WindowTicket.addressee.field]
      case .rate:
        [
          WindowTicket.rating.field,
          LedgerField("comment", Phrase(zh: "意见", en: "Remarks"), .lines(limit: 1_000)),
        ]
      case .ask, .toCity, .takeBack, .end, .withdraw: []
      }
    }

    public var needsReason: Bool {
      switch self {
      case .ask, .refer, .end: true
      case .answer, .supplement, .toAgency, .toCity, .report, .takeBack, .close, .withdraw, .rate: false
      }
    }

    public var readers: Set<Side> { [.filer] }
  }
}

/// What a service record of the zone rests on.
public enum ServiceProof {
  /// Who rendered the service; where a ticket was handed to an agency, that agency if nothing is said.
  public static let provider = Question.organisation(
    "provider", Phrase(zh: "服务机构", en: "Who rendered the service"), of: "institutions"
  ).help(
    Phrase(
      zh: "机构名录中的名称或信用代码；窗口自办的填运营中心；已分办机构的可不填",
      en: "Its name or code in the directory, the centre's own for what it did itself; empty for the agency in charge"))
  /// The number of the service record that the client has signed: with it the service is proven, without it declared.
  public static let record = Question.line(
    "record", Phrase(zh: "签字服务记录编号", en: "Number of the signed service record"), limit: 100
  ).help(Phrase(zh: "有服务对象签字的记录才计为已佐证的服务", en: "Only a record signed by the client proves the service"))
}

/// Why a matter that serves a firm cannot close.
public enum ServiceRefusal: Refusal, Equatable {
  case providerMissing

  public var kind: RefusalKind { .invalid }
  public var code: String { "protection.provider-missing" }
  public var field: String? { "provider" }
  public var phrase: Phrase {
    Phrase(
      zh: "请写明由哪家机构提供服务，它将计入服务台账", en: "Please say who rendered the service; it goes into the ledger of services")
  }
}
