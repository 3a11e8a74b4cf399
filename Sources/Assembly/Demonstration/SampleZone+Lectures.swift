import Kernel
import Matters
import MattersStore

extension SampleZone {
  /// The invented lecture orders, at every stage.
  var lectureOrders: [SampleMatter] {
    [
      order("企业商标怎样防抢注", by: .firm, 45)
        .then("confirm", 44, by: .centre, naming: [.expert])
        .then("claim", 43, by: .expert, ["presentation": "（示例）商标代理从业者"])
        .then("announce", 42, by: .centre, announcing(at: -35))
        .then("fulfil", 34, by: .centre)
        .then("rate", 33, by: .firm, ["rating": "5", "comment": "（示例）三个问题都讲到了"]),
      order("专利许可合同要注意什么", by: .firm, 14)
        .then("confirm", 13, by: .centre, naming: [.expert])
        .then("claim", 12, by: .expert)
        .then("announce", 11, by: .centre, announcing(at: 4))
        .then(
          "postpone", 3, by: .centre, ["held_on": "\(today.adding(days: 8))", "begins": "10:00"],
          because: "（示例）报名不足，改期继续征集"),
      order("研发人员怎样写技术交底书", by: .member, 6)
        .then("confirm", 5, by: .centre, naming: [.expert])
        .then("claim", 4, by: .expert),
      order("海外参展的知识产权风险", by: .firm, 3).then("confirm", 2, by: .centre, naming: [.expert]),
      order("人工智能生成内容的归属", by: .member, 5).then("ask", 4, by: .centre, because: "（示例）请说明听众的专业背景"),
      order("如何避税", by: .member, 20).then("decline", 19, by: .centre, because: "（示例）不属知识产权内容"),
      order("专利申请流程", by: .member, 18).then("withdraw", 17, by: .member),
      order("商业秘密管理", by: .firm, 25)
        .then("confirm", 24, by: .centre, naming: [.expert])
        .then("cancel", 10, by: .centre, because: "（示例）点课单位放弃"),
      order("商标续展和变更", by: .member, 16)
        .then("confirm", 15, by: .centre, naming: [.expert])
        .then("claim", 14, by: .expert)
        .then("announce", 13, by: .centre, announcing(at: 6))
        .then("merge", 2, by: .centre, because: "（示例）报名不足，并入同周场次"),
      order("地理标志怎样用好", by: .firm, 17)
        .then("confirm", 16, by: .centre, naming: [.expert])
        .then("claim", 15, by: .expert)
        .then("announce", 14, by: .centre, announcing(at: 7))
        .then("merge", 5, by: .centre, because: "（示例）报名不足，并入同题场次")
        .then("announce-anew", 2, by: .centre, announcing(at: 12)),
      order("学生创业怎样保护点子", by: .member, 0),
    ]
  }

  private func order(_ topic: String, by filer: SampleActor, _ ago: Int) -> SampleMatter {
    SampleMatter(
      "lecture-order", by: filer, ago,
      [
        "topic": "（示例）\(topic)", "audience": filer == .firm ? "managers" : "students", "people": "25",
        "medium": "onsite", "wished_on": "\(today.adding(days: 15 - ago))", "question_1": "（示例）最常见的错误是什么？",
        "question_2": "（示例）要花多少钱和时间？", "question_3": "（示例）出了问题先找谁？", "phone": "示例号码",
      ])
  }

  private func announcing(at day: Int) -> [String: String] {
    [
      "held_on": "\(today.adding(days: day))", "begins": "10:00", "minutes": "90", "held_as": "onsite",
      "venue": "（示例）运营中心 2 楼路演厅", "capacity": "40", "least": "8",
    ]
  }
}
