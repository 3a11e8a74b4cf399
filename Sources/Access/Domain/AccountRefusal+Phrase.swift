public import Kernel

extension AccountRefusal {
  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase(zh: "没有这个账号；请从账号列表重新选择", en: "There is no such account; please choose it from the list again")
    case .badName:
      Phrase(
        zh: "登录名为2至32个汉字、字母、数字或 . _ -，请修改",
        en: "A sign-in name has 2 to 32 letters, digits, dots, underscores or hyphens")
    case .nameIsPersonal:
      Phrase(
        zh: "登录名会留在操作记录中，请勿使用手机号或证件号",
        en: "The sign-in name stays in the records: please do not use a phone or identity number")
    case .nameTaken: Phrase(zh: "这个登录名已有人使用，请换一个", en: "This sign-in name is taken; please choose another")
    case .noDisplayName: Phrase(zh: "请填写姓名或称呼", en: "Please give a name")
    case .displayNameTooLong(let longest):
      Phrase(zh: "姓名或称呼最多\(longest)字，请缩短", en: "A name has at most \(longest) characters; please shorten it")
    case .badEmail:
      Phrase(zh: "电子邮箱格式不对，例如 name@example.cn", en: "This is not an e-mail address such as name@example.cn")
    case .badPhone:
      Phrase(
        zh: "电话只能有数字、空格、“-”和开头的“+”，6至20位",
        en: "A phone number has 6 to 20 digits, spaces, hyphens, and may begin with +")
    case .notNow(let step, let stage):
      Phrase(
        zh: "账号目前“\(stage.phrase.zh)”，不能“\(step.phrase.zh)”；请刷新后再看",
        en: "The account is “\(stage.phrase.en)”: “\(step.phrase.en)” is not possible now; please reload")
    case .rolesNotSeparate:
      Phrase(
        zh: "系统管理员、安全管理员、审计管理员须由三人分别担任，请选择其中一种",
        en: "System, security and audit administrator must be three people; please choose one of them")
    case .auditorOnlyReads:
      Phrase(
        zh: "审计管理员不得兼任其他工作角色，请另建账号", en: "An audit administrator holds no other staff role; please use another account")
    case .watchesAndIsWatched:
      Phrase(
        zh: "监管人员、执法检查人员和政府部门不得同时是服务机构或企业与高校，请另建账号",
        en:
          "Who regulates, inspects or governs is not at the same time an institution or enterprise; use another account"
      )
    case .onlyAtServer(let remedy):
      Phrase(
        zh: "该账号担任系统、安全或审计管理员，只能在服务器上办理：\(remedy)",
        en: "This account holds an administrator's duty, so this is done only at the server: \(remedy)")
    case .tooManyRegistrations(let until):
      Phrase(
        zh: "从这个网络地址注册的账号过多，请于\(SignInRefusal.clock(until))后再试，或联系运营中心",
        en:
          "Too many accounts were registered from this address; please try again after \(SignInRefusal.clock(until)), or ask the operation centre"
      )
    case .reasonTooLong(let longest):
      Phrase(zh: "原因最多\(longest)字，请缩短", en: "A reason has at most \(longest) characters; please shorten it")
    case .ownRoles:
      Phrase(zh: "不能变更自己的角色，请由另一位安全管理员办理", en: "Nobody changes their own roles; ask another security administrator")
    case .ownAccount: Phrase(zh: "不能对自己的账号这样操作，请由他人办理", en: "You cannot do this to your own account; ask a colleague")
    case .noRole: Phrase(zh: "请至少选择一个角色", en: "Please choose at least one role")
    case .notOpenToRegistration(let role):
      Phrase(
        zh: "“\(role.phrase.zh)”不能自行注册，请联系安全管理员邀请您",
        en: "“\(role.phrase.en)” is not open to registration; ask the security administrator to invite you")
    case .alreadyHolds(let role):
      Phrase(zh: "该账号已是“\(role.phrase.zh)”", en: "The account is “\(role.phrase.en)” already")
    case .doesNotHold(let role): Phrase(zh: "该账号不是“\(role.phrase.zh)”", en: "The account is not “\(role.phrase.en)”")
    case .noReason: Phrase(zh: "请写明原因，原因会记入留痕", en: "Please give the reason; it goes into the journal")
    case .wrongCode:
      Phrase(
        zh: "一次性代码不对、已用过或已过期，请向管理员重新索取", en: "The one-time code is wrong, used or expired; please ask for a new one")
    case .zoneIsReal:
      Phrase(
        zh: "正式数据目录中不能建立演示登录；请另建演示目录", en: "A real zone has no demonstration logins; create a demonstration directory")
    case .needsSecurityAdministrator:
      Phrase(
        zh: "该账号担任管理员角色，只能由安全管理员办理",
        en: "This account holds an administrator's role; only a security administrator may do this")
    case .unknownName: Phrase(zh: "没有这个登录名，请核对", en: "There is no such sign-in name; please check it")
    case .unknownSession: Phrase(zh: "这次登录已经结束", en: "That session has ended already")
    }
  }
}
