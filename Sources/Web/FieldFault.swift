public import Kernel

/// What can be wrong with a field whatever it is about.
public enum FieldFault: Refusal, Equatable {
  case missing
  case noDay
  case noNumber(ClosedRange<Int>)
  case notOffered
  case noFile

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .missing: "field.missing"
    case .noDay: "field.no-day"
    case .noNumber: "field.no-number"
    case .notOffered: "field.not-offered"
    case .noFile: "field.no-file"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .missing: Phrase(zh: "此项必填", en: "Please fill this in")
    case .noDay: Phrase(zh: "请填写日期，如 2026-11-22", en: "Please give a date, such as 2026-11-22")
    case .noNumber(let range):
      Phrase(
        zh: "请填写 \(range.lowerBound) 至 \(range.upperBound) 的整数",
        en: "Please give a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .notOffered: Phrase(zh: "请从所列选项中选择", en: "Please choose one of the options")
    case .noFile: Phrase(zh: "请选择文件", en: "Please choose a file")
    }
  }
}
