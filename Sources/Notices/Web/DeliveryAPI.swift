import API
import Access
import Foundation
import HTTPTypes
import Kernel
import Notices
import NoticesStore

/// The log of deliveries for programs.
struct DeliveryAPI: Sendable {
  let desk: NoticeDesk

  var endpoints: [APIEndpoint] { [list, show, replay] }

  private var list: APIEndpoint {
    APIEndpoint(
      .get, "notices/deliveries", summary: Phrase(zh: "通知发送记录，新的在前", en: "Deliveries of notices, newest first"),
      needs: .readDeliveries,
      parameters: APIParameter.paging + [
        .query("stage", .choice(DeliveryStage.allCases.map(\.rawValue)), Phrase(zh: "状态", en: "Stage")),
        .query("channel", .choice(NoticeChannel.allCases.map(\.rawValue)), Phrase(zh: "渠道", en: "Channel")),
      ], answer: .page(of: DeliveryView.schema, named: "Deliveries"), example: "/api/v1/notices/deliveries"
    ) { request in
      let limit = try request.limit()
      let stage = request.text("stage").map { DeliveryStage(rawValue: $0) }
      if case .some(.none) = stage { throw APIRefusal.wrongParameter("stage") }
      let channel = request.text("channel").map { NoticeChannel(rawValue: $0) }
      if case .some(.none) = channel { throw APIRefusal.wrongParameter("channel") }
      let found = try await desk.deliveries(
        DeliveryFilter(stage: stage ?? nil, channel: channel ?? nil),
        after: try request.cursor().map { try $0.lastID() }, limit: limit + 1, by: request.account)
      let shown = found.prefix(limit)
      let next = found.count > limit ? shown.last.map { Cursor([$0.delivery.id.description]) } : nil
      return try .page(shown.map { DeliveryView($0) }, next: next)
    }
  }

  private var show: APIEndpoint {
    APIEndpoint(
      .get, "notices/deliveries/:id", summary: Phrase(zh: "一条发送记录", en: "A delivery"), needs: .readDeliveries,
      answer: DeliveryView.schema
    ) { try APIAnswer(DeliveryView(await desk.delivery(try $0.id(), by: $0.account).line)) }
  }

  private var replay: APIEndpoint {
    APIEndpoint(
      .post, "notices/deliveries/:id/replay", summary: Phrase(zh: "重新发送", en: "Send a notice again"),
      needs: .replayDeliveries,
      body: .object("ReplayReason", [APIField("reason", .text, Phrase(zh: "理由", en: "Why"))]), answer: .boolean,
      status: .noContent
    ) { request in
      let body: ReplayReason = try request.decode()
      try await desk.replay(try request.id(), because: body.reason, by: request.account)
      return .done
    }
  }
}

private struct ReplayReason: Decodable { let reason: String }

/// A delivery as programs see it.
struct DeliveryView: APIValue {
  let id: ID<NoticeDelivery>
  let notice: ID<Notice>
  let kind: String
  let channel: String
  let recipient: String
  let stage: String
  let attempts: Int
  let mayBeRepeated: Bool
  let dueAt: Date
  let postedAt: Date
  let endedAt: Date?
  let outcome: String?

  init(_ line: DeliveryLine) {
    let delivery = line.delivery
    id = delivery.id
    notice = delivery.notice
    kind = line.kind
    channel = delivery.channel.rawValue
    recipient = line.recipient
    stage = delivery.stage.rawValue
    attempts = delivery.attempts
    mayBeRepeated = delivery.mayBeRepeated
    dueAt = delivery.dueAt
    postedAt = delivery.postedAt
    endedAt = delivery.endedAt
    outcome = delivery.outcome
  }

  static var schema: APISchema {
    .object(
      "Delivery",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("notice", .id, Phrase(zh: "通知编号", en: "The notice's id")),
        APIField("kind", .text, Phrase(zh: "种类", en: "The notice's kind")),
        APIField("channel", .choice(NoticeChannel.allCases.map(\.rawValue)), Phrase(zh: "渠道", en: "Channel")),
        APIField("recipient", .text, Phrase(zh: "接收方，地址已隐去", en: "Recipient, an address masked")),
        APIField("stage", .choice(DeliveryStage.allCases.map(\.rawValue)), Phrase(zh: "状态", en: "Stage")),
        APIField("attempts", .integer(), Phrase(zh: "次数", en: "How often tried")),
        APIField("mayBeRepeated", .boolean, Phrase(zh: "可能已到达过", en: "Whether it may have arrived before")),
        APIField("dueAt", .instant, Phrase(zh: "不早于", en: "Not before")),
        APIField("postedAt", .instant, Phrase(zh: "通知时间", en: "When it was posted")),
        APIField("endedAt", .instant, Phrase(zh: "结束时间", en: "When it ended"), .sometimes),
        APIField("outcome", .text, Phrase(zh: "最后答复", en: "The last answer"), .sometimes),
      ])
  }
}
