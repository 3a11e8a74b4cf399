public import Kernel

/// Why a backup is not written or not restored.
public enum RestoreRefusal: Refusal, Equatable {
  case cannotRead(String)
  case cannotWrite(String)
  /// Cut, altered, or no archive of ours.
  case damaged(String)
  case placeNotEmpty(String)
  /// The journal of what was restored does not end as the archive says.
  case wrongHead(wanted: String, found: String)

  public var kind: RefusalKind {
    switch self {
    case .cannotRead: .missing
    case .cannotWrite, .damaged: .invalid
    case .placeNotEmpty, .wrongHead: .conflict
    }
  }

  public var code: String {
    switch self {
    case .cannotRead: "backup.cannot-read"
    case .cannotWrite: "backup.cannot-write"
    case .damaged: "backup.damaged"
    case .placeNotEmpty: "backup.place-not-empty"
    case .wrongHead: "backup.wrong-head"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .cannotRead(let path): Phrase(zh: "无法读取 \(path)；请核对路径", en: "\(path) cannot be read; check the path")
    case .cannotWrite(let path):
      Phrase(zh: "无法写入 \(path)；请检查路径、权限和剩余空间", en: "\(path) cannot be written; check path, permissions and free space")
    case .damaged(let path):
      Phrase(
        zh: "\(path) 不是完整的备份：校验不符或被截断；请换一份备份",
        en: "\(path) is not a complete backup: its hash differs or it was cut; use another one")
    case .placeNotEmpty(let place):
      Phrase(
        zh: "\(place) 中已有数据；只能恢复到空的位置，请另选 --data 或 --database",
        en:
          "\(place) holds data already; a backup is restored into an empty place only: choose another --data or --database"
      )
    case .wrongHead(let wanted, let found):
      Phrase(
        zh: "恢复后的留痕链首 \(found) 与备份所记 \(wanted) 不同，未予保留",
        en: "After restoring, the journal's head is \(found), not \(wanted) as the backup says; nothing was kept")
    }
  }
}
