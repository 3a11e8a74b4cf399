public import Kernel

/// Why something is not done with a scheme or an evaluation.
public enum EvaluationRefusal: Refusal, Equatable {
  case unknownScheme(String)
  case unknownRun(ID<EvaluationRun>)
  /// The line of the file, where it is known, and what is wrong there.
  case badScheme(line: Int?, Phrase)
  case schemeMissing
  case sameScheme
  case wrongWeight(indicator: String)
  case wrongScore(indicator: String)
  case reviewNoteMissing(indicator: String)
  case documentMissing
  case reasonMissing
  case cutoffMissing
  case cutoffInFuture
  case notComparable
  case unknownIndicator
  case referenceMissing
  case wrongHash
  case noteTooLong(Int)

  public var kind: RefusalKind {
    switch self {
    case .unknownScheme, .unknownRun: .missing
    case .sameScheme: .conflict
    case .badScheme, .schemeMissing, .wrongWeight, .wrongScore, .reviewNoteMissing, .documentMissing, .reasonMissing,
      .cutoffMissing, .cutoffInFuture, .notComparable, .unknownIndicator, .referenceMissing, .wrongHash,
      .noteTooLong:
      .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknownScheme: "evaluations.unknown-scheme"
    case .unknownRun: "evaluations.unknown-run"
    case .badScheme: "evaluations.bad-scheme"
    case .schemeMissing: "evaluations.scheme-missing"
    case .sameScheme: "evaluations.same-scheme"
    case .wrongWeight: "evaluations.wrong-weight"
    case .wrongScore: "evaluations.wrong-score"
    case .reviewNoteMissing: "evaluations.review-note-missing"
    case .documentMissing: "evaluations.document-missing"
    case .reasonMissing: "evaluations.reason-missing"
    case .cutoffMissing: "evaluations.cutoff-missing"
    case .cutoffInFuture: "evaluations.cutoff-in-future"
    case .notComparable: "evaluations.not-comparable"
    case .unknownIndicator: "evaluations.unknown-indicator"
    case .referenceMissing: "evaluations.reference-missing"
    case .wrongHash: "evaluations.wrong-hash"
    case .noteTooLong: "evaluations.note-too-long"
    }
  }

  public var field: String? {
    switch self {
    case .badScheme, .schemeMissing: "scheme"
    case .wrongWeight(let indicator): "weight-" + indicator
    case .wrongScore(let indicator): "score-" + indicator
    case .reviewNoteMissing(let indicator): "note-" + indicator
    case .documentMissing: "document"
    case .reasonMissing: "reason"
    case .cutoffMissing, .cutoffInFuture: "cutoff"
    case .notComparable: "with"
    case .unknownIndicator: "indicator"
    case .referenceMissing: "reference"
    case .wrongHash: "sha256"
    case .noteTooLong: "note"
    case .unknownScheme, .unknownRun, .sameScheme: nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknownScheme: Phrase(zh: "没有这套评价指标；请从列表中选择", en: "There is no such scheme; please choose one from the list")
    case .unknownRun: Phrase(zh: "没有这次评价；请从列表中选择", en: "There is no such evaluation; please choose one from the list")
    case .badScheme(let line, let problem):
      Phrase(
        zh: (line.map { "第 \($0) 行：" } ?? "") + problem.zh, en: (line.map { "Line \($0): " } ?? "") + problem.en)
    case .schemeMissing: Phrase(zh: "请上传方案文件，或粘贴其内容", en: "Please upload the scheme's file, or paste its text")
    case .sameScheme:
      Phrase(zh: "内容与现行版本完全相同，没有新版本", en: "This is the very text of the present version, so there is no new one")
    case .wrongWeight:
      Phrase(
        zh: "权重为不小于 0 的数，最多两位小数；未知请留空",
        en: "A weight is a number with at most two decimals; leave it empty while it is unknown")
    case .wrongScore:
      Phrase(zh: "得分为 0 至 100 的数，最多两位小数", en: "A score is a number from 0 to 100 with at most two decimals")
    case .reviewNoteMissing: Phrase(zh: "评审人评分须写明理由", en: "A reviewer's score needs its reason")
    case .documentMissing: Phrase(zh: "请填写依据文件的文号", en: "Please give the number of the document that says so")
    case .reasonMissing: Phrase(zh: "请写明理由，它将记入留痕", en: "Please give a reason; it goes into the journal")
    case .cutoffMissing: Phrase(zh: "请填写数据截止日", en: "Please give the day that the figures are taken at")
    case .cutoffInFuture: Phrase(zh: "数据截止日不能晚于今天", en: "The figures cannot be taken at a day after today")
    case .notComparable: Phrase(zh: "请选择另一次评价来比较", en: "Please choose another evaluation to compare with")
    case .unknownIndicator:
      Phrase(zh: "这套指标中没有该项，请从列表中选择", en: "The scheme has no such indicator; please choose one from the list")
    case .referenceMissing: Phrase(zh: "请写明证据的名称、文号或编号", en: "Please name the evidence: a document and its number")
    case .wrongHash:
      Phrase(
        zh: "SHA-256 为 64 位十六进制数字，不知道请留空", en: "A SHA-256 has 64 hexadecimal digits; leave it empty if it is not known")
    case .noteTooLong(let limit): Phrase(zh: "不超过 \(limit) 字，请精简", en: "At most \(limit) characters; please shorten it")
    }
  }
}
