public import Kernel

/// Why criteria, or a record of a cluster served, are not taken.
public enum StageRefusal: Refusal, Equatable {
  case noThresholds
  case wrongAmount(StageMeasure)
  case growingAboveMature(StageMeasure)
  case criteriaFromThatDay(Day)
  case previewOutdated
  case servesAlready
  case notATenant
  case noClusters
  case wrongLine(Int)
  case codeTwice(String)
  case listFromThatDay(Day)

  public var kind: RefusalKind {
    switch self {
    case .criteriaFromThatDay, .previewOutdated, .servesAlready, .listFromThatDay: .conflict
    case .noThresholds, .wrongAmount, .growingAboveMature, .notATenant, .noClusters, .wrongLine, .codeTwice: .invalid
    }
  }

  public var code: String {
    switch self {
    case .noThresholds: "premises.no-thresholds"
    case .wrongAmount: "premises.wrong-amount"
    case .growingAboveMature: "premises.growing-above-mature"
    case .criteriaFromThatDay: "premises.criteria-from-that-day"
    case .previewOutdated: "premises.preview-outdated"
    case .servesAlready: "premises.serves-already"
    case .notATenant: "premises.not-a-tenant"
    case .noClusters: "premises.no-clusters"
    case .wrongLine: "premises.wrong-line"
    case .codeTwice: "premises.code-twice"
    case .listFromThatDay: "premises.list-from-that-day"
    }
  }

  public var field: String? {
    switch self {
    case .criteriaFromThatDay, .listFromThatDay: "from"
    case .noClusters, .wrongLine, .codeTwice: "lines"
    case .notATenant: "tenant"
    case .noThresholds, .wrongAmount, .growingAboveMature, .previewOutdated, .servesAlready: nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .noThresholds: Phrase(zh: "请至少填写一项成长期或成熟期门槛", en: "Please give at least one threshold")
    case .wrongAmount(let measure):
      Phrase(
        zh: "\(measure.phrase.zh)：请填写不小于零的数；收入以万元计，最多两位小数",
        en: "\(measure.phrase.en): please give a number of zero or more; revenue in ¥10,000 with at most two decimals")
    case .growingAboveMature(let measure):
      Phrase(
        zh: "成长期的\(measure.phrase.zh)门槛不能高于成熟期",
        en: "\(measure.phrase.en): the growing stage cannot ask for more than the mature")
    case .criteriaFromThatDay(let day):
      Phrase(
        zh: "已有自 \(day) 起施行的标准；请先撤回，或换一个日期",
        en: "There are criteria from \(day) already; withdraw them first, or take another day")
    case .previewOutdated:
      Phrase(
        zh: "预览之后机构数据或标准有变，名单已不同；请查看新名单后再确认",
        en: "Facts or criteria changed since you saw the list; please look at the new one and confirm again")
    case .servesAlready: Phrase(zh: "该机构服务这一集群已有记录", en: "It is on record already that this tenant serves the cluster")
    case .noClusters: Phrase(zh: "请填写 1 至 100 行", en: "Please give 1 to 100 lines")
    case .wrongLine(let number):
      Phrase(
        zh: "第 \(number) 行应为“代码 | 中文 | 英文 | 归类 | 归类英文”，代码只用小写字母、数字和连字符",
        en: "Line \(number) should read “code | Chinese | English | group | group in English”, "
          + "the code in small letters, digits and hyphens")
    case .codeTwice(let code):
      Phrase(zh: "代码“\(code)”出现两次，请改用不同代码", en: "The code “\(code)” stands twice; please use another")
    case .listFromThatDay(let day):
      Phrase(zh: "已有自 \(day) 起适用的清单，请换一个日期", en: "There is a list from \(day) already; please take another day")
    case .notATenant:
      Phrase(zh: "该机构在这一天没有入驻，请核对代码和日期", en: "This institution has no room on that day; please check code and date")
    }
  }
}
