/// Where a zone lives: a data directory, and the database in it or beside it.
public struct ZonePlace: Sendable, Equatable {
  public let directory: String
  /// A `postgres://` address; nil for the SQLite file in the directory.
  public let server: String?

  public init(directory: String, server: String? = nil) {
    self.directory = directory
    self.server = server
  }

  public var databaseFile: String { file("zone.sqlite") }
  /// Thirty-two random bytes that seal second factors and form tokens.
  public var keyFile: String { file("zone.key") }
  public var configurationFile: String { file("ipzone.yaml") }
  /// Uploaded files, by their SHA-256.
  public var uploads: String { file("uploads") }
  /// Files of evidence, by their SHA-256.
  public var evidence: String { file("evidence") }
  /// The search indexes, one for each process: made of the register, and never part of a backup.
  public var corpus: String { file("corpus") }
  /// Files that are being received.
  public var temporary: String { file("temporary") }

  private func file(_ name: String) -> String { directory + "/" + name }
}
