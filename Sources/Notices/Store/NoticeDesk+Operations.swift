public import Access
import Kernel
import Notices

extension NoticeDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    let (nothing, way, program): (ID<Notice>, ID<NoticeDelivery>, ID<WebhookEndpoint>) = (ID(-1), ID(-1), ID(-1))
    return [
      DeskOperation("notices.inbox", needs: .ownNotices) { _ = try await desk.inbox(limit: 1, by: $0) },
      DeskOperation("notices.unread", needs: .ownNotices) { _ = try await desk.unread(by: $0) },
      DeskOperation("notices.mark-read", needs: .ownNotices) { try await desk.markRead(nothing, by: $0) },
      DeskOperation("notices.mark-unread", needs: .ownNotices) { try await desk.markUnread(nothing, by: $0) },
      DeskOperation("notices.mark-all-read", needs: .ownNotices) { try await desk.markAllRead(upTo: nothing, by: $0) },
      DeskOperation("notices.preferences", needs: .ownNotices) { _ = try await desk.preferences(by: $0) },
      DeskOperation("notices.set", needs: .ownNotices) { try await desk.set(NoticePreferences(), seen: -1, by: $0) },
      DeskOperation("notices.deliveries", needs: .readDeliveries) { _ = try await desk.deliveries(limit: 1, by: $0) },
      DeskOperation("notices.delivery", needs: .readDeliveries) { _ = try await desk.delivery(way, by: $0) },
      DeskOperation("notices.replay", needs: .replayDeliveries) { try await desk.replay(way, because: "", by: $0) },
      DeskOperation("notices.endpoints", needs: .manageWebhooks) { _ = try await desk.endpoints(limit: 1, by: $0) },
      DeskOperation("notices.endpoint", needs: .manageWebhooks) { _ = try await desk.endpoint(program, by: $0) },
      DeskOperation("notices.register", needs: .manageWebhooks) {
        _ = try await desk.register("", at: "", for: "", by: $0)
      },
      DeskOperation("notices.renew-key", needs: .manageWebhooks) { _ = try await desk.renewKey(of: program, by: $0) },
      DeskOperation("notices.pause", needs: .manageWebhooks) { try await desk.pause(program, seen: -1, by: $0) },
      DeskOperation("notices.resume", needs: .manageWebhooks) { try await desk.resume(program, seen: -1, by: $0) },
      DeskOperation("notices.try-out", needs: .manageWebhooks) { try await desk.tryOut(program, by: $0) },
    ]
  }
}
