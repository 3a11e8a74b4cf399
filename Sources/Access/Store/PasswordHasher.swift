import Access
import CArgon2
import Foundation
package import Kernel

/// What one password costs whoever guesses it.
public struct PasswordCost: Equatable, Sendable {
  public let passes: UInt32
  public let kibibytes: UInt32
  public let lanes: UInt32

  public init(passes: UInt32, kibibytes: UInt32, lanes: UInt32 = 1) {
    self.passes = passes
    self.kibibytes = kibibytes
    self.lanes = lanes
  }

  /// 64 MiB and three passes on one lane.
  public static let standard = PasswordCost(passes: 3, kibibytes: 65_536)
}

/// Argon2id on threads of its own, a few at a time: sign-ins take no request's thread and a bounded memory.
package struct PasswordHasher: Sendable {
  private let cost: PasswordCost
  private let world: World
  private let queue: OperationQueue
  private let line: Int

  package init(cost: PasswordCost, world: World, atOnce: Int = 2, line: Int = 100) {
    self.cost = cost
    self.world = world
    self.line = line
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = atOnce
    queue.qualityOfService = .userInitiated
  }

  /// - Returns: the encoded string `$argon2id$…` with its own salt.
  package func hash(_ password: String) async throws -> String {
    let salt = world.randomBytes(16)
    let cost = cost
    return try await inLine { try Argon2.hash(password, salt: salt, cost: cost) }
  }

  /// Takes as long where there is no hash as where there is one, so that names cannot be told by the clock.
  package func verify(_ password: String, against encoded: String?) async throws -> Bool {
    guard let encoded else {
      _ = try await hash(password)
      return false
    }
    return try await inLine { Argon2.verify(password, against: encoded) }
  }

  private func inLine<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    guard queue.operationCount < line else { throw SignInRefusal.busy }
    return try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Swift.Result { try work() }) }
    }
  }
}

/// libargon2, as values.
package enum Argon2 {
  struct Fault: Error { let code: Int32 }

  package static func hash(_ password: String, salt: [UInt8], cost: PasswordCost) throws -> String {
    let password = Array(PasswordRule.normalised(password).utf8)
    let length = argon2_encodedlen(
      cost.passes, cost.kibibytes, cost.lanes, UInt32(salt.count), 32, Argon2_id)
    var encoded = [CChar](repeating: 0, count: length)
    let code = argon2id_hash_encoded(
      cost.passes, cost.kibibytes, cost.lanes, password, password.count, salt, salt.count, 32, &encoded, length)
    guard code == ARGON2_OK.rawValue else { throw Fault(code: code) }
    return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func verify(_ password: String, against encoded: String) -> Bool {
    let password = Array(PasswordRule.normalised(password).utf8)
    return argon2id_verify(encoded, password, password.count) == ARGON2_OK.rawValue
  }
}
