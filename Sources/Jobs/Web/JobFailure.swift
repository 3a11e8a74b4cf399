import Kernel

/// The refusal that ended a job, as the runner wrote it down: code, Chinese, English, a line each.
struct JobFailure: Equatable {
  let code: String
  let phrase: Phrase

  /// Nil where a defect ended the job, which has no words for the public.
  init?(_ outcome: String?) {
    let lines = (outcome ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 3 else { return nil }
    code = lines[0]
    phrase = Phrase(zh: lines[1], en: lines[2])
  }
}
