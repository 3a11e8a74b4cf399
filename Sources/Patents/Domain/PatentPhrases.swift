import Foundation
public import Kernel

/// The words for what the register keeps in the words of its files.
public enum PatentPhrases {
  /// A legal status, such as `授权 | 权利转移`; nil where one of its words is not a usual one.
  public static func status(_ text: String) -> Phrase? {
    let parts = text.split(separator: "|").map { part in
      part.split(separator: "-").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let english = parts.map { part in part.compactMap { statusWords[$0] } }
    guard zip(parts, english).allSatisfy({ $0.count == $1.count }) else { return nil }
    return Phrase(zh: text, en: english.map { $0.joined(separator: " – ") }.joined(separator: " | "))
  }

  /// The status of a mark; nil where it is not a usual one.
  public static func markStatus(_ text: String) -> Phrase? { markStatusWords[text].map { Phrase(zh: text, en: $0) } }

  /// A province as the register writes it, with its English name.
  public static func province(_ name: String) -> Phrase {
    Phrase(zh: name, en: provinces.first { name.hasPrefix($0.zh) }?.en ?? name)
  }

  /// The usual words of Chinese registers and of the exports that repeat them.
  private static let statusWords = [
    "公开": "Published", "公布": "Published", "公告": "Announced", "实质审查": "Under substantive examination",
    "审中": "Pending", "在审": "Pending", "授权": "Granted", "有效": "In force", "有效专利": "In force",
    "失效": "No longer in force", "失效专利": "No longer in force", "权利转移": "Transferred",
    "专利申请权、专利权的转移": "Transferred", "实施许可": "Licensed", "许可": "Licensed", "质押": "Pledged", "撤回": "Withdrawn",
    "视为撤回": "Deemed withdrawn", "主动撤回": "Withdrawn by the applicant", "驳回": "Rejected",
    "未缴年费": "Lapsed for unpaid annual fee", "未缴年费终止失效": "Lapsed for unpaid annual fee", "终止": "Terminated",
    "权利终止": "Terminated", "期限届满": "Expired", "届满": "Expired", "放弃": "Abandoned", "主动放弃": "Abandoned",
    "视为放弃": "Deemed abandoned", "避重放弃": "Abandoned to avoid double patenting", "无效": "Invalidated",
    "全部无效": "Invalidated", "部分无效": "Partly invalidated", "恢复": "Restored", "复审": "Under re-examination",
  ]

  private static let markStatusWords = [
    "注册申请中": "Application pending", "等待实质审查": "Awaiting substantive examination", "初审公告": "Published for opposition",
    "异议中": "Under opposition", "驳回复审中": "Refusal under review", "已驳回": "Refused", "已注册": "Registered",
    "已注销": "Cancelled by its owner", "已撤销": "Revoked", "已无效": "Declared invalid", "已撤回": "Withdrawn", "已失效": "Lapsed",
  ]

  private static let provinces: [Phrase] = [
    Phrase(zh: "北京", en: "Beijing"), Phrase(zh: "天津", en: "Tianjin"), Phrase(zh: "河北", en: "Hebei"),
    Phrase(zh: "山西", en: "Shanxi"), Phrase(zh: "内蒙古", en: "Inner Mongolia"), Phrase(zh: "辽宁", en: "Liaoning"),
    Phrase(zh: "吉林", en: "Jilin"), Phrase(zh: "黑龙江", en: "Heilongjiang"), Phrase(zh: "上海", en: "Shanghai"),
    Phrase(zh: "江苏", en: "Jiangsu"), Phrase(zh: "浙江", en: "Zhejiang"), Phrase(zh: "安徽", en: "Anhui"),
    Phrase(zh: "福建", en: "Fujian"), Phrase(zh: "江西", en: "Jiangxi"), Phrase(zh: "山东", en: "Shandong"),
    Phrase(zh: "河南", en: "Henan"), Phrase(zh: "湖北", en: "Hubei"), Phrase(zh: "湖南", en: "Hunan"),
    Phrase(zh: "广东", en: "Guangdong"), Phrase(zh: "广西", en: "Guangxi"), Phrase(zh: "海南", en: "Hainan"),
    Phrase(zh: "重庆", en: "Chongqing"), Phrase(zh: "四川", en: "Sichuan"), Phrase(zh: "贵州", en: "Guizhou"),
    Phrase(zh: "云南", en: "Yunnan"), Phrase(zh: "西藏", en: "Tibet"), Phrase(zh: "陕西", en: "Shaanxi"),
    Phrase(zh: "甘肃", en: "Gansu"), Phrase(zh: "青海", en: "Qinghai"), Phrase(zh: "宁夏", en: "Ningxia"),
    Phrase(zh: "新疆", en: "Xinjiang"), Phrase(zh: "台湾", en: "Taiwan"), Phrase(zh: "香港", en: "Hong Kong"),
    Phrase(zh: "澳门", en: "Macao"),
  ]
}
