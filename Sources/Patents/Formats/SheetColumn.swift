/// What a column of a vendor's table means.
enum SheetColumn: Hashable, CaseIterable {
  case title, abstract, firstClaim, publication, application, kind, legalStatus, office
  case applicants, originalApplicants, inventors, agents, agency
  case classes, mainClass, locarno
  case filingDay, publicationDay, grantDay, priorityDay, address, province

  /// The meaning of a header; round brackets of either width, and the marks of a vendor, do not count.
  init?(header: String) {
    guard let found = Self.meanings[Self.folded(header)] else { return nil }
    self = found
  }

  /// A header as it is compared: no spaces, half-width brackets.
  static func folded(_ header: String) -> String {
    var folded = ""
    for character in header where !character.isWhitespace {
      switch character {
      case "（": folded.append("(")
      case "）": folded.append(")")
      default: folded.append(character)
      }
    }
    return folded
  }

  private static let meanings: [String: SheetColumn] = [
    "标题": .title, "名称": .title, "专利名称": .title, "标题(译)(简体中文)": .title,
    "摘要": .abstract, "摘要(译)(简体中文)": .abstract,
    "主权项": .firstClaim, "首项权利要求": .firstClaim, "首权": .firstClaim,
    "公开(公告)号": .publication, "公开号": .publication, "公告号": .publication,
    "申请号": .application,
    "专利类型": .kind,
    "法律状态/事件": .legalStatus, "法律状态": .legalStatus, "当前法律状态": .legalStatus,
    "受理局": .office,
    "申请(专利权)人": .applicants, "申请人": .applicants, "[标]当前申请(专利权)人": .applicants,
    "[标]原始申请(专利权)人": .originalApplicants,
    "发明(设计)人": .inventors, "发明人": .inventors,
    "代理人": .agents, "专利代理机构": .agency, "代理机构": .agency, "[标]代理机构": .agency,
    "分类号": .classes, "IPC分类号": .classes, "IPC": .classes,
    "主分类号": .mainClass, "IPC主分类号": .mainClass, "主IPC分类号-小组": .mainClass,
    "洛迦诺分类号": .locarno,
    "申请日": .filingDay, "公开(公告)日": .publicationDay, "授权日": .grantDay, "授权公告日": .grantDay,
    "优先权日": .priorityDay, "最早优先权日": .priorityDay,
    "地址": .address, "申请人地址": .address, "当前申请(专利权)人州/省": .province,
  ]
}
