public import JournalStore
public import Storage

extension RecordTable {
  public static let evidenceFiles = RecordTable("evidence_files", columns: ["id", "sha256", "size", "sort"])

  public static let evidence = RecordTable(
    "evidence",
    columns: [
      "id", "file", "file_name", "title", "grade", "issuer", "number", "issued_on", "note", "added_by", "added_at",
      "withdrawn_at", "withdrawn_because",
    ])
}

/// In the order they were released.
public let evidenceMigrations: [Migration] = [.createEvidence]

/// The tables that the journal vouches for.
public let evidenceTables: [RecordTable] = [.evidenceFiles, .evidence]
