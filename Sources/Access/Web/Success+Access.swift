import Access
import Kernel
import Web

/// What the pages of accounts say when something was done.
extension Success {
  static let registered = Success(
    "access.registered", Phrase(zh: "账号已建立，您已登录", en: "Your account was made, and you are signed in"))
  static let registeredForOrganisation = Success(
    "access.registered-for-organisation",
    Phrase(
      zh: "账号已建立，您已登录。要代表单位办事，请接着申请单位授权",
      en: "Your account was made, and you are signed in. To act for your organisation, file a mandate next"),
    next: (Phrase(zh: "申请单位授权", en: "File a mandate"), AccessPath.newMandate))
  static let joined = Success(
    "access.joined", Phrase(zh: "密码已设置，您已登录", en: "Your password is set, and you are signed in"))
  static let passwordReset = Success(
    "access.password-reset", Phrase(zh: "密码已重置，请用新密码登录", en: "Your password was reset; please sign in with the new one")
  )
  static let profileSaved = Success("access.profile-saved", Phrase(zh: "资料已保存", en: "Your details were saved"))
  static let passwordChanged = Success(
    "access.password-changed",
    Phrase(zh: "密码已修改，其他设备上的登录已结束", en: "Your password was changed; your other sessions have ended"))
  static let factorOn = Success(
    "access.factor-on",
    Phrase(zh: "动态验证码已启用，下次登录时需要", en: "The second factor is on; signing in asks for it from now on"))
  static let sessionEnded = Success("access.session-ended", Phrase(zh: "所选登录已结束", en: "The session has ended"))
  static let tokenRevoked = Success("access.token-revoked", Phrase(zh: "令牌已撤销", en: "The token was revoked"))

  static let mandateFiled = Success(
    "access.mandate-filed",
    Phrase(
      zh: "申请已提交，由运营中心审核；结果会显示在本页",
      en: "Your mandate was filed; the operation centre decides, and this page shows the result"))
  static let mandateGivenUp = Success("access.mandate-given-up", Phrase(zh: "已放弃该授权", en: "The mandate was given up"))
  static let actingFor = Success("access.acting-for", Phrase(zh: "现在代表该单位办事", en: "You act for the organisation now"))
  static let actingForSelf = Success("access.acting-for-self", Phrase(zh: "现在代表本人办事", en: "You act for yourself now"))
  static let mandateApproved = Success("access.mandate-approved", Phrase(zh: "授权已批准", en: "The mandate was approved"))
  static let mandateRefused = Success(
    "access.mandate-refused", Phrase(zh: "申请已退回，申请人会看到原因", en: "The mandate was refused; the person sees why"))
  static let mandateRevoked = Success("access.mandate-revoked", Phrase(zh: "授权已撤销", en: "The mandate was revoked"))

  static let rolesChanged = Success("access.roles-changed", Phrase(zh: "角色已变更", en: "The roles were changed"))
  static let deactivated = Success("access.deactivated", Phrase(zh: "账号已停用", en: "The account was deactivated"))
  static let reactivated = Success("access.reactivated", Phrase(zh: "账号已恢复", en: "The account was reactivated"))
  static let factorRemoved = Success(
    "access.factor-removed", Phrase(zh: "动态验证码已解除", en: "The second factor was removed"))
  static let erased = Success(
    "access.erased", Phrase(zh: "个人信息已删除，账号已停用", en: "The personal data was erased and the account ended"))

  static let ofAccess: [Success] = [
    .registered, .registeredForOrganisation, .joined, .passwordReset, .profileSaved, .passwordChanged, .factorOn,
    .sessionEnded, .tokenRevoked, .mandateFiled, .mandateGivenUp, .actingFor, .actingForSelf, .mandateApproved,
    .mandateRefused, .mandateRevoked, .rolesChanged, .deactivated, .reactivated, .factorRemoved, .erased,
  ]
}
