public import Kernel

/// What someone is in the zone: the eight kinds of people, and the duties that are kept apart from one another.
public enum Role: String, CaseIterable, Sendable {
  case centreStaff = "centre-staff"
  case baseManager = "base-manager"
  case regulator
  case inspector
  case government
  case institution
  case enterprise
  case expert
  case member
  case overseas
  case administrator
  case auditor
  case securityAdministrator = "security-administrator"

  public var phrase: Phrase {
    switch self {
    case .centreStaff: Phrase(zh: "运营中心", en: "Operation centre")
    case .baseManager: Phrase(zh: "基地管理", en: "Base manager")
    case .regulator: Phrase(zh: "监管人员", en: "Regulator")
    case .inspector: Phrase(zh: "执法检查人员", en: "Inspector")
    case .government: Phrase(zh: "政府部门", en: "Government")
    case .institution: Phrase(zh: "服务机构与代理师", en: "Institution or agent")
    case .enterprise: Phrase(zh: "企业与高校", en: "Enterprise or university")
    case .expert: Phrase(zh: "专家与调解员", en: "Expert or mediator")
    case .member: Phrase(zh: "公众用户", en: "Member of the public")
    case .overseas: Phrase(zh: "境外客户", en: "Overseas client")
    case .administrator: Phrase(zh: "系统管理员", en: "System administrator")
    case .auditor: Phrase(zh: "审计管理员", en: "Audit administrator")
    case .securityAdministrator: Phrase(zh: "安全管理员", en: "Security administrator")
    }
  }

  /// Whether the role belongs to people who work for the zone or the state, and so needs a second factor.
  public var isStaff: Bool {
    switch self {
    case .centreStaff, .baseManager, .regulator, .inspector, .government, .administrator, .auditor,
      .securityAdministrator:
      true
    case .institution, .enterprise, .expert, .member, .overseas: false
    }
  }
}
