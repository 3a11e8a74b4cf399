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

  /// In their order.
  public static func entries(of scheme: ClusterScheme) -> [ClusterEntry] {
    switch scheme {
    case .jiangning: jiangning
    case .nanjing: nanjing
    }
  }

  private static let jiangning: [ClusterEntry] = {
    let five = Phrase(zh: "前五（待确认）", en: "First five (to be confirmed)")
    let open = Phrase(zh: "归类未知", en: "Group not known")
    return [
      ClusterEntry("smart-grid", Phrase(zh: "智能电网", en: "Smart grid"), in: five),
      ClusterEntry("new-it", Phrase(zh: "新一代信息技术", en: "New-generation information technology"), in: five),
      ClusterEntry("green-cars", Phrase(zh: "绿色智能汽车", en: "Green and intelligent cars"), in: five),
      ClusterEntry("smart-equipment", Phrase(zh: "高端智能装备", en: "High-end intelligent equipment"), in: five),
      ClusterEntry("bio-medicine", Phrase(zh: "生物医药", en: "Bio-medicine"), in: five),
      ClusterEntry("future-networks", Phrase(zh: "未来网络", en: "Future networks"), in: open),
      ClusterEntry("aviation", Phrase(zh: "航空", en: "Aviation"), in: open),
      ClusterEntry("new-energy-cars", Phrase(zh: "新能源汽车", en: "New-energy vehicles"), in: open),
      ClusterEntry("ai", Phrase(zh: "人工智能", en: "Artificial intelligence"), in: open),
    ]
  }()

  private static let nanjing: [ClusterEntry] = {
    let pillar = Phrase(zh: "支柱产业（4）", en: "Pillars (4)")
    let leading = Phrase(zh: "优势产业（2）", en: "Leading industries (2)")
    let emerging = Phrase(zh: "重点产业（6）", en: "Key industries (6)")
    let future = Phrase(zh: "未来产业（6）", en: "Future industries (6)")
    return [
      ClusterEntry("electronics", Phrase(zh: "电子信息", en: "Electronics"), in: pillar),
      ClusterEntry("cars", Phrase(zh: "汽车", en: "Cars"), in: pillar),
      ClusterEntry("steel", Phrase(zh: "钢铁", en: "Steel"), in: pillar),
      ClusterEntry("petrochemicals", Phrase(zh: "石化", en: "Petrochemicals"), in: pillar),
      ClusterEntry("software", Phrase(zh: "软件和信息服务", en: "Software and information services"), in: leading),
      ClusterEntry("smart-grid", Phrase(zh: "新型电力（智能电网）", en: "New power systems (smart grid)"), in: leading),
      ClusterEntry("new-energy-cars", Phrase(zh: "新能源汽车", en: "New-energy vehicles"), in: emerging),
      ClusterEntry("smart-equipment", Phrase(zh: "智能制造装备", en: "Intelligent manufacturing equipment"), in: emerging),
      ClusterEntry("chips", Phrase(zh: "集成电路", en: "Integrated circuits"), in: emerging),
      ClusterEntry("bio-medicine", Phrase(zh: "生物医药", en: "Bio-medicine"), in: emerging),
      ClusterEntry("new-materials", Phrase(zh: "新型材料", en: "New materials"), in: emerging),
      ClusterEntry("aerospace", Phrase(zh: "航空航天", en: "Aerospace"), in: emerging),
      ClusterEntry("ai", Phrase(zh: "新一代人工智能", en: "New-generation artificial intelligence"), in: future),
      ClusterEntry("wide-gap-chips", Phrase(zh: "第三代半导体", en: "Third-generation semiconductors"), in: future),
      ClusterEntry("genes-cells", Phrase(zh: "基因与细胞", en: "Genes and cells"), in: future),
      ClusterEntry("metaverse", Phrase(zh: "元宇宙", en: "Metaverse"), in: future),
      ClusterEntry(
        "future-networks", Phrase(zh: "未来网络与先进通信", en: "Future networks and advanced communication"), in: future),
      ClusterEntry("storage-hydrogen", Phrase(zh: "储能与氢能", en: "Energy storage and hydrogen"), in: future),
    ]
  }()
}
