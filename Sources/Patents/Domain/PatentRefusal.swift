public import Kernel

public enum PatentRefusal: Refusal, Equatable {
  case unknown(ID<Patent>)
  case unknownImport(ID<PatentImport>)
  case noSuchFile(String)
  case importStillRuns
  case alreadyWithdrawn
  /// Later work rests on what the import brought.
  case restedUpon(patents: Int)
  case reasonMissing
  /// Only documents without a number are merged by hand.
  case hasNumber
  case intoItself
  /// No file of this source was imported, or it is not marked.
  case unknownSource(String)
  case unknownTrademark(ID<TrademarkRecord>)

  public var kind: RefusalKind {
    switch self {
    case .unknown, .unknownImport, .noSuchFile, .unknownSource, .unknownTrademark: .missing
    case .importStillRuns, .alreadyWithdrawn, .restedUpon: .conflict
    case .reasonMissing, .hasNumber, .intoItself: .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknown: "patents.unknown"
    case .unknownImport: "patents.unknown-import"
    case .noSuchFile: "patents.no-such-file"
    case .importStillRuns: "patents.import-still-runs"
    case .alreadyWithdrawn: "patents.already-withdrawn"
    case .restedUpon: "patents.rested-upon"
    case .reasonMissing: "patents.reason-missing"
    case .hasNumber: "patents.has-number"
    case .intoItself: "patents.into-itself"
    case .unknownSource: "patents.unknown-source"
    case .unknownTrademark: "patents.unknown-trademark"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase(zh: "没有这件专利；它可能已随所属导入一并撤回", en: "There is no such patent; its import may have been withdrawn")
    case .unknownImport: Phrase(zh: "没有这次导入", en: "There is no such import")
    case .noSuchFile(let path): Phrase(zh: "找不到文件：\(path)；请核对路径", en: "No such file: \(path); please check the path")
    case .importStillRuns:
      Phrase(zh: "导入仍在进行；请先停止，再撤回", en: "The import is still running; stop it before you withdraw it")
    case .alreadyWithdrawn: Phrase(zh: "这次导入已经撤回", en: "This import is withdrawn already")
    case .restedUpon(let patents):
      Phrase(
        zh: "其后的工作已用到这次导入的\(patents)件专利，不能整体撤回；请先撤回较晚的导入或修改",
        en:
          "Later work rests on \(patents) patents of this import, so it cannot be withdrawn as a whole; withdraw the later imports or changes first"
      )
    case .reasonMissing: Phrase(zh: "请写明理由，它将记入留痕", en: "Please give a reason; it goes into the journal")
    case .hasNumber:
      Phrase(
        zh: "只有无号的文献可以人工合并；这一件有号码", en: "Only documents without a number are merged by hand; this one has a number")
    case .intoItself: Phrase(zh: "不能合并到自身；请选择另一件", en: "A document cannot be merged into itself; please choose another")
    case .unknownSource(let source):
      Phrase(zh: "没有来源“\(source)”；请从所列来源中选择", en: "There is no source “\(source)”; please choose one of the list")
    case .unknownTrademark:
      Phrase(zh: "没有这件商标；它可能已随所属导入一并撤回", en: "There is no such trademark; its import may have been withdrawn")
    }
  }

  public var field: String? {
    switch self {
    case .reasonMissing: "reason"
    case .intoItself, .hasNumber: "into"
    case .unknownSource: "source"
    case .unknown, .unknownImport, .noSuchFile, .unknownTrademark, .importStillRuns, .alreadyWithdrawn, .restedUpon: nil
    }
  }
}
