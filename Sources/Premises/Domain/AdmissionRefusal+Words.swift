public import Kernel

extension AdmissionRefusal {
  public var phrase: Phrase {
    switch self {
    case .noOrganisation:
      Phrase(zh: "请写明申请机构的统一社会信用代码", en: "Please give the credit code of the institution that applies")
    case .tenantAlready(let room):
      Phrase(
        zh: "该机构已在 \(room) 入驻；换址或迁出请办理“迁出与晋级换址”",
        en: "The institution is in \(room) already; to move or to leave please use “Moving out or up”")
    case .notAllCommitted: Phrase(zh: "各项承诺须全部勾选", en: "Please tick every commitment")
    case .partAboveWhole:
      Phrase(zh: "知识产权服务收入不能大于营业收入，请核对", en: "IP-service revenue cannot exceed the whole; please check both")
    case .dayOver:
      Phrase(zh: "日期不能早于今天，已过日期的统计不变", en: "The day cannot be before today: days that are over do not change")
    case .dayAhead: Phrase(zh: "日期不能晚于今天", en: "The day cannot be later than today")
    case .otherStage(let stage):
      Phrase(
        zh: "按公布的分期标准，本机构为\(stage.phrase.zh)；请改选，或将依据改为“另有理由”并写明",
        en: "By the published criteria the stage is “\(stage.phrase.en)”; please choose it, or give other reasons")
    case .otherSite(let site, let stage):
      Phrase(
        zh: "\(stage.phrase.zh)机构对应\(site.name.zh)；请改选，或将依据改为“另有理由”并写明",
        en: "“\(stage.phrase.en)” belongs to \(site.name.en); please choose it, or give other reasons")
    case .askedAlready:
      Phrase(zh: "补正只能一次性告知，已告知过；请受理，或写明原因不予受理", en: "It was asked for once already; accept, or refuse with the reason")
    case .licenceMissing:
      Phrase(
        zh: "缺少执业许可证件，不能受理；请一次性告知补正，已告知过的以“缺少执业许可”不予受理",
        en: "The licence is missing: ask for it once; if that was done, refuse on the ground “No licence”")
    case .panelTooSmall:
      Phrase(
        zh: "补足后评审组须为三人以上的单数，请再选",
        en: "The panel must then have three members or more, and an odd number; please name more or fewer")
    case .tieDeclared:
      Phrase(zh: "有利害关系的不能表决；请返回办件，选择“评审人回避”", en: "Who has a tie cannot vote; go back to the matter and stand aside")
    case .votedAlready: Phrase(zh: "您已表决，不能重复表决", en: "You have voted already")
    case .votesMissing(let names):
      Phrase(
        zh: "评审人 \(names.joined(separator: "、")) 尚未表决，请待全体表决后再作决定",
        en: "These have not voted yet: \(names.joined(separator: ", ")). Please decide when everybody has")
    case .wrongVotes(let yes, let no):
      Phrase(
        zh: "表决记录为同意 \(yes) 票、反对 \(no) 票，请改正",
        en: "The votes on record are \(yes) for and \(no) against; please correct")
    case .nameMissing(let name):
      Phrase(zh: "决定书须列明全体评审人，缺 \(name)", en: "The decision names every member; \(name) is missing")
    case .majorityAgainst:
      Phrase(zh: "同意票未过半数，不能通过；请选“评审不通过”", en: "There is no majority for it; please use “Turned down”")
    case .majorityFor:
      Phrase(zh: "同意票已过半数；请选“评审通过，予以公示”", en: "There is a majority for it; please use “Passed: make it public”")
    case .noSuchRoom(let number, let site):
      Phrase(
        zh: "\(site.name.zh)没有房间 \(number)，请从空置房间中选择",
        en: "\(site.name.en) has no room \(number); please choose a vacant one")
    case .roomAmbiguous(let number):
      Phrase(
        zh: "该片区有两个房间编号为 \(number)；请先在房间页面更正编号",
        en: "Two rooms of the site have the number \(number); please correct one of them first")
    case .leaseTooShort: Phrase(zh: "合同到期日须晚于入驻日期", en: "The contract must end after the day of moving in")
    case .licenceExpired(let day):
      Phrase(
        zh: "许可已于 \(day) 到期，请先换证，填写现行许可", en: "The licence expired on \(day); please renew it and give the new one")
    case .publicityOver:
      Phrase(
        zh: "此件公示期已结束，不再受理公示异议；仍有意见的，请向试验区运营管理中心反映，或通过“投诉举报”提出",
        en:
          "The publicity is over and takes no more objections; please turn to the operation centre of the zone, or use “Complaints and reports”"
      )
    }
  }
}
