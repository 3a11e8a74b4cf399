import Kernel

/// An invented lecture, by days from the day of the seeding.
struct SampleLecture {
  let title: String
  let about: String
  /// Negative: it was held so many days ago.
  let day: Int
  let capacity: Int
  /// The numbers of the invented people who registered, in their order.
  let people: Range<Int>
  /// How many of the first signed in.
  var came = 0
  /// How many of those passed the test.
  var passed = 0
  var isOnline = false
  var hasTest = false
  var least = 1

  /// The test of every invented lecture that has one.
  static let test = """
    （示例）专利权的客体不包括哪一项？
    - 发明
    - 外观设计
    * 商号

    （示例）提交专利申请之前公开技术方案，可能影响什么？
    * 新颖性
    - 申请费用

    （示例）商标注册的有效期从哪天起算？
    - 申请日
    * 核准注册日
    """

  static let trainings = [
    SampleLecture(
      title: "（示例）专利检索入门", about: "（示例）怎样查一件技术是否已有专利。\n适合第一次检索的人，请带一个自己的题目。", day: -60, capacity: 40,
      people: 0..<24, came: 20, passed: 15, hasTest: true),
    SampleLecture(
      title: "（示例）商标布局与出口", about: "（示例）出口前先想好在哪些国家注册、注册哪些类别。", day: -30, capacity: 40, people: 6..<24, came: 15,
      isOnline: true),
    SampleLecture(
      title: "（示例）技术交底书怎么写", about: "（示例）把一个技术问题说清楚：现状、不足、方案、效果。", day: -10, capacity: 30, people: 10..<20, came: 8,
      hasTest: true),
    SampleLecture(
      title: "（示例）高价值专利培育案例", about: "（示例）两家企业从立项到授权的做法。", day: 6, capacity: 30, people: 20..<32, hasTest: true,
      least: 8),
    SampleLecture(
      title: "（示例）外观设计实务小班", about: "（示例）小班答疑，名额不多，满员后可以候补。", day: 12, capacity: 5, people: 30..<38, hasTest: true),
    SampleLecture(
      title: "（示例）数据知识产权登记", about: "（示例）哪些数据可以登记，登记以后有什么用。", day: 20, capacity: 30, people: 40..<42, isOnline: true,
      least: 10
    ),
  ]
}
