import Kernel
import Matters
import MattersStore

extension SampleZone {
  /// The invented matters, of every procedure and at every stage.
  func matters(
    firm: Sample, other: Sample, agency: Sample, visit: (code: String, name: String, day: Day)?, tenants: SampleTenants
  ) -> [SampleMatter] {
    tickets(firm, agency) + aid(agency) + mediations(other) + complaints(other) + volunteers + problems(visit)
      + moveIns + moveOuts(tenants)
  }

  private func tickets(_ firm: Sample, _ agency: Sample) -> [SampleMatter] {
    func ticket(
      _ category: String, _ question: String, by filer: SampleActor, _ ago: Int, to handler: SampleActor? = nil
    )
      -> SampleMatter
    {
      SampleMatter(
        "window-ticket", by: filer, ago, ["category": category, "object": "patent", "question": "（示例）\(question)"],
        to: handler)
    }
    let code = try? SocialCreditCode(firm.code)
    return [
      ticket("consulting", "想了解专利检索如何办理", by: .firm, 40, to: .centre)
        .then("answer", 39, by: .centre, ["answer": "（示例）已电话联系，约定到窗口面谈"])
        .then("to-agency", 38, by: .centre, ["agency": agency.code])
        .then("close", 34, by: .centre, ["outcome": "（示例）已完成检索并说明结果", "record": "示例-签-001"])
        .then("rate", 33, by: .firm, ["rating": "5", "comment": "（示例）答复及时"]),
      ticket("training", "何时有专利撰写培训", by: .member, 30, to: .centre)
        .then("answer", 30, by: .centre, ["answer": "（示例）下月举办，已登记"])
        .then("close", 28, by: .centre, ["outcome": "（示例）已登记报名"]),
      ticket("filing", "商标注册需要哪些材料", by: .centre, 26, to: .centre).through(.phone, for: "示例来电人甲")
        .then("answer", 26, by: .centre, ["answer": "（示例）已告知材料清单"])
        .then("close", 25, by: .centre, ["outcome": "（示例）已寄送清单"]),
      ticket("other", "咨询税收减免", by: .centre, 22, to: .centre).through(.counter, for: "示例来访人乙")
        .then("refer", 22, by: .centre, ["addressee": "（示例）税务服务窗口"], because: "（示例）属税务事项"),
      ticket("consulting", "竞争对手专利布局", by: .centre, 20, to: .centre).through(.counter, for: firm.name, of: code)
        .then("answer", 19, by: .centre, ["answer": "（示例）已说明检索范围"]),
      ticket("filing", "外观专利加快审查", by: .firm, 16, to: .centre)
        .then("answer", 15, by: .centre, ["answer": "（示例）属预审范围"])
        .then("to-city", 14, by: .centre),
      ticket("filing", "专利年费滞纳如何补缴", by: .member, 12, to: .centre)
        .then("ask", 11, by: .centre, because: "（示例）请补充专利号"),
      ticket("consulting", "境外参展侵权风险", by: .member, 24, to: .centre)
        .then("ask", 23, by: .centre, because: "（示例）请补充参展国家和产品")
        .then("end", 10, by: .centre, because: "（示例）多次联系未补充"),
      ticket("other", "版权登记流程", by: .member, 9).then("withdraw", 8, by: .member),
      ticket("consulting", "新产品是否侵权", by: .firm, 6, to: .centre)
        .then("answer", 5, by: .centre, ["answer": "（示例）建议先做检索"])
        .then("to-agency", 4, by: .centre, ["agency": agency.code]),
      ticket("training", "园区企业内训", by: .firm, 3),
      ticket("filing", "软件著作权登记", by: .centre, 2).through(.counter, for: "示例来访人丙"),
      ticket("other", "公共数据开放申请", by: .nobody, 0),
    ]
  }

  private func aid(_ agency: Sample) -> [SampleMatter] {
    func aid(_ subject: String, _ ago: Int) -> SampleMatter {
      SampleMatter(
        "rights-aid", by: .firm, ago,
        [
          "applicant": "small", "difficulty": "（示例）没有专职人员", "object": "mark", "right_number": "示例第 \(ago) 号",
          "subject": "（示例）\(subject)", "facts": "（示例）市场上出现仿冒产品", "evidence_list": "（示例）照片两张",
        ], to: .centre
      ).with(files: ["right", "evidence"])
    }
    return [
      aid("商标被仿冒", 45)
        .then("accept", 43, by: .centre)
        .then("assign", 42, by: .centre, naming: [.expert])
        .then("help", 38, by: .expert, ["help_kind": "advice", "content": "（示例）指导固定证据"])
        .then("close", 35, by: .centre, ["outcome": "（示例）对方已停止", "provider": agency.code, "record": "示例-签-002"])
        .then("follow-up", 20, by: .centre, ["followed": "（示例）未再出现仿冒"]),
      aid("包装被抄袭", 30).then("accept", 28, by: .centre).then("assign", 27, by: .centre, naming: [.expert]),
      aid("域名被抢注", 21)
        .then("refuse", 19, by: .centre, ["where_to": "（示例）域名争议解决机构"], because: "（示例）不属维权援助范围"),
      aid("专利被侵权", 8).then("ask", 7, by: .centre, because: "（示例）权利证明不清晰"),
      aid("店铺名称被冒用", 2),
    ]
  }

