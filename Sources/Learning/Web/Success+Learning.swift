import Kernel
import Markup
import Web

extension Success {
  static let lecturePlanned = Success(
    "learning.planned", Phrase(zh: "已公布，可以报名", en: "It is announced and open for registration"))
  static let lectureChanged = Success(
    "learning.changed",
    Phrase(
      zh: "已变更，并已通知留有联系方式的报名人；未留的在报名名单中标出",
      en: "It is changed, and everybody whom a notice can reach was told; the list marks those who left no address"))
  static let bookingWithdrawn = Success(
    "learning.booking-withdrawn",
    Phrase(zh: "该报名已取消，本人可以重新报名", en: "The registration is withdrawn; the person can register again"))
  static let learnerErased = Success(
    "learning.erased", Phrase(zh: "该报名人的信息已删除", en: "What was kept of the person is erased"))
  static let seatsSet = Success(
    "learning.seats", Phrase(zh: "名额已调整，候补依次转正", en: "The seats are set; the waiting list moved up"))
  static let testSet = Success("learning.test", Phrase(zh: "测试题已保存", en: "The test is kept"))
  static let ticked = Success("learning.ticked", Phrase(zh: "已签到", en: "Signed in"))
  static let registered = Success(
    "learning.registered",
    Phrase(
      zh: "报名已收到。请保存本页地址，或记下报名编号和报名码：取消、签到、测试和领证书都用它",
      en:
        "You are registered. Keep this address, or number and code: withdrawing, sign-in, test and certificate need them"
    ))
  static let withdrawn = Success(
    "learning.withdrawn", Phrase(zh: "已取消报名，名额让给候补的第一位", en: "Withdrawn; the seat goes to the first who waits"))
  static let signedIn = Success("learning.signed-in", Phrase(zh: "签到成功，请入座", en: "You are signed in"))
  static let testTaken = Success(
    "learning.tested", Phrase(zh: "测试已提交，结果如下", en: "The test was handed in; the result is below"))
  static let rated = Success("learning.rated", Phrase(zh: "谢谢您的评价", en: "Thank you for your rating"))
  static let nominated = Success("learning.nominated", Phrase(zh: "选题已提名，并记上您的一票", en: "Nominated, with your own vote"))
  static let voted = Success("learning.voted", Phrase(zh: "已投票", en: "Your vote counts"))
  static let answered = Success(
    "learning.answered", Phrase(zh: "已公开答复，并已通知提名人", en: "Answered in public; the nominator was told"))

  static let ofLectures = [
    lecturePlanned, lectureChanged, bookingWithdrawn, learnerErased, seatsSet, testSet, ticked, registered, withdrawn,
    signedIn, testTaken, rated,
    nominated, voted, answered,
  ]
}
