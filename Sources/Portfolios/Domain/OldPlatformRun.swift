public import Foundation
public import Kernel

/// A file of an old platform that was taken over (旧平台数据迁移).
public struct OldPlatformRun: Equatable, Sendable {
  public let id: ID<OldPlatformRun>
  public let portfolio: ID<Portfolio>
  public let fileName: String
  /// Hexadecimal SHA-256 of the file.
  public let fileHash: String
  public let takenAt: Date
  public let takenBy: String
  public let counts: OldPlatformCounts

  public init(
    id: ID<OldPlatformRun>, portfolio: ID<Portfolio>, fileName: String, fileHash: String, takenAt: Date,
    takenBy: String, counts: OldPlatformCounts
  ) {
    self.id = id
    self.portfolio = portfolio
    self.fileName = fileName
    self.fileHash = fileHash
    self.takenAt = takenAt
    self.takenBy = takenBy
    self.counts = counts
  }
}

/// What became of the rows of a file.
public struct OldPlatformCounts: Equatable, Sendable {
  public var byEffect: [OldPlatformEffect: Int]

  public init(_ byEffect: [OldPlatformEffect: Int] = [:]) { self.byEffect = byEffect }

  public subscript(effect: OldPlatformEffect) -> Int { byEffect[effect] ?? 0 }

  /// Every row of the file.
  public var rows: Int { byEffect.values.reduce(0, +) }
  /// Patents of the file, those once that stand in it several times.
  public var patents: Int { rows - self[.repeated] }
  /// Those of them that are in the portfolio now.
  public var kept: Int { self[.added] + self[.updated] + self[.unchanged] }

  /// Whether what went in is what came out and what was rejected.
  public var addsUp: Bool { patents == kept + self[.rejected] }
}

public enum OldPlatformEffect: String, CaseIterable, Sendable {
  case added, updated, unchanged
  /// Another row of a patent that stands further up in the file.
  case repeated
  case rejected

  public var phrase: Phrase {
    switch self {
    case .added: Phrase(zh: "新增", en: "Added")
    case .updated: Phrase(zh: "补充更新", en: "Updated")
    case .unchanged: Phrase(zh: "无变化", en: "Unchanged")
    case .repeated: Phrase(zh: "重复行，已并入", en: "Repeated, merged")
    case .rejected: Phrase(zh: "退回", en: "Rejected")
    }
  }
}

/// What became of one row.
public struct OldPlatformRow: Equatable, Sendable {
  /// 1 is the first row of data, over all sheets of a workbook.
  public let place: Int
  /// Of the file or the sheet, as a person finds it.
  public let line: Int
  /// As the file has it.
  public let number: String
  public let title: String
  public let effect: OldPlatformEffect
  /// Why it was rejected, or what it was merged with.
  public let code: String?
  public let words: Phrase?
  public let holding: ID<Holding>?

  public init(
    place: Int, line: Int, number: String, title: String, effect: OldPlatformEffect, code: String? = nil,
    words: Phrase? = nil, holding: ID<Holding>? = nil
  ) {
    self.place = place
    self.line = line
    self.number = number
    self.title = title
    self.effect = effect
    self.code = code
    self.words = words
    self.holding = holding
  }
}

/// Why a row of an old platform cannot be taken over.
public enum OldPlatformFault: String, CaseIterable, Sendable {
  case noNumber = "no-number"
  case ruined
  case wrongCheck = "wrong-check"
  case foreign
  case noFilingDay = "no-filing-day"
  case otherFilingDay = "other-filing-day"
  case noTitle = "no-title"
  case unreadable
  case notPatent = "not-a-patent"
  case grantedBeforeFiled = "granted-before-filed"

  public var code: String { "portfolios.row.\(rawValue)" }

  public var phrase: Phrase {
    switch self {
    case .noNumber:
      Phrase(zh: "没有中国申请号或专利号；请补上后重新导入", en: "It has no Chinese application number; add it and import again")
    case .ruined:
      Phrase(
        zh: "号码位数不对，或已被电子表格改成数字、丢了末位；请从旧平台以文本格式重新导出",
        en: "The number lacks digits, or a spreadsheet has turned it into a figure; export it again as text")
    case .wrongCheck:
      Phrase(zh: "号码的校验位不符，至少有一位写错；请核对证书", en: "Its check symbol is wrong, so a digit is; compare the certificate")
    case .foreign: Phrase(zh: "不是中国专利；本组合只收中国专利", en: "It is no Chinese patent, and only those are kept here")
    case .noFilingDay:
      Phrase(
        zh: "没有申请日，登记库中也查不到；年费从申请日起算，请补上",
        en: "Neither the file nor the register has its filing date, from which annuities count; add it")
    case .otherFilingDay:
      Phrase(zh: "申请日与专利登记库不一致；请核对后更正", en: "Its filing date is another than the register’s; compare and correct it")
    case .noTitle: Phrase(zh: "没有名称，登记库中也查不到；请补上", en: "Neither the file nor the register has its title; add it")
    case .unreadable: Phrase(zh: "这一行无法读取；请核对后重新导入", en: "The row cannot be read; correct it and import again")
    case .notPatent: Phrase(zh: "这一行不是专利", en: "The row is no patent")
    case .grantedBeforeFiled:
      Phrase(zh: "授权日早于申请日；请核对", en: "It is granted before it was filed; compare the certificate")
    }
  }
}
