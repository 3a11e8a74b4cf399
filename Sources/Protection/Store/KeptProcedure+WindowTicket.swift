import Access
import EnterprisesStore
import Kernel
import Ledgers
import Matters
public import MattersStore
import Protection
import Storage

extension KeptProcedure {
  /// The one-stop window: a firm's statuses are read on the day, and closing leaves a record of service.
  public static var windowTicket: KeptProcedure {
    KeptProcedure(
      WindowTicket.self,
      fill: { _, firm, today, db in
        guard let firm else { return .init() }
        let codes = try EnterpriseFacts.statuses(of: firm, on: today, in: db)
        return codes.isEmpty ? .init() : LedgerRecord.Values([WindowTicket.classes.field.name: .codes(codes)])
      },
      check: { step, taken, _ in
        switch step {
        case .close: taken.ticketService.faults
        case .report where taken.by.mandate?.organisation.description != taken.before["to-agency"]?[WindowTicket.agency]:
          [TicketRefusal.notInCharge]
        case .rate where taken.before["rate"] != nil: [TicketRefusal.ratedAlready]
        case .rate, .answer, .ask, .supplement, .toAgency, .toCity, .report, .takeBack, .refer, .end, .withdraw, nil: []
        }
      },
      effect: { step, taken, work in
        if step == .close { try taken.ticketService.add(with: work) }
      })
  }
}

extension StepTaken {
  fileprivate var ticketService: ServiceRecord {
    ServiceRecord(
      taken: self, channel: "ticket", matter: answers[WindowTicket.category] ?? "other",
      object: answers[WindowTicket.object],
      provider: given[ServiceProof.provider] ?? before["to-agency"]?[WindowTicket.agency])
  }
}

/// What a ticket does not take.
enum TicketRefusal: Refusal, Equatable {
  case ratedAlready
  /// An agency that had the ticket before another one got it.
  case notInCharge

  var kind: RefusalKind { .conflict }

  var code: String {
    switch self {
    case .ratedAlready: "tickets.rated-already"
    case .notInCharge: "tickets.not-in-charge"
    }
  }

  var phrase: Phrase {
    switch self {
    case .ratedAlready: Phrase(zh: "您已评价过，感谢", en: "You have rated this already; thank you")
    case .notInCharge:
      Phrase(zh: "此单已转由其他机构办理", en: "Another agency is in charge of this ticket now")
    }
  }
}
