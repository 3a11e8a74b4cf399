import Jobs
import Kernel
import Markup
import Web

/// One job: how far it is, what can be done with it, what came of it.
///
/// - Parameter maySteer: whether the reader may stop it and let it go on.
func jobPage(_ job: Job, kinds: JobKinds, maySteer: Bool) -> Page {
  Page(
    .text(job.title, lang: .zh), trail: [Crumb(Phrase(zh: "后台任务", en: "Background jobs"), JobPath.list)],
    """
    \(jobProgress(job))
    \(outcome(job, kinds))
    \(if: maySteer, actions(job))
    \(facts(job, kinds))
    \(if: !job.stage.isOver, hint(job))
    """)
}

/// The stage of a job that runs stands in its bar, which is renewed; here it would grow stale.
private func facts(_ job: Job, _ kinds: JobKinds) -> HTML {
  let stage: (Phrase, HTML) = (Phrase(zh: "状态", en: "Stage"), badge(job.stage.phrase, job.stage.tone))
  return definitions(
    [(Phrase(zh: "种类", en: "Kind"), kinds.name(of: job))] + (job.stage.isOver ? [stage] : []) + [
      (Phrase(zh: "安排时间", en: "Ordered"), "\(Instant(job.createdAt))"),
      (Phrase(zh: "编号", en: "Id"), copyable(job.id.description)),
    ])
}

private func hint(_ job: Job) -> HTML {
  """
  <p class="help">\(Phrase(
    zh: "可以离开此页面，任务会继续。", en: "You can leave this page; the job goes on.")) \
  <a href="\(JobPath.show(job.id))">\(Phrase(zh: "刷新进度", en: "Reload"))</a></p>
  """
}

private func actions(_ job: Job) -> HTML {
  let cancel = postButton(Phrase(zh: "停止", en: "Stop"), to: JobPath.cancel(job.id), .grave)
  let resume = postButton(Phrase(zh: "继续", en: "Go on"), to: JobPath.resume(job.id), .main)
  let canStop = job.stage.after(.requestCancel) != nil
  let canGoOn = job.stage.after(.resume) != nil
  guard canStop || canGoOn else { return "" }
  return "<div class=\"actions\">\(if: canStop, cancel)\(if: canGoOn, resume)</div>"
}

private func outcome(_ job: Job, _ kinds: JobKinds) -> HTML {
  let link = kinds[job.kind]?.result(job)
  let result: HTML? = link.map {
    "<p class=\"actions\">\(linkButton(Phrase(zh: "查看结果", en: "See the result"), to: $0, .main))</p>"
  }
  switch job.stage {
  case .waiting, .running: return ""
  case .cancelling:
    return notice(
      .warning, Phrase(zh: "正在停止：写完当前一批后停下", en: "Stopping: it ends after the batch in hand"))
  case .cancelled:
    let title = Phrase(zh: "已停止：已写入的内容保留，可从断点继续", en: "Stopped: what was written stays, and it can go on from there")
    return notice(.warning, title, "\(result)")
  case .done: return notice(.success, Phrase(zh: "已完成", en: "Done"), "\(result ?? doneText(job))")
  case .failed: return failure(job)
  }
}

/// The worker's own words, where no page shows the result.
private func doneText(_ job: Job) -> HTML {
  guard let outcome = job.outcome, !outcome.isEmpty else { return "" }
  return "<p>\(outcome, in: .zh)</p>"
}

private func failure(_ job: Job) -> HTML {
  guard let refusal = JobFailure(job.outcome) else {
    let title = Phrase(zh: "任务因系统出错而中断", en: "The job ended because something failed here")
    return notice(.error, title, "<p>\(defectAdvice)</p>")
  }
  return notice(
    .error, Phrase(zh: "任务未完成", en: "The job was refused"),
    "<p>\(refusal.phrase)</p><p class=\"fine-print\">\(Phrase(zh: "代码", en: "Code")) <code>\(refusal.code)</code></p>")
}

private let defectAdvice = Phrase(
  zh: "这不是您的问题，原因已记入系统日志。可以点击“继续”再试；仍不成功请联系管理员，并告知下面的编号。",
  en: "It was not your doing; the cause is in the server's log. Let it go on to try again; "
    + "if it fails again, give the administrator the id below.")
