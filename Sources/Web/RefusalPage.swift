import API
import Access
import HTTPTypes
import Kernel
import Markup

/// What a person sees instead of a page: what happened, what to do, and the ways on.
///
/// - Parameter status: where HTTP has a status for this refusal alone; left out, that of its kind.
func refusalPage(
  _ refusal: any Refusal, _ context: PortalContext, as status: HTTPResponse.Status? = nil
) -> Page {
  let status = status ?? refusal.kind.status
  return Page(
    heading(of: refusal.kind), status: status,
    """
    <p class="lead">\(marked(refusal.phrase))</p>
    \(causes(of: refusal))<p class="actions">\(waysOn(refusal, context))</p>
    <p class="fine-print">\(Phrase(zh: "代码", en: "Code")) <code>\(status.code) \(refusal.code)</code></p>
    """)
}

/// What a person sees when the program fails.
func defectPage(_ context: PortalContext) -> Page {
  Page(
    Phrase(zh: "系统出错", en: "Something failed here"), status: .internalServerError,
    """
    <p class="lead">\(Phrase(
      zh: "这不是您的问题。请稍后再试；如仍不成功，请把下面的编号告诉工作人员，便于查找原因",
      en: "It was not your doing. Please try again later; if it fails again, give the staff the number below"))</p>
    <p>\(Phrase(zh: "编号", en: "Number")) <code class="incident">\(context.requestID)</code></p>
    <p class="actions">\(back(context))\(linkButton(Phrase(zh: "返回首页", en: "Home page"), to: Link("/"), .main))</p>
    """)
}

private func heading(of kind: RefusalKind) -> Phrase {
  switch kind {
  case .malformed: Phrase(zh: "请求无法处理", en: "This request cannot be handled")
  case .invalid: Phrase(zh: "内容需要更正", en: "Something needs correcting")
  case .unauthenticated: Phrase(zh: "请先登录", en: "Please sign in")
  case .forbidden: Phrase(zh: "没有权限", en: "Not permitted")
  case .missing: Phrase(zh: "没有找到", en: "Not found")
  case .conflict: Phrase(zh: "暂时不能这样办理", en: "Not possible now")
  case .tooLarge: Phrase(zh: "内容过大", en: "Too large")
  case .tooMany: Phrase(zh: "操作过于频繁", en: "Too many attempts")
  }
}

private func causes(of refusal: any Refusal) -> HTML {
  guard let form = refusal as? FormRefusal else { return "" }
  return "<ul>\(form.causes.map { "<li>\(marked($0.phrase))</li>" as HTML })</ul>\n"
}

private func waysOn(_ refusal: any Refusal, _ context: PortalContext) -> HTML {
  let home = linkButton(Phrase(zh: "返回首页", en: "Home page"), to: Link("/"))
  if case .heldBack(let cause)? = refusal as? AccessRefusal, let mend = context.site.mends[cause] {
    return "\(linkButton(mend.phrase, to: mend.link, .main))\(home)"
  }
  guard refusal.kind == .unauthenticated else { return "\(back(context))\(home)" }
  return "\(linkButton(Phrase(zh: "登录", en: "Sign in"), to: context.site.signIn, .main))\(home)"
}

private func back(_ context: PortalContext) -> HTML {
  guard let link = context.cameFrom, link != context.address else { return "" }
  return linkButton(Phrase(zh: "返回上一页", en: "Back"), to: link, .main)
}
