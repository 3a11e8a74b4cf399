import Foundation
public import Kernel
public import Landscape

/// The five kinds of patent navigation of GB/T 39551.
public enum NavigationKind: String, CaseIterable, Sendable {
  case regional, industrial, enterprise, research, talent

  public var phrase: Phrase {
    switch self {
    case .regional: Phrase(zh: "区域规划类", en: "Regional planning")
    case .industrial: Phrase(zh: "产业规划类", en: "Industrial planning")
    case .enterprise: Phrase(zh: "企业经营类", en: "Business of a firm")
    case .research: Phrase(zh: "研发活动类", en: "Research and development")
    case .talent: Phrase(zh: "人才管理类", en: "Talent")
    }
  }

  /// The question that a project of the kind answers.
  public var question: Phrase {
    switch self {
    case .regional:
      Phrase(zh: "区域的专利与科技、企业、产业是否匹配", en: "Does the region’s patenting fit its science, firms and industry?")
    case .industrial:
      Phrase(zh: "产业往哪里走，本地在哪里，怎样到达", en: "Where is the industry going, where are we, how do we get there?")
    case .enterprise:
      Phrase(zh: "投资、产品、上市、标准、并购或诉讼的决策", en: "Investment, product, listing, standard, merger or lawsuit")
    case .research: Phrase(zh: "课题是否新、可否自由实施、值不值得", en: "Is the topic new, is it free, is it worth it?")
    case .talent: Phrase(zh: "引进谁，候选人的专利是否属实", en: "Whom to hire, and are a candidate’s patents genuine?")
    }
  }

  /// Whether the plan of chapters was taken from the standard's own text; otherwise it is recalled and says so.
  ///
  /// Of GB/T 39551 the parts 3 (产业规划) and 4 (企业经营) were seen; 2, 5 and 6 were not.
  public var isChapterPlanRead: Bool { self == .industrial || self == .enterprise }

  /// The chapters of the report, in their order.
  public var sections: [NavigationSection] {
    switch self {
    case .regional: regional
    case .industrial: industrial
    case .enterprise: enterprise
    case .research: research
    case .talent: talent
    }
  }

  public func section(_ key: String) -> NavigationSection? { sections.first { $0.key == key } }

  private var regional: [NavigationSection] {
    [
      NavigationSection("overview", Phrase(zh: "区域概况与数据", en: "The region and the data"), [.filings, .publications]),
      NavigationSection("resources", Phrase(zh: "经济与创新资源", en: "Economy and resources of innovation"), [.applicants]),
      NavigationSection(
        "quality", Phrase(zh: "创新质量与匹配度", en: "Quality, and fit with science, firms and industry"),
        [.kinds, .statuses, .classes, .classYears]),
      NavigationSection(
        "potential", Phrase(zh: "创新潜力与对标", en: "Potential and peers"), [.growth, .cities, .districts, .concentration]),
      NavigationSection("path", Phrase(zh: "发展路径与措施", en: "Path and measures"), []),
    ]
  }

  private var industrial: [NavigationSection] {
    [
      NavigationSection(
        "technology", Phrase(zh: "产业与技术分解", en: "The industry and its technology table"), [.classes], branches: true),
      NavigationSection(
        "direction", Phrase(zh: "产业发展方向", en: "Where the industry is going"),
        [.filings, .lifeCycle, .growth, .classYears]),
      NavigationSection(
        "position", Phrase(zh: "区域产业定位", en: "Where the region stands"),
        [.provinces, .cities, .applicants, .concentration, .inventors]),
      NavigationSection("path", Phrase(zh: "产业发展路径", en: "The path of the industry"), [.whiteSpace, .coApplicants]),
      NavigationSection("advice", Phrase(zh: "对策建议与对象", en: "Advice with named targets"), []),
    ]
  }

  private var enterprise: [NavigationSection] {
    [
      NavigationSection("need", Phrase(zh: "企业与需求", en: "The firm and its need"), [.filings]),
      NavigationSection(
        "competitors", Phrase(zh: "竞争对手", en: "Competitors"), [.applicants, .concentration, .coApplicants]),
      NavigationSection(
        "risk", Phrase(zh: "产品技术专利与风险", en: "Patents of products and techniques, and risk"),
        [.statuses, .classes, .citations], branches: true),
      NavigationSection(
        "portfolio", Phrase(zh: "自有专利的强项与空缺", en: "Strengths and gaps of the own portfolio"), [.whiteSpace, .growth]),
      NavigationSection("plan", Phrase(zh: "专利运营方案", en: "What to file, buy, license and enforce"), []),
    ]
  }

  private var research: [NavigationSection] {
    [
      NavigationSection("topic", Phrase(zh: "课题", en: "The topic"), [], branches: true),
      NavigationSection(
        "state", Phrase(zh: "现有技术状况", en: "State of the art"), [.filings, .lifeCycle, .classes, .applicants]),
      NavigationSection("spots", Phrase(zh: "热点与空白点", en: "Hot and empty spots"), [.growth, .whiteSpace, .classPairs]),
      NavigationSection("risk", Phrase(zh: "风险", en: "Risk"), [.statuses, .citations]),
      NavigationSection("route", Phrase(zh: "研发路线与专利布局", en: "Route and filing plan"), []),
    ]
  }

  private var talent: [NavigationSection] {
    [
      NavigationSection("post", Phrase(zh: "岗位需求", en: "The post"), []),
      NavigationSection(
        "map", Phrase(zh: "人才分布", en: "Map of talent"), [.inventors, .coInventors, .applicants], branches: true),
      NavigationSection("patents", Phrase(zh: "候选人专利", en: "Patents of candidates"), [.filings, .kinds, .statuses]),
      NavigationSection("risk", Phrase(zh: "竞业与职务发明风险", en: "Non-compete and job inventions"), []),
      NavigationSection("ranking", Phrase(zh: "排序建议", en: "Ranking"), []),
    ]
  }
}

/// A chapter of a report: the analyst's words beside the figures that belong there.
public struct NavigationSection: Equatable, Sendable {
  /// Stable; what the text is kept under.
  public let key: String
  public let phrase: Phrase
  public let analyses: [AnalysisKind]
  /// Whether the technology table stands in it with the documents of each branch.
  public let hasBranches: Bool

  init(_ key: String, _ phrase: Phrase, _ analyses: [AnalysisKind], branches: Bool = false) {
    self.key = key
    self.phrase = phrase
    self.analyses = analyses
    hasBranches = branches
  }

  /// Characters of one chapter.
  public static let longest = 20_000
}

/// What the analyst wrote in a chapter.
public struct SectionText: Equatable, Sendable {
  public let key: String
  public let text: String
  public let by: String

  public init(key: String, text: String, by: String) {
    self.key = key
    self.text = text
    self.by = by
  }

  public var paragraphs: [String] {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
