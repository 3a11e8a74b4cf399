public import Kernel

/// How far a project has come.
public enum NavigationStage: String, CaseIterable, Sendable {
  /// Scope, technology table and cut-off date are being settled.
  case scoping
  /// A dataset is frozen: it is cleaned, drawn and written about.
  case analysing
  case reviewing
  /// An expert accepts the draft.
  case accepted
  case released
  case declined

  public var phrase: Phrase {
    switch self {
    case .scoping: Phrase(zh: "确定范围", en: "Scope")
    case .analysing: Phrase(zh: "清洗与撰写", en: "Cleaning and writing")
    case .reviewing: Phrase(zh: "专家评审", en: "Expert review")
    case .accepted: Phrase(zh: "评审通过", en: "Accepted")
    case .released: Phrase(zh: "已发布", en: "Released")
    case .declined: Phrase(zh: "已终止", en: "Given up")
    }
  }

  public func after(_ step: NavigationStep) -> NavigationStage? {
    switch step {
    case .freeze: [.scoping, .analysing].contains(self) ? .analysing : nil
    case .submit: self == .analysing ? .reviewing : nil
    case .accept: self == .reviewing ? .accepted : nil
    case .sendBack: self == .reviewing ? .analysing : nil
    case .reopen: self == .accepted ? .analysing : nil
    case .release: self == .accepted ? .released : nil
    case .decline: isOpen ? .declined : nil
    }
  }

  public var isOpen: Bool { self != .released && self != .declined }
  /// Whether scope and technology table may still be changed.
  public var mayScope: Bool { self == .scoping || self == .analysing }
}

public enum NavigationStep: String, CaseIterable, Sendable {
  case freeze, submit, accept
  case sendBack = "send-back"
  case reopen, release, decline

  public var phrase: Phrase {
    switch self {
    case .freeze: Phrase(zh: "冻结数据集", en: "Freeze a dataset")
    case .submit: Phrase(zh: "送专家评审", en: "Send to review")
    case .accept: Phrase(zh: "评审通过", en: "Accept")
    case .sendBack: Phrase(zh: "评审退回", en: "Send back")
    case .reopen: Phrase(zh: "重新修改", en: "Open again")
    case .release: Phrase(zh: "发布报告", en: "Release")
    case .decline: Phrase(zh: "终止项目", en: "Give up")
    }
  }
}

/// What stands in the way of a release.
public enum ReleaseGap: Equatable, Sendable {
  case noDataset
  case noCleaningLog
  case noCutoff
  /// Scope or technology table are not what the dataset was frozen with.
  case staleDataset
  case unwritten([NavigationSection])
  case noReview
  /// What was accepted is not what would be released.
  case changedSinceReview

  public var phrase: Phrase {
    switch self {
    case .noDataset: Phrase(zh: "没有冻结的数据集", en: "no dataset is frozen")
    case .noCleaningLog: Phrase(zh: "没有清洗记录", en: "there is no cleaning log")
    case .noCutoff: Phrase(zh: "没有检索截止日", en: "there is no cut-off date")
    case .staleDataset:
      Phrase(zh: "范围或技术分解表在冻结后有改动，须重新冻结", en: "scope or technology table changed since the dataset was frozen")
    case .unwritten(let sections):
      Phrase(
        zh: "这些章节没有文字：\(sections.map(\.phrase.zh).joined(separator: "、"))",
        en: "sections without text: \(sections.map(\.phrase.en).joined(separator: ", "))")
    case .noReview: Phrase(zh: "没有通过专家评审", en: "no expert has accepted it")
    case .changedSinceReview: Phrase(zh: "评审通过后内容有改动", en: "it changed after it was accepted")
    }
  }
}
