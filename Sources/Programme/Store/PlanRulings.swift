import Figures
import Kernel

extension Ruling {
  static let scope = Ruling(
    "AMB-03",
    question: Phrase(
      zh: "试验区是全区，还是只算一中心两基地？", en: "Is the zone the whole district, or only the centre and the two bases?"),
    options: [
      RulingOption("district", Phrase(zh: "全区（与 2023 年报道口径一致）", en: "The whole district, as the press of 2023 has it")),
      RulingOption("sites", Phrase(zh: "仅一中心两基地", en: "The centre and the two bases only")),
    ], default: "district")

  static let activity = Ruling(
    "AMB-04",
    question: Phrase(
      zh: "机构须近 12 个月有服务记录才计入吗？", en: "Must an institution have a service on record within twelve months?"),
    options: [
      RulingOption("registered", Phrase(zh: "在册即计（入驻当日计入）", en: "Being on the register is enough, from the first day")),
      RulingOption("served", Phrase(zh: "须近 12 个月有服务记录", en: "A service within twelve months is needed")),
    ], default: "registered")

  static let aboveScale = Ruling(
    "AMB-05", question: Phrase(zh: "规模以上以收入门槛还是统计名录为准？", en: "Above scale by revenue, or by the statistics list?"),
    options: [
      RulingOption("threshold", Phrase(zh: "年营业收入达到行业门槛", en: "Yearly revenue at the industry's threshold")),
      RulingOption("listed", Phrase(zh: "已纳入国家统计局名录", en: "On the list of the statistics bureau")),
    ], default: "threshold")

  static let staff = Ruling(
    "AMB-06", question: Phrase(zh: "从业人员含劳务派遣吗？", en: "Do dispatched staff count as employees?"),
    options: [
      RulingOption(
        "own", Phrase(zh: "本单位全职与兼职，派遣与实习另列", en: "The institution's own; dispatched staff and interns are apart")),
      RulingOption("all", Phrase(zh: "含派遣，不含实习", en: "Dispatched staff too, but no interns")),
    ], default: "own")

  static let revenue = Ruling(
    "AMB-07", question: Phrase(zh: "营业收入是知识产权服务收入还是全部收入？", en: "Is revenue that of IP services, or all of it?"),
    options: [
      RulingOption("ip", Phrase(zh: "知识产权服务收入，不含增值税", en: "IP-service revenue, net of VAT")),
      RulingOption("total", Phrase(zh: "全部营业收入", en: "All operating revenue")),
    ], default: "ip")

  static let withdrawalBase = Ruling(
    "AMB-10", question: Phrase(zh: "申诉成立的申请从分母中扣除吗？", en: "Are upheld appeals taken out of what is divided by?"),
    options: [
      RulingOption("listed", Phrase(zh: "不扣除：撤回÷通报", en: "No: withdrawn ÷ listed")),
      RulingOption("net", Phrase(zh: "扣除：撤回÷（通报−申诉成立）", en: "Yes: withdrawn ÷ (listed − upheld)")),
    ], default: "listed")
}
