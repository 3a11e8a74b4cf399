public import Kernel

public enum JobRefusal: Refusal, Equatable {
  case unknown(ID<Job>)
  case notNow(JobStep, in: JobStage)
  /// Another process works on the same thing.
  case taken(by: String)

  public var kind: RefusalKind {
    switch self {
    case .unknown: .missing
    case .notNow, .taken: .conflict
    }
  }

  public var code: String {
    switch self {
    case .unknown: "jobs.unknown"
    case .notNow: "jobs.not-now"
    case .taken: "jobs.taken"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase(zh: "没有这项任务", en: "There is no such job")
    case .notNow(_, let stage):
      Phrase(
        zh: "任务现为“\(stage.phrase.zh)”，不能这样做；请刷新页面",
        en: "The job is “\(stage.phrase.en)” now, so this cannot be done; please reload the page")
    case .taken(let holder):
      Phrase(
        zh: "另一个进程（\(holder)）正在处理同一文件；请等它结束，或先停止它",
        en: "Another process (\(holder)) is working on the same file; wait for it or stop it first")
    }
  }
}
