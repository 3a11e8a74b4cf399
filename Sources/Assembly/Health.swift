import Foundation
public import Kernel
import Storage

/// Whether a process should be sent requests: `/healthz` says that it lives, `/readyz` that it can work.
public struct Health: Sendable {
  private let zone: Zone

  public init(of zone: Zone) { self.zone = zone }

  /// What stands in the way of answering requests; empty when nothing does.
  public func obstacles() async -> [String] {
    do {
      let pending = try await Migration.pending(Schema.migrations, in: zone.database)
      return pending.isEmpty ? [] : ["schema"]
    } catch {
      return ["database"]
    }
  }
}