  private func mediations(_ other: Sample) -> [SampleMatter] {
    func dispute(_ subject: String, _ ago: Int) -> SampleMatter {
      SampleMatter(
        "mediation", by: .firm, ago,
        [
          "origin": "party", "claimant": "示例申请人", "right_kind": "patent", "dispute_kind": "damages",
          "subject": "（示例）\(subject)", "claims": "（示例）双方对费用有争议", "requests": "（示例）支付合理费用",
          "respondent_code": other.code, "respondent_name": other.name,
        ], to: .centre)
    }
    return [
      dispute("专利许可费", 40)
        .then("ask", 38, by: .centre)
        .then("consent", 35, by: .otherSide)
        .then("appoint", 34, by: .centre, naming: [.expert])
        .then(
          "hold", 28, by: .expert,
          ["held_on": "\(today.adding(days: -28))", "held_as": "together", "minutes": "（示例）双方陈述意见"]),
      dispute("侵权赔偿数额", 26).then("ask", 24, by: .centre).then("decline", 20, by: .otherSide),
      dispute("合作研发成果归属", 12).then("ask", 10, by: .centre),
      dispute("商标转让款", 9).then("request-correction", 8, by: .centre, because: "（示例）请写明金额"),
      dispute("职务发明报酬", 1),
    ]
  }

  private func complaints(_ other: Sample) -> [SampleMatter] {
    func complaint(_ subject: String, _ ago: Int, _ kind: String = "consumer") -> SampleMatter {
      SampleMatter(
        "complaint", by: .member, ago,
        [
          "complaint_kind": kind, "complaint_subject": "（示例）\(subject)", "target": other.name,
          "facts": "（示例）逾期未提交申请", "demand": "（示例）退还费用", "complainant": "示例投诉人", "complainant_phone": "示例号码",
        ], to: .regulator)
    }
    func report(_ subject: String, _ ago: Int) -> SampleMatter {
      SampleMatter(
        "complaint", by: .nobody, ago,
        [
          "complaint_kind": "report", "complaint_subject": "（示例）\(subject)", "target": "示例某商行",
          "facts": "（示例）宣称包授权",
        ], to: .regulator
      ).anonymous
    }
    return [
      complaint("代理费不退", 50)
        .then("accept-to-mediate", 47, by: .regulator, ["respondent_code": other.code])
        .then("respond", 44, by: .otherSide, ["response": "（示例）愿意协商"])
        .then("settle", 40, by: .regulator, ["settlement": "（示例）退还一半费用"])
        .then("close", 39, by: .regulator),
      complaint("服务态度", 25)
        .then(
          "refuse", 23, by: .regulator,
          ["refusal_ground": "no-consumer", "right_address": "（示例）可向行业协会反映"], because: "（示例）未能证明存在争议"),
      complaint("文件遗失", 15, "service").then("accept-to-mediate", 13, by: .regulator, ["respondent_code": other.code]),
      complaint("逾期未交件", 14),
      report("无资质代理", 20)
        .then("accept-to-verify", 18, by: .regulator)
        .then("decide", 10, by: .regulator, ["finding": "unfounded", "file_note": "（示例）现场核查记录"]),
      report("虚假宣传", 6).then("accept-to-verify", 4, by: .regulator),
    ]
  }

  private var volunteers: [SampleMatter] {
    func volunteer(_ number: Int, by filer: SampleActor, _ ago: Int) -> SampleMatter {
      SampleMatter(
        "volunteer", by: filer, ago,
        [
          "name": "示例志愿者\(number)", "phone": "示例号码\(number)", "field": number % 2 == 0 ? "law" : "patents",
          "hours": "4",
        ],
        to: .centre)
    }
    return [
      volunteer(1, by: .expert, 33).then("register", 31, by: .centre, ["number": "示例-ZY-1"]),
      volunteer(2, by: .member, 29).then("register", 27, by: .centre, ["number": "示例-ZY-2"]),
      volunteer(3, by: .member, 24).then("refuse", 22, by: .centre, because: "（示例）资料不实"),
      volunteer(4, by: .expert, 18).then("ask", 17, by: .centre, because: "（示例）请补充专业证明"),
      volunteer(5, by: .member, 11),
      volunteer(6, by: .expert, 1),
    ]
  }

  private func problems(_ visit: (code: String, name: String, day: Day)?) -> [SampleMatter] {
    guard let visit, let code = try? SocialCreditCode(visit.code) else { return [] }
    func problem(_ words: String, _ ago: Int) -> SampleMatter {
      SampleMatter(
        "problem-visit", by: .centre, ago,
        ["visited_on": "\(visit.day)", "problem": "（示例）\(words)", "keeper": "示例责任人"], to: .centre
      ).through(.counter, for: visit.name, of: code)
    }
    return [
      problem("希望对接质押融资", 18).then("begin", 17, by: .centre)
        .then("answer", 12, by: .centre, ["outcome": "（示例）已对接两家银行"]),
      problem("缺少专利管理人员", 16).then("begin", 15, by: .centre),
      problem("希望组织海外布局讲座", 3),
    ]
  }
}
