import Kernel
import Markup
import Rules

extension RuleStatus {
  var tone: Tone {
    switch self {
    case .sourced: .success
    case .recalled: .warning
    case .adopted: .information
    case .unknown: .error
    }
  }

  /// What the status means for whoever relies on the value.
  var explanation: Phrase {
    switch self {
    case .sourced: Phrase(zh: "已读到原文或其公开副本", en: "The text or a public copy of it was read")
    case .recalled:
      Phrase(
        zh: "凭记忆或据文件录入，尚未对照原文，使用处均作标注",
        en: "From memory or a document, not compared with the text; marked wherever it is used")
    case .adopted: Phrase(zh: "本试验区自行确定，不是法定值", en: "Set by the zone itself, not by law")
    case .unknown: Phrase(zh: "尚无依据，需要它的功能不出结果", en: "Not established; what needs it gives no result")
    }
  }
}

/// The badge of a value, with its mark to hear and to hover over.
func ruleStatus(_ finding: RuleFinding) -> HTML {
  guard let status = finding.status else { return badge(Phrase(zh: "无效力", en: "Not in force")) }
  guard case .value(let reading) = finding else { return ruleStatus(status, mark: nil) }
  return ruleStatus(status, mark: reading.mark)
}

func ruleStatus(_ status: RuleStatus, mark: Phrase?) -> HTML {
  statusMark(status.phrase, status.tone, explanation: mark ?? status.explanation)
}
