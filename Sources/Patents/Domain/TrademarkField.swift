public import Kernel

/// A field of a trademark as its page lists it.
public enum TrademarkField: String, CaseIterable, Sendable {
  case name, applicationNumber, registrationNumber, office, applicants, agents, classes
  case filingDay, publicationDay, registrationDay, renewalDay, endDay, status, statusDay

  public var phrase: Phrase {
    switch self {
    case .name: Phrase(zh: "商标文字", en: "Words of the mark")
    case .applicationNumber: Phrase(zh: "申请号", en: "Application number")
    case .registrationNumber: Phrase(zh: "注册号", en: "Registration number")
    case .office: Phrase(zh: "受理局", en: "Office")
    case .applicants: Phrase(zh: "申请人（注册人）", en: "Applicants")
    case .agents: Phrase(zh: "代理机构", en: "Agents")
    case .classes: Phrase(zh: "国际分类（尼斯）", en: "Nice classes")
    case .filingDay: Phrase(zh: "申请日", en: "Filing date")
    case .publicationDay: Phrase(zh: "公告日", en: "Publication date")
    case .registrationDay: Phrase(zh: "注册日", en: "Registration date")
    case .renewalDay: Phrase(zh: "续展日", en: "Renewal date")
    case .endDay: Phrase(zh: "专用期届满日", en: "Expiry date")
    case .status: Phrase(zh: "状态", en: "Status")
    case .statusDay: Phrase(zh: "状态日期", en: "Date of the status")
    }
  }

  /// What a record says of it; empty where it says nothing.
  public func texts(in mark: TrademarkRecord) -> [String] {
    switch self {
    case .name: [mark.name].compactMap(\.self)
    case .applicationNumber: [mark.applicationNumber].compactMap(\.self)
    case .registrationNumber: [mark.registrationNumber].compactMap(\.self)
    case .office: [mark.office]
    case .applicants: mark.applicants
    case .agents: mark.agents
    case .classes: mark.goods.map { "\($0.niceClass)" }
    case .filingDay: Self.day(mark.filingDay)
    case .publicationDay: Self.day(mark.publicationDay)
    case .registrationDay: Self.day(mark.registrationDay)
    case .renewalDay: Self.day(mark.renewalDay)
    case .endDay: Self.day(mark.endDay)
    case .status: [mark.status].compactMap(\.self)
    // It belongs to the status beside it.
    case .statusDay: mark.status == nil ? [] : Self.day(mark.statusDay)
    }
  }

  private static func day(_ day: Day?) -> [String] { day.map { [$0.description] } ?? [] }
}

extension TrademarkRecord {
  /// By which people and addresses know a mark: the same in every register that has it.
  ///
  /// FNV-1a over the identity, 63 bits: it stands in links, so the same in every release.
  public static func id(of identity: String) -> ID<TrademarkRecord> {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in identity.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return ID(Int64(hash >> 1))
  }
}
