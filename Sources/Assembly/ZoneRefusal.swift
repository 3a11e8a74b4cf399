public import Kernel

/// Why a zone cannot be opened or filled.
public enum ZoneRefusal: Refusal, Equatable {
  case notDemonstration
  case alreadyReal
  case directoryNotWritable(String)
  case keyDamaged(String)
  case newerSchema([String])

  public var kind: RefusalKind {
    switch self {
    case .notDemonstration, .alreadyReal, .newerSchema: .conflict
    case .directoryNotWritable, .keyDamaged: .invalid
    }
  }

  public var code: String {
    switch self {
    case .notDemonstration: "zone.not-demonstration"
    case .alreadyReal: "zone.already-real"
    case .directoryNotWritable: "zone.directory-not-writable"
    case .keyDamaged: "zone.key-damaged"
    case .newerSchema: "zone.newer-schema"
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
    case .newerSchema(let names):
      Phrase(
        zh: "数据库由更新的版本建立（\(names.joined(separator: "、"))）；请升级程序",
        en: "The database was made by a newer version (\(names.joined(separator: ", "))); please upgrade the program")
    }
  }
}
