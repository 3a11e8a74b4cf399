public import Foundation
public import Kernel

/// A piece of long work that runs beside the requests: it shows progress, can be cancelled and resumed,
/// and survives the process that began it.
public struct Job: Equatable, Sendable {
  public let id: ID<Job>
  /// Which work, such as `patents.import`; the server has one worker for each.
  public let kind: String
  /// What the worker needs to know, in the worker's own text.
  public let input: String
  /// What people see, such as the name of the file.
  public let title: String
  public let createdAt: Date
  public let createdBy: Int64
  public var stage: JobStage
  public var progress: JobProgress
  /// What came of it, in the worker's own text; or the refusal's code and words.
  public var outcome: String?

  public init(
    id: ID<Job>, kind: String, input: String, title: String, createdAt: Date, createdBy: Int64, stage: JobStage,
    progress: JobProgress, outcome: String?
  ) {
    self.id = id
    self.kind = kind
    self.input = input
    self.title = title
    self.createdAt = createdAt
    self.createdBy = createdBy
    self.stage = stage
    self.progress = progress
    self.outcome = outcome
  }
}

/// The chart of a job.
public enum JobStage: String, CaseIterable, Sendable {
  case waiting, running, cancelling, cancelled, done, failed

  public func after(_ step: JobStep) -> JobStage? {
    switch step {
    case .start: self == .waiting ? .running : nil
    case .finish: [.running, .cancelling].contains(self) ? .done : nil
    case .fail: [.running, .cancelling].contains(self) ? .failed : nil
    case .requestCancel: self == .running ? .cancelling : self == .waiting ? .cancelled : nil
    case .stop: self == .cancelling ? .cancelled : nil
    case .resume: [.cancelled, .failed].contains(self) ? .waiting : nil
    }
  }

  public var isOver: Bool { [.cancelled, .done, .failed].contains(self) }

  public var phrase: Phrase {
    switch self {
    case .waiting: Phrase(zh: "排队中", en: "Waiting")
    case .running: Phrase(zh: "进行中", en: "Running")
    case .cancelling: Phrase(zh: "正在停止", en: "Stopping")
    case .cancelled: Phrase(zh: "已停止", en: "Stopped")
    case .done: Phrase(zh: "已完成", en: "Done")
    case .failed: Phrase(zh: "未完成", en: "Failed")
    }
  }
}

public enum JobStep: String, CaseIterable, Sendable {
  case start, finish, fail, requestCancel, stop, resume
}

/// How far a job has come.
public struct JobProgress: Equatable, Sendable {
  /// Rows, files or whatever the worker counts.
  public var done: Int64
  /// Part of the whole in hundredths of a percent; nil where the whole is unknown.
  public var share: BasisPoints?
  /// Units a second since the start.
  public var rate: Double?
  public var secondsLeft: Double?

  public init(done: Int64 = 0, share: BasisPoints? = nil, rate: Double? = nil, secondsLeft: Double? = nil) {
    self.done = done
    self.share = share
    self.rate = rate
    self.secondsLeft = secondsLeft
  }
}
