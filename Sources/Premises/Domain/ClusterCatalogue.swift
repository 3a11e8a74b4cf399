public import Kernel

/// The lists that a zone starts with: names that public sources gave, all provisional until the centre confirms them.
///
/// The official list of Jiangning's 5+4+5 was not found, so it is shorter than it should be, and the pages say so.
public enum ClusterCatalogue {
  /// The plan of the zone is of this day; both lists are read as of it.
  public static let from = Day(number: 19_797)

  public static func source(of scheme: ClusterScheme) -> Phrase {
    switch scheme {
    case .jiangning:
      Phrase(
        zh: "“5+4+5”的名称见方案第四部分；官方成员名单尚未查到，以下为公开报道中出现过的名称，归类待确认",
        en: "The plan, chapter four, names the “5+4+5”; its official members were not found. "
          + "These names occur in public reports; which group each belongs to is to be confirmed")
    case .nanjing:
      Phrase(
        zh: "四大支柱见2023年市政府工作报告；2+6+6见产业强市行动计划（2023—2025年）；四大支柱即“4266”之“4”待确认",
        en: "Four pillars: work report of the city, 2023. 2+6+6: action plan 2023–2025. "
          + "That these pillars are the first four of “4266” is to be confirmed")
    }
  }

  /// Code, name and group of each, in their order.
  public static func entries(of scheme: ClusterScheme) -> [(code: String, name: Phrase, group: Phrase)] {
    switch scheme {
    case .jiangning: jiangning
    case .nanjing: nanjing
    }
  }

  private static let jiangning: [(code: String, name: Phrase, group: Phrase)] = {
    let five = Phrase(zh: "前五（待确认）", en: "First five (to be confirmed)")
    let open = Phrase(zh: "归类未知", en: "Group not known")
    return [
      ("smart-grid", Phrase(zh: "智能电网", en: "Smart grid"), five),
      ("new-it", Phrase(zh: "新一代信息技术", en: "New-generation information technology"), five),
      ("green-cars", Phrase(zh: "绿色智能汽车", en: "Green and intelligent cars"), five),
      ("smart-equipment", Phrase(zh: "高端智能装备", en: "High-end intelligent equipment"), five),
      ("bio-medicine", Phrase(zh: "生物医药", en: "Bio-medicine"), five),
      ("future-networks", Phrase(zh: "未来网络", en: "Future networks"), open),
      ("aviation", Phrase(zh: "航空", en: "Aviation"), open),
      ("new-energy-cars", Phrase(zh: "新能源汽车", en: "New-energy vehicles"), open),
      ("ai", Phrase(zh: "人工智能", en: "Artificial intelligence"), open),
    ]
  }()

  private static let nanjing: [(code: String, name: Phrase, group: Phrase)] = {
    let pillar = Phrase(zh: "支柱产业（4）", en: "Pillars (4)")
    let leading = Phrase(zh: "优势产业（2）", en: "Leading industries (2)")
    let emerging = Phrase(zh: "重点产业（6）", en: "Key industries (6)")
    let future = Phrase(zh: "未来产业（6）", en: "Future industries (6)")
    return [
      ("electronics", Phrase(zh: "电子信息", en: "Electronics"), pillar),
      ("cars", Phrase(zh: "汽车", en: "Cars"), pillar),
      ("steel", Phrase(zh: "钢铁", en: "Steel"), pillar),
      ("petrochemicals", Phrase(zh: "石化", en: "Petrochemicals"), pillar),
      ("software", Phrase(zh: "软件和信息服务", en: "Software and information services"), leading),
      ("smart-grid", Phrase(zh: "新型电力（智能电网）", en: "New power systems (smart grid)"), leading),
      ("new-energy-cars", Phrase(zh: "新能源汽车", en: "New-energy vehicles"), emerging),
      ("smart-equipment", Phrase(zh: "智能制造装备", en: "Intelligent manufacturing equipment"), emerging),
      ("chips", Phrase(zh: "集成电路", en: "Integrated circuits"), emerging),
      ("bio-medicine", Phrase(zh: "生物医药", en: "Bio-medicine"), emerging),
      ("new-materials", Phrase(zh: "新型材料", en: "New materials"), emerging),
      ("aerospace", Phrase(zh: "航空航天", en: "Aerospace"), emerging),
      ("ai", Phrase(zh: "新一代人工智能", en: "New-generation artificial intelligence"), future),
      ("wide-gap-chips", Phrase(zh: "第三代半导体", en: "Third-generation semiconductors"), future),
      ("genes-cells", Phrase(zh: "基因与细胞", en: "Genes and cells"), future),
      ("metaverse", Phrase(zh: "元宇宙", en: "Metaverse"), future),
      ("future-networks", Phrase(zh: "未来网络与先进通信", en: "Future networks and advanced communication"), future),
      ("storage-hydrogen", Phrase(zh: "储能与氢能", en: "Energy storage and hydrogen"), future),
    ]
  }()
}
