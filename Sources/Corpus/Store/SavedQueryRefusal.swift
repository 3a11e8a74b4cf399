public import Kernel

/// What is refused about saved queries and their alerts.
public enum SavedQueryRefusal: Refusal, Equatable {
  case unknown(ID<SavedQuery>)
  case unknownAlert(ID<QueryAlert>)
  case nameMissing
  case nameTooLong
  case nameTaken(String)
  case tooMany

  public var kind: RefusalKind {
    switch self {
    case .unknown, .unknownAlert: .missing
    case .nameMissing, .nameTooLong: .invalid
    case .nameTaken, .tooMany: .conflict
    }
  }

  public var code: String {
    switch self {
    case .unknown: "corpus.unknown-saved-query"
    case .unknownAlert: "corpus.unknown-alert"
    case .nameMissing: "corpus.name-missing"
    case .nameTooLong: "corpus.name-too-long"
    case .nameTaken: "corpus.name-taken"
    case .tooMany: "corpus.too-many-saved"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase(zh: "您没有保存这条检索式；它可能已被删除", en: "You have no such saved query; it may have been deleted")
    case .unknownAlert: Phrase(zh: "没有这次提醒；检索式可能已被删除", en: "There is no such alert; its query may have been deleted")
    case .nameMissing: Phrase(zh: "请为检索式起一个名称", en: "Please give the query a name")
    case .nameTooLong:
      Phrase(
        zh: "名称超过\(SavedQuery.nameLimit)个字；请缩短",
        en: "The name has more than \(SavedQuery.nameLimit) characters; please shorten it")
    case .nameTaken(let name):
      Phrase(
        zh: "您已有名为“\(name)”的检索式；请换一个名称", en: "You have a query called “\(name)” already; please choose another name")
    case .tooMany:
      Phrase(
        zh: "每个账号最多保存\(SavedQuery.limit)条检索式；请先删除不用的",
        en: "An account keeps at most \(SavedQuery.limit) queries; please delete some first")
    }
  }

  public var field: String? {
    switch self {
    case .nameMissing, .nameTooLong, .nameTaken: "name"
    case .unknown, .unknownAlert, .tooMany: nil
    }
  }
}
