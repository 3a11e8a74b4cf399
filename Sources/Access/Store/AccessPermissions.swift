public import Access
import Kernel

extension Permission {
  public static let ownAccount = Permission("access.own", Phrase(zh: "管理自己的账号", en: "Manage one's own account"))
  public static let register = Permission("access.register", Phrase(zh: "注册账号", en: "Register an account"))
  public static let listAccounts = Permission("access.list", Phrase(zh: "查看账号列表", en: "See the list of accounts"))
  public static let lookAtAccount = Permission(
    "access.look", Phrase(zh: "凭理由查看账号个人信息", en: "Look at personal data, with a reason"))
  public static let inviteClients = Permission(
    "access.invite-clients", Phrase(zh: "邀请服务对象并授予其角色", en: "Invite clients and give their roles"))
  public static let grantRoles = Permission(
    "access.grant-roles", Phrase(zh: "邀请工作人员并授予角色", en: "Invite staff and grant roles"))
  public static let deactivateAccounts = Permission(
    "access.deactivate", Phrase(zh: "停用和恢复账号", en: "Deactivate and reactivate accounts"))
  public static let resetPasswords = Permission(
    "access.reset-passwords", Phrase(zh: "签发密码重置代码", en: "Issue password reset codes"))
  public static let resetSecondFactors = Permission(
    "access.reset-second-factors", Phrase(zh: "解除他人的动态验证码", en: "Remove another's second factor"))
  public static let eraseAccounts = Permission(
    "access.erase", Phrase(zh: "删除账号的个人信息", en: "Erase an account's personal data"))
  public static let fileMandates = Permission(
    "access.file-mandates", Phrase(zh: "申请代表单位办事", en: "File a mandate to act for an organisation"))
  public static let approveMandates = Permission(
    "access.approve-mandates", Phrase(zh: "审核和撤销单位授权", en: "Approve and revoke mandates"))
  public static let createLogins = Permission(
    "access.create-logins", Phrase(zh: "在服务器上建立初始登录", en: "Create first logins at the server"))
}

extension AccessDesk {
  /// All that this desk asks for.
  public static let permissions: [Permission] = [
    .ownAccount, .register, .listAccounts, .lookAtAccount, .inviteClients, .grantRoles, .deactivateAccounts,
    .resetPasswords, .resetSecondFactors, .eraseAccounts, .fileMandates, .approveMandates, .createLogins,
  ]
}
