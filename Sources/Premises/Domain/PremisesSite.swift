public import Kernel

/// One of the three places of 一中心、两基地.
///
/// Source: 宁政办发〔2024〕11号，四：空间布局.
public struct PremisesSite: Equatable, Sendable {
  public let id: ID<PremisesSite>
  /// Stable for other tables and programs, such as `centre`.
  public let code: SiteCode
  /// The stage of institution that the site is for at present; its history is in the journal.
  public var stage: TenantStage
  /// Where the site lies on the schematic, 1000 × 600 units; neither to scale nor to the compass.
  public let outline: Outline
  public let revision: Int64

  public init(
    id: ID<PremisesSite>, code: SiteCode, stage: TenantStage, outline: Outline, revision: Int64 = 0
  ) {
    self.id = id
    self.code = code
    self.stage = stage
    self.outline = outline
    self.revision = revision
  }
}

/// The sites that the plan names; the raw value stands in `occupancies.site`.
public enum SiteCode: String, CaseIterable, Sendable {
  /// 一中心.
  case centre
  /// 高新园基地.
  case gaoxin
  /// 生命科技小镇基地.
  case lifeTown = "life-town"

  /// What the plan calls the site.
  public var name: Phrase {
    switch self {
    case .centre: Phrase(zh: "试验区运营管理中心（一中心）", en: "Operation centre of the zone (the one centre)")
    case .gaoxin: Phrase(zh: "高新园基地", en: "Hi-tech Park base")
    case .lifeTown: Phrase(zh: "生命科技小镇基地", en: "Life Science Town base")
    }
  }

  /// For drawings, where there is little room.
  public var shortName: Phrase {
    switch self {
    case .centre: Phrase(zh: "一中心", en: "The centre")
    case .gaoxin: Phrase(zh: "高新园基地", en: "Hi-tech Park base")
    case .lifeTown: Phrase(zh: "生命科技小镇基地", en: "Life Science Town base")
    }
  }

  /// The part of the town that the plan names.
  public var area: Phrase {
    switch self {
    case .centre: Phrase(zh: "江宁开发区未来科技城片区", en: "Future Sci-tech City, Jiangning Development Zone")
    case .gaoxin: Phrase(zh: "江宁开发区高新园片区", en: "Hi-tech Park, Jiangning Development Zone")
    case .lifeTown: Phrase(zh: "江宁高新区生命科技小镇", en: "Life Science Town, Jiangning Hi-tech Zone")
    }
  }

  /// The stage that the plan's order of words gives the site: 成熟期、成长期、初创期 for 一中心、两基地.
  public var plannedStage: TenantStage {
    switch self {
    case .centre: .mature
    case .gaoxin: .growing
    case .lifeTown: .starting
    }
  }
}

/// How far an institution has come; each stage has the site's function of 孵化器、推进器、加速器.
public enum TenantStage: String, CaseIterable, Sendable {
  case starting, growing, mature

  public var phrase: Phrase {
    switch self {
    case .starting: Phrase(zh: "初创期", en: "Starting")
    case .growing: Phrase(zh: "成长期", en: "Growing")
    case .mature: Phrase(zh: "成熟期", en: "Mature")
    }
  }

  /// What a site for this stage is.
  public var function: Phrase {
    switch self {
    case .starting: Phrase(zh: "孵化器", en: "incubator")
    case .growing: Phrase(zh: "推进器", en: "booster")
    case .mature: Phrase(zh: "加速器", en: "accelerator")
    }
  }
}
