import Jobs
import Kernel
import Markup

extension JobStage {
  var tone: Tone {
    switch self {
    case .waiting: .neutral
    case .running: .information
    case .cancelling, .cancelled: .warning
    case .done: .success
    case .failed: .error
    }
  }
}

/// The bar of a job with everything that changes while it runs: `portal.js` puts a newer one in its place.
func jobProgress(_ job: Job) -> HTML {
  progressBar(
    progressText(job), done: job.stage == .done ? 10_000 : job.progress.share?.value, of: 10_000,
    refresh: job.stage.isOver ? nil : JobPath.progress(job.id))
}

/// Such as “进行中，已处理 12,000 项，每秒约 3,000 项，约剩 2 分钟”.
func progressText(_ job: Job) -> Phrase {
  var zh = [job.stage.phrase.zh]
  var en = [job.stage.phrase.en]
  if job.progress.done > 0 {
    let done = Count(Int(job.progress.done))
    zh.append("已处理 \(done) 项")
    en.append("\(done) done")
  }
  if [.running, .cancelling].contains(job.stage) {
    if let rate = rateText(job.progress) {
      zh.append(rate.zh)
      en.append(rate.en)
    }
    if let left = timeLeft(job.progress) {
      zh.append(left.zh)
      en.append(left.en)
    }
  }
  return Phrase(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
}

private func rateText(_ progress: JobProgress) -> Phrase? {
  guard let rate = progress.rate, rate.isFinite, (1..<1e12).contains(rate) else { return nil }
  let whole = Count(Int(rate.rounded()))
  return Phrase(zh: "每秒约 \(whole) 项", en: "about \(whole) a second")
}

/// Rounded up: work that ends sooner than promised annoys nobody.
private func timeLeft(_ progress: JobProgress) -> Phrase? {
  guard let seconds = progress.secondsLeft, seconds.isFinite, (0..<1e9).contains(seconds) else { return nil }
  switch seconds {
  case ..<60:
    let whole = max(1, Int(seconds.rounded(.up)))
    return Phrase(zh: "约剩 \(whole) 秒", en: "about \(whole) s left")
  case ..<3_600:
    let minutes = Int((seconds / 60).rounded(.up))
    return Phrase(zh: "约剩 \(minutes) 分钟", en: "about \(minutes) min left")
  default:
    let minutes = Int((seconds / 60).rounded(.up))
    return Phrase(
      zh: "约剩 \(minutes / 60) 小时 \(minutes % 60) 分钟", en: "about \(minutes / 60) h \(minutes % 60) min left")
  }
}

/// How far a job has come, in a cell of a list.
func progressShare(_ job: Job) -> HTML {
  if let share = job.progress.share { return "\(share.value / 100)%" }
  return job.progress.done > 0 ? "\(Count(Int(job.progress.done)))" : ""
}
