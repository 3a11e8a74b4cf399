public import Foundation
public import Kernel
public import Notices

/// Which deliveries the log shows; nil leaves a field open.
public struct DeliveryFilter: Equatable, Sendable {
  public var stage: DeliveryStage?
  public var channel: NoticeChannel?
  public var endpoint: ID<WebhookEndpoint>?

  public init(stage: DeliveryStage? = nil, channel: NoticeChannel? = nil, endpoint: ID<WebhookEndpoint>? = nil) {
    self.stage = stage
    self.channel = channel
    self.endpoint = endpoint
  }
}

/// One try of a delivery; without an end where the process died in it.
public struct DeliveryAttempt: Equatable, Sendable {
  public let number: Int
  public let mayBeRepeated: Bool
  public let begunAt: Date
  public let endedAt: Date?
  public let outcome: String?
}
