import Kernel
public import NoticesStore
public import Web

/// Adds the doors of notices: the list, preferences, the log of deliveries, webhooks.
public func addNoticeDoors(to routes: inout Routes, desk: NoticeDesk) {
  let own = InboxPages(desk: desk)
  routes.page("/notices", needs: .ownNotices, own.list)
  routes.action("/notices/read", needs: .ownNotices, repeated: .harmless, submit: own.readAll)
  routes.action("/notices/:id/read", needs: .ownNotices, repeated: .harmless, submit: own.read)
  routes.action("/notices/:id/unread", needs: .ownNotices, repeated: .harmless, submit: own.unread)
  routes.form("/notices/preferences", needs: .ownNotices, show: own.showPreferences, submit: own.setPreferences)
  let log = DeliveryPages(desk: desk)
  routes.page("/notices/deliveries", needs: .readDeliveries, log.list)
  routes.page("/notices/deliveries/:id", needs: .readDeliveries, log.show)
  routes.form("/notices/deliveries/:id/replay", needs: .replayDeliveries, show: log.showReplay, submit: log.replay)
  let programs = WebhookPages(desk: desk)
  routes.page("/webhooks", needs: .manageWebhooks, programs.list)
  routes.form("/webhooks/new", needs: .manageWebhooks, show: programs.showNew, submit: programs.register)
  routes.page("/webhooks/:id", needs: .manageWebhooks, programs.show)
  routes.action("/webhooks/:id/key", needs: .manageWebhooks, submit: programs.renewKey)
  routes.action("/webhooks/:id/pause", needs: .manageWebhooks, submit: programs.pause)
  routes.action("/webhooks/:id/resume", needs: .manageWebhooks, submit: programs.resume)
  routes.action("/webhooks/:id/trial", needs: .manageWebhooks, submit: programs.tryOut)
  routes.say([
    InboxPages.saved, DeliveryPages.replayed, WebhookPages.paused, WebhookPages.resumed, WebhookPages.tried,
  ])
  for endpoint in NoticeAPI(desk: desk).endpoints + DeliveryAPI(desk: desk).endpoints + WebhookAPI(desk: desk).endpoints
  {
    routes.endpoint(endpoint)
  }
}
