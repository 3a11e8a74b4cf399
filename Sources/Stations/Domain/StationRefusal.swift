public import Kernel

/// Why a station does not do what is asked, and what can be done.
public enum StationRefusal: Refusal, Equatable {
  case unknown
  case notStaff
  /// Not open yet, or no longer.
  case closed
  /// A visit of the same browser comes before this one; the next is `expected`.
  case outOfOrder(expected: Int)
  /// The visit was taken in under `number` already, with other words.
  case changedSince(number: String)
  case malformed
  case applicantMissing
  case applicantTooLong(Int)
  case accountUnknown
  case staffAlready(String)
  case notOnStaff

  public var kind: RefusalKind {
    switch self {
    case .unknown, .notOnStaff: .missing
    case .notStaff: .forbidden
    case .closed, .outOfOrder, .changedSince, .staffAlready: .conflict
    case .malformed: .malformed
    case .applicantMissing, .applicantTooLong, .accountUnknown: .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknown: "stations.unknown"
    case .notStaff: "stations.not-staff"
    case .closed: "stations.closed"
    case .outOfOrder: "stations.out-of-order"
    case .changedSince: "stations.changed-since"
    case .malformed: "stations.malformed"
    case .applicantMissing: "stations.applicant-missing"
    case .applicantTooLong: "stations.applicant-too-long"
    case .accountUnknown: "stations.account-unknown"
    case .staffAlready: "stations.staff-already"
    case .notOnStaff: "stations.not-on-staff"
    }
  }

  public var field: String? {
    switch self {
    case .applicantMissing, .applicantTooLong: "applicant"
    case .accountUnknown, .staffAlready: "name"
    case .unknown, .notStaff, .closed, .outOfOrder, .changedSince, .malformed, .notOnStaff: nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown:
      Phrase(zh: "没有此站点，请从站点网络中选择", en: "There is no such station; please choose from the network of stations")
    case .notStaff:
      Phrase(
        zh: "您不是本站点的工作人员；请由运营中心在“站点人员”中登记您的账号",
        en: "You are not on the staff of this station; ask the operation centre to add your account to its staff")
    case .closed:
      Phrase(
        zh: "本站点今天不受理（尚未启用或已停用），请由运营中心核对启用日期；来访可改在窗口登记",
        en:
          "The station takes nothing in today; ask the operation centre to check its dates, or enter the visit at the counter"
      )
    case .outOfOrder(let expected):
      Phrase(
        zh: "此前还有来访未上传，应先上传第 \(expected) 条；本条仍保存在本机，将依次上传",
        en: "An earlier visit comes first, number \(expected); this one is kept here and follows in its turn")
    case .changedSince(let number):
      Phrase(
        zh: "本条已按先前内容受理，编号 \(number)；请在该服务单中补充，并删除本机这一条",
        en:
          "This visit was taken in with other words before, as \(number); add to that ticket and delete the entry here")
    case .malformed:
      Phrase(zh: "本条的内部编号已损坏，请重新登记后删除它", en: "The entry's own number is damaged; enter the visit anew and delete it")
    case .applicantMissing: Phrase(zh: "请填写来访人姓名或单位名称", en: "Please fill in the visitor's or the organisation's name")
    case .applicantTooLong(let limit):
      Phrase(zh: "姓名或名称不超过 \(limit) 个字", en: "The name has at most \(limit) characters")
    case .accountUnknown:
      Phrase(
        zh: "没有此登录名的在用账号，或该账号不能在站点受理，请核对", en: "No active account has this sign-in name, or it may not work at stations"
      )
    case .staffAlready(let name):
      Phrase(zh: "\(name) 已是本站点的工作人员，不必再登记", en: "\(name) is on the staff already; nothing more is needed")
    case .notOnStaff: Phrase(zh: "该账号不是本站点的工作人员，请刷新页面", en: "The account is not on the staff; please reload the page")
    }
  }
}
