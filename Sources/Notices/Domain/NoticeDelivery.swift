public import Foundation
public import Kernel

/// The way of one notice over one channel, as its log shows it.
public struct NoticeDelivery: Equatable, Sendable {
  public let id: ID<NoticeDelivery>
  public let notice: ID<Notice>
  public let channel: NoticeChannel
  public let endpoint: ID<WebhookEndpoint>?
  public var stage: DeliveryStage
  /// How often sending has begun.
  public var attempts: Int
  /// Whether an earlier attempt may have arrived: its end is unknown, or the delivery is a replay.
  public var mayBeRepeated: Bool
  /// Not before.
  public var dueAt: Date
  public let postedAt: Date
  public var endedAt: Date?
  /// What the other side said last, without its words: `http 503`, `smtp 550`, `timeout`.
  public var outcome: String?

  public init(
    id: ID<NoticeDelivery>, notice: ID<Notice>, channel: NoticeChannel, endpoint: ID<WebhookEndpoint>?,
    stage: DeliveryStage, attempts: Int, mayBeRepeated: Bool, dueAt: Date, postedAt: Date, endedAt: Date?,
    outcome: String?
  ) {
    self.id = id
    self.notice = notice
    self.channel = channel
    self.endpoint = endpoint
    self.stage = stage
    self.attempts = attempts
    self.mayBeRepeated = mayBeRepeated
    self.dueAt = dueAt
    self.postedAt = postedAt
    self.endedAt = endedAt
    self.outcome = outcome
  }
}

/// The chart of a delivery.
public enum DeliveryStage: String, CaseIterable, Sendable {
  case waiting, sending, sent, failed
  /// Nobody to send it to any more: no address, the channel turned off, the account closed.
  case dropped

  public func after(_ step: DeliveryStep) -> DeliveryStage? {
    switch step {
    // A delivery found at `sending` was left by a process that died: it begins again.
    case .begin: [.waiting, .sending].contains(self) ? .sending : nil
    case .arrive: self == .sending ? .sent : nil
    case .postpone: [.waiting, .sending].contains(self) ? .waiting : nil
    case .giveUp: self == .sending ? .failed : nil
    case .drop: [.waiting, .sending].contains(self) ? .dropped : nil
    case .replay: [.sent, .failed, .dropped].contains(self) ? .waiting : nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .waiting: Phrase(zh: "待发送", en: "Waiting")
    case .sending: Phrase(zh: "发送中", en: "Being sent")
    case .sent: Phrase(zh: "已发送", en: "Sent")
    case .failed: Phrase(zh: "未送达", en: "Failed")
    case .dropped: Phrase(zh: "不再发送", en: "Dropped")
    }
  }
}

public enum DeliveryStep: String, CaseIterable, Sendable {
  case begin, arrive, postpone, giveUp, drop, replay
}

/// How long to wait between attempts, and when to stop.
public struct DeliveryPatience: Hashable, Sendable {
  /// After this many attempts a delivery has failed.
  public var attempts: Int
  /// After this many failures in a row an address is stopped.
  public var failuresOfEndpoint: Int

  /// Twelve attempts over about a day and a half.
  public static let usual = DeliveryPatience(attempts: 12, failuresOfEndpoint: 20)

  public init(attempts: Int, failuresOfEndpoint: Int) {
    self.attempts = attempts
    self.failuresOfEndpoint = failuresOfEndpoint
  }

  /// Seconds until the next attempt after `attempts`: a minute, doubled each time, at most six hours.
  public func wait(after attempts: Int) -> Double { min(60 * Double(1 << min(max(attempts - 1, 0), 16)), 21_600) }
}
