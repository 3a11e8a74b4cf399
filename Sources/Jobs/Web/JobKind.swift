public import Jobs
public import Kernel
public import Markup

/// What people call one kind of job, and where its result is found.
///
/// The queue knows codes only; whoever composes the portal tells it the words.
public struct JobKind: Sendable {
  public let phrase: Phrase
  /// The page of what came of a job; nil where it has none (yet).
  public let result: @Sendable (Job) -> Link?

  public init(_ phrase: Phrase, result: @escaping @Sendable (Job) -> Link? = { _ in nil }) {
    self.phrase = phrase
    self.result = result
  }
}

/// The kinds of jobs by their codes.
typealias JobKinds = [String: JobKind]

extension JobKinds {
  func name(of job: Job) -> HTML { self[job.kind].map { "\($0.phrase)" } ?? "<code>\(job.kind)</code>" }
}
