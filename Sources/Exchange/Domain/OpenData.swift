public import Kernel

/// What the zone gives out.
public enum OpenData: String, CaseIterable, Sendable {
  case institutions, figures, indicators

  public var title: Phrase {
    switch self {
    case .institutions: Phrase(zh: "服务机构名录", en: "Directory of service institutions")
    case .figures: Phrase(zh: "已公布指标", en: "Published figures")
    case .indicators: Phrase(zh: "指标目录", en: "Definitions of the figures")
    }
  }

  public var description: Phrase {
    switch self {
    case .institutions:
      Phrase(
        zh: "当前在册的知识产权服务机构及其公开信息。机构移出名录后即刻从本数据集消失，其固定网址仍可查看历史。",
        en:
          "The institutions that are listed today with what is public of them. One that is delisted leaves this dataset at once; its permanent page keeps the history."
      )
    case .figures:
      Phrase(
        zh: "已定稿并公布的指标值，附截止日、计入条数、口径和清单的 SHA-256，可据以复核。",
        en:
          "Figures that were frozen and published, with cut-off, number of records and the SHA-256 of definition and list, so that each can be checked."
      )
    case .indicators:
      Phrase(
        zh: "全部指标的编号、名称、单位、出处、计数规则和最低佐证等级。",
        en: "Code, name, unit, clause, counting rule and least evidence of every figure.")
    }
  }

  /// How often it changes.
  public var frequency: Phrase {
    switch self {
    case .institutions: Phrase(zh: "随记录即时更新", en: "With every change of a record")
    case .figures: Phrase(zh: "每次公布时更新", en: "With every publication")
    case .indicators: Phrase(zh: "随口径修订更新", en: "With every revision of a definition")
    }
  }

  public var keywords: [Phrase] {
    switch self {
    case .institutions:
      [Phrase(zh: "知识产权服务机构", en: "IP service institutions"), Phrase(zh: "名录", en: "directory")]
    case .figures: [Phrase(zh: "指标", en: "figures"), Phrase(zh: "知识产权服务业", en: "IP services")]
    case .indicators: [Phrase(zh: "指标定义", en: "definitions"), Phrase(zh: "统计口径", en: "counting rules")]
    }
  }
}
