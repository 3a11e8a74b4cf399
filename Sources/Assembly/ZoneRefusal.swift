public import Kernel

/// Why a zone cannot be opened or filled.
public enum ZoneRefusal: Refusal, Equatable {
  case notDemonstration
  case alreadyReal
  case directoryNotWritable(String)
  case keyDamaged(String)
  case keyMissing(String)
  case keyOfAnother(String)
  case newerSchema([String])
  case olderSchema(Int)

  public var kind: RefusalKind {
    switch self {
    case .notDemonstration, .alreadyReal, .newerSchema, .olderSchema: .conflict
    case .directoryNotWritable, .keyDamaged, .keyMissing, .keyOfAnother: .invalid
    }
  }

  public var code: String {
    switch self {
    case .notDemonstration: "zone.not-demonstration"
    case .alreadyReal: "zone.already-real"
    case .directoryNotWritable: "zone.directory-not-writable"
    case .keyDamaged: "zone.key-damaged"
    case .keyMissing: "zone.key-missing"
    case .keyOfAnother: "zone.key-of-another"
    case .newerSchema: "zone.newer-schema"
    case .olderSchema: "zone.older-schema"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .notDemonstration:
      Phrase(
        zh: "这个数据目录是正式环境，不能写入示例数据；请另建一个示例目录",
        en:
          "This data directory holds a real zone; demonstration data cannot enter it. Create a demonstration directory instead"
      )
    case .alreadyReal:
      Phrase(
        zh: "数据目录已建立为正式环境，不能改为示例环境；请换一个目录",
        en: "This data directory was created as a real zone and stays one; please choose another directory")
    case .directoryNotWritable(let path):
      Phrase(
        zh: "数据目录不可写：\(path)；请检查权限", en: "The data directory cannot be written: \(path); please check its permissions")
    case .keyDamaged(let path):
      Phrase(
        zh: "密钥文件已损坏：\(path)；请从备份中恢复", en: "The key file is damaged: \(path); please restore it from a backup")
    case .keyMissing(let path):
      Phrase(
        zh: "缺少密钥文件：\(path)；请从备份放回。确已遗失的，请运行 ipzone migrate --new-key，其后各账号须重新绑定动态验证码",
        en:
          "The key file is missing: \(path); please put it back from a backup. If it is lost, run ipzone migrate --new-key: second factors must then be set up again"
      )
    case .keyOfAnother(let path):
      Phrase(
        zh: "密钥文件不属于这个环境：\(path)；请换回原来的文件，或检查数据目录与数据库是否对应",
        en:
          "The key file belongs to another zone: \(path); please put the right one back, or check that data directory and database belong together"
      )
    case .olderSchema(let count):
      Phrase(
        zh: "数据库结构待更新 \(count) 步；请先备份，再运行 ipzone migrate",
        en: "The database's schema is \(count) steps behind; please make a backup, then run ipzone migrate")
    case .newerSchema(let names):
      Phrase(
        zh: "数据库由更新的版本建立（\(names.joined(separator: "、"))）；请升级程序",
        en: "The database was made by a newer version (\(names.joined(separator: ", "))); please upgrade the program")
    }
  }
}
