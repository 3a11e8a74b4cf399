public import Kernel

/// What a message or mark says at a glance; the words say it, too.
public enum Tone: String, CaseIterable, Sendable {
  case success, warning, error, information, neutral
}

/// A message about the page or about what was just done.
public func notice(_ tone: Tone, _ title: Phrase, _ more: HTML = "") -> HTML {
  """
  <div class="notice \(tone.rawValue)" role="\(tone == .error ? "alert" : "status")"><p class="notice-title">\(marked(title))</p>\
  \(more)</div>
  """
}

/// What a list shows while it is empty: why, and what to do.
public func emptyState(_ title: Phrase, _ advice: Phrase, action: HTML = "") -> HTML {
  """
  <div class="empty"><p class="empty-title">\(title)</p><p>\(advice)</p>\
  \(if: !action.isEmpty, "<p class=\"actions\">\(action)</p>")</div>
  """
}

/// A short mark beside a name: a stage, a status, a grade.
public func badge(_ phrase: Phrase, _ tone: Tone = .neutral) -> HTML {
  "<span class=\"badge \(tone.rawValue)\">\(phrase)</span>"
}

/// How sure a value is, such as a rule's status, with its explanation.
public func statusMark(_ phrase: Phrase, _ tone: Tone, explanation: Phrase) -> HTML {
  "<span class=\"badge \(tone.rawValue)\" title=\"\(explanation)\">\(phrase)<span class=\"unseen\"> (\(explanation))</span></span>"
}

/// The mark of invented data.
public let demoMark: HTML = "<span class=\"badge demo\">\(Phrase(zh: "示例数据", en: "Sample data"))</span>"

/// How far a job has come.
///
/// - `done`: nil where the whole is not known yet.
/// - `feed`: where `portal.js` asks for a newer state while the job runs; nil when it has ended.
public func progressBar(_ label: Phrase, done: Int?, of whole: Int, refresh feed: Link? = nil) -> HTML {
  let share = done.map { whole > 0 ? min(100, $0 * 100 / whole) : 0 }
  let text: Phrase = share.map { Phrase(zh: "\($0)%", en: "\($0)%") } ?? Phrase(zh: "准备中", en: "Preparing")
  return """
    <div class="progress"\(feed.map { " data-refresh=\"\($0)\"" as HTML })><span class="progress-label">\(label)</span>\
    <progress max="100"\(share.map { " value=\"\($0)\"" as HTML }) aria-label="\(label)">\(text)</progress>\
    <span class="progress-text">\(text)</span></div>
    """
}

/// A value with a button that copies it, where scripts run.
public func copyable(_ text: String) -> HTML {
  """
  <span class="copyable"><code>\(text)</code>\
  <button type="button" class="button plain-button" data-copy="\(text)" hidden>\(Phrase(zh: "复制", en: "Copy"))</button></span>
  """
}
