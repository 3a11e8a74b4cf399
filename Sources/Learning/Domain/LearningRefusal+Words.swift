public import Kernel

extension LearningRefusal {
  public var code: String {
    switch self {
    case .unknownLecture: "learning.unknown-lecture"
    case .unknownTopic: "learning.unknown-topic"
    case .wrongTicket: "learning.wrong-ticket"
    case .wrongCertificate: "learning.wrong-certificate"
    case .notOpen: "learning.not-open"
    case .lectureOver: "learning.over"
    case .registeredAlready: "learning.registered-already"
    case .noPerson: "learning.no-person"
    case .missing: "learning.missing"
    case .tooLong: "learning.too-long"
    case .noMailAddress: "learning.no-mail-address"
    case .withdrawnAlready: "learning.withdrawn-already"
    case .attendedAlready: "learning.attended-already"
    case .signedInAlready: "learning.signed-in-already"
    case .wrongCode: "learning.wrong-code"
    case .signInNotOpen: "learning.sign-in-not-open"
    case .signInOver: "learning.sign-in-over"
    case .onlyWaiting: "learning.only-waiting"
    case .noTest: "learning.no-test"
    case .testNotOpen: "learning.test-not-open"
    case .notAttended: "learning.not-attended"
    case .noTriesLeft: "learning.no-tries-left"
    case .certifiedAlready: "learning.certified-already"
    case .answersMissing: "learning.answers-missing"
    case .wrongTest: "learning.wrong-test"
    case .testTaken: "learning.test-taken"
    case .ratedAlready: "learning.rated-already"
    case .wrongRating: "learning.wrong-rating"
    case .votedAlready: "learning.voted-already"
    case .votesClosed: "learning.votes-closed"
    case .answeredAlready: "learning.answered-already"
    case .wrongTime: "learning.wrong-time"
    case .inThePast: "learning.in-the-past"
    case .endsBeforeItBegins: "learning.ends-before-it-begins"
    case .wrongNumber: "learning.wrong-number"
    case .noSuchTarget: "learning.no-such-target"
    case .alreadyHeld: "learning.already-held"
    case .notHeldYet: "learning.not-held-yet"
    case .nobodyCame: "learning.nobody-came"
    case .notYourClaim: "learning.not-your-claim"
    case .reasonMissing: "learning.reason-missing"
    case .ownAlready: "learning.own-already"
    case .answersOrder: "learning.answers-order"
    case .lectureGone: "learning.lecture-gone"
    case .announcedAlready: "learning.announced-already"
    case .ratingNotOpen: "learning.rating-not-open"
    case .leastAboveCapacity: "learning.least-above-capacity"
    case .staffReasonMissing: "learning.staff-reason-missing"
    case .unknownBooking: "learning.unknown-booking"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknownLecture: Phrase(zh: "没有这场讲座，请从讲座列表查找", en: "There is no such lecture; please look in the list")
    case .unknownTopic: Phrase(zh: "没有这个选题，请从选题列表查找", en: "There is no such topic; please look in the list")
    case .wrongTicket:
      Phrase(zh: "没有与此报名码相符的报名，请核对报名回执", en: "No registration has this code; please compare it with your ticket")
    case .wrongCertificate:
      Phrase(
        zh: "没有与此编号和验证码相符的证书，请逐字核对证书上的编号和验证码",
        en: "No certificate has this number and code; please compare both with the certificate")
    case .notOpen:
      Phrase(
        zh: "这场讲座已取消或并入其他场次，不能再报名或变更；请从讲座列表另选一场",
        en:
          "This lecture was cancelled or merged; nothing more can be done with it. Please choose another from the list")
    case .lectureOver: Phrase(zh: "这场讲座已结束，不能再报名；请看其他场次", en: "This lecture is over; please choose another one")
    case .registeredAlready:
      Phrase(
        zh: "此证件已报过这场讲座，不必重复报名；报名码丢失的，请工作人员取消该报名后再报",
        en: "This person is registered already; if the ticket was lost, ask the staff to withdraw it and register again"
      )
    case .noPerson:
      Phrase(
        zh: "证件号码不正确：请填 18 位居民身份证号，或护照、港澳台证件号",
        en: "This is no identity number; please give 18 symbols of the identity card, or a passport's number")
    case .missing: Phrase(zh: "请填写", en: "Please fill this in")
    case .tooLong(_, let limit): Phrase(zh: "不超过 \(limit) 字，请精简", en: "At most \(limit) characters, please")
    case .noMailAddress:
      Phrase(
        zh: "邮箱地址不正确，请写成 name@example.org 的样子，或留空",
        en: "This is no e-mail address; write it like name@example.org, or leave it empty")
    case .withdrawnAlready:
      Phrase(zh: "此报名已取消；要参加请重新报名", en: "This registration was withdrawn already; register again to come")
    case .attendedAlready:
      Phrase(
        zh: "已签到，不能取消报名；签到有误请联系工作人员",
        en: "Signed in already, so it cannot be withdrawn; tell the staff if that is wrong")
    case .signedInAlready: Phrase(zh: "已经签到过，一场只签一次", en: "Signed in already; once is enough")
    case .wrongCode:
      Phrase(
        zh: "签到码不正确或已过期，请重新扫描现场屏幕上的码", en: "This code is wrong or too old; please scan the one on the screen again")
    case .signInNotOpen: Phrase(zh: "签到在开始前一小时开放", en: "Sign-in opens an hour before the lecture")
    case .signInOver: Phrase(zh: "签到已结束；确有到场请联系工作人员", en: "Sign-in is over; ask the staff if you were there")
    case .onlyWaiting:
      Phrase(zh: "还在候补，尚无名额；有名额时会通知您", en: "Still on the waiting list; you will be told of a free seat")
    case .noTest:
      Phrase(zh: "这场讲座没有测试，不发证书；可以直接评价", en: "This lecture has no test and gives no certificate; you can rate it")
    case .testNotOpen: Phrase(zh: "测试在讲座开始后开放", en: "The test opens when the lecture begins")
    case .notAttended: Phrase(zh: "签到后才能测试和评价", en: "Only who has signed in can take the test or rate")
    case .noTriesLeft:
      Phrase(zh: "测试次数已用完；可报名其他场次再考", en: "No tries are left; you can come to another lecture and take its test")
    case .certifiedAlready: Phrase(zh: "测试已通过，不必再测", en: "You have passed; there is no need to try again")
    case .answersMissing: Phrase(zh: "请回答每一道题", en: "Please answer every question")
    case .wrongTest(let place):
      Phrase(
        zh: "第 \(place) 题写法不对：先写问题，再写 2–5 个选项，每行以“-”开头，正确的一项以“*”开头，题间空一行；最多 20 题",
        en:
          "Question \(place) cannot be read: the question first, then 2 to 5 answers each behind “-”, the right one behind “*”, and an empty line before the next; at most 20"
      )
    case .testTaken:
      Phrase(
        zh: "已有人参加测试，不能再改题；新题请用于下一场",
        en: "Somebody has taken the test, so it stays; keep new questions for the next lecture")
    case .ratedAlready: Phrase(zh: "已评价过，一场只评一次", en: "Rated already; once is enough")
    case .wrongRating: Phrase(zh: "请选择 1–5 分", en: "Please choose 1 to 5")
    case .votedAlready: Phrase(zh: "您已给这个选题投过票，每个账号一票", en: "You have voted for this topic; one vote an account")
    case .votesClosed:
      Phrase(
        zh: "这个选题所在季度已结束或已答复，不能再投票；请给本季度的选题投票，或重新提名",
        en: "Its quarter is over or it was answered; vote for a topic of this quarter, or nominate it again")
    case .answeredAlready:
      Phrase(
        zh: "这个选题已答复；排定的场次取消后才能再答复",
        en: "This topic was answered already; only when its lecture is cancelled can it be answered again")
    case .wrongTime: Phrase(zh: "请写成 14:00 这样的时间", en: "Please write a time such as 14:00")
    case .inThePast: Phrase(zh: "请选择今后的日期和时间", en: "Please choose a day and time to come")
    case .endsBeforeItBegins: Phrase(zh: "时长须为 20–480 分钟", en: "20 to 480 minutes, please")
    case .wrongNumber(_, let range):
      Phrase(
        zh: "请填 \(range.lowerBound)–\(range.upperBound) 之间的整数",
        en: "A whole number from \(range.lowerBound) to \(range.upperBound), please")
    case .noSuchTarget:
      Phrase(zh: "没有这个场次，或它已开始、已取消，不能并入", en: "There is no such lecture, or it has begun or was cancelled")
    case .alreadyHeld:
      Phrase(
        zh: "讲座已经开始，不能再变更；结束后无人签到的可以改期",
        en: "The lecture has begun and stays as it is; if nobody has signed in at its end, it can be moved")
    case .notHeldYet: Phrase(zh: "讲座尚未结束，结束后才能办结", en: "The lecture is not over yet; close the order afterwards")
    case .nobodyCame:
      Phrase(
        zh: "没有签到记录：无人到场的场次不算完成，请改期、重新安排或取消",
        en: "Nobody signed in, so it was not held; move it, announce another, or cancel")
    case .notYourClaim:
      Phrase(zh: "这场讲座不是您认领的，须由认领人退回", en: "This lecture was claimed by somebody else, who alone can give it back")
    case .reasonMissing:
      Phrase(
        zh: "请写明理由，报名人和公众将看到它", en: "Please give the reason; those who registered and the public will read it")
    case .ownAlready:
      Phrase(
        zh: "您本人已报名这场讲座；为他人报名请选“为他人”", en: "You are registered yourself; choose “for somebody else” to register another"
      )
    case .answersOrder:
      Phrase(zh: "这场讲座是点课订单的结果，请在点课订单里办理", en: "This lecture answers an order; please take the step there")
    case .lectureGone:
      Phrase(zh: "对应的场次已取消：请重新安排一场，或取消订单", en: "Its lecture was cancelled; announce another, or cancel the order")
    case .announcedAlready:
      Phrase(
        zh: "对应的场次仍在，不能另排一场；请改期、合班，或在举办后办结",
        en: "Its lecture still stands; move or merge that one, or close the order once it was held")
    case .ratingNotOpen: Phrase(zh: "评价在讲座开始后开放", en: "Ratings open when the lecture begins")
    case .staffReasonMissing: Phrase(zh: "请写明理由", en: "Please give the reason")
    case .unknownBooking:
      Phrase(
        zh: "没有这个报名编号，请核对，如 BM-2026-00012",
        en: "No registration has this number; please check it, such as BM-2026-00012")
    case .leastAboveCapacity:
      Phrase(zh: "最少开课人数不能多于名额，请改小或增加名额", en: "It cannot need more people than there are seats; lower it, or add seats")
    }
  }
}
