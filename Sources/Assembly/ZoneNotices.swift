import AccessStore
import CorpusStore
import Delivery
package import Kernel
import Learning
import LedgersStore
package import Logging
import Notices
package import NoticesStore
import PortfoliosStore
import ServiceLifecycle

extension NoticeBook {
  /// Every kind of notice of the zone, as the parts declare them.
  static let zone = NoticeBook(
    accessNoticeKinds + ledgerNoticeKinds + matterNoticeKinds + noticeNoticeKinds + learningNoticeKinds
      + corpusNoticeKinds + portfolioNoticeKinds + navigationNoticeKinds)
}

extension NoticeCourier {
  /// The courier of one process of `zone`.
  package init(of zone: Zone, settings: Settings, log: Logger, stopping: StopFlag = StopFlag()) {
    let sender = settings.platformName?.zh ?? settings.zoneName?.zh ?? "ipzone"
    self.init(
      database: zone.database, world: zone.world, outbox: zone.outbox, book: .zone,
      post: PostOffice(
        mail: settings.post.mailServer, sender: sender, webhooks: settings.post.webhooks, origin: settings.origin),
      log: log, stopping: stopping)
  }
}

/// The delivery of notices as a service: a graceful shutdown ends it behind the one in hand.
struct CourierService: Service {
  let courier: NoticeCourier
  let stopping: StopFlag

  func run() async throws {
    await withGracefulShutdownHandler {
      await courier.run()
    } onGracefulShutdown: {
      stopping.raise()
    }
  }
}
