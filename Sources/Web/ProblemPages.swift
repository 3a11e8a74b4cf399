import Kernel
import Markup

/// Adds what the `type` of a problem document leads to.
func addProblemPages(to routes: inout Routes) {
  routes.page("/problems/:code", needs: nil, example: "/problems/web.no-such-page") { _, context in
    let code = try context.segment("code")
    guard code.wholeMatch(of: /[a-z0-9]+([.-][a-z0-9]+){1,8}/) != nil, code.count <= 80 else { throw NoSuchPage() }
    return problemPage(code)
  }
}

/// The words of a refusal depend on the case, so the page tells how to read them and not what they are.
private func problemPage(_ code: String) -> Page {
  Page(
    Phrase(zh: "接口问题代码", en: "Problem code"), trail: [Crumb(Phrase(zh: "数据接口", en: "The API"), Link("/api"))],
    """
    <p class="lead"><code>\(code)</code></p>
    <p>\(Phrase(
      zh: "数据接口拒绝一次请求时，返回 application/problem+json（RFC 9457）。code 长期不变，可供程序判断；title 用中文或英文说明哪里不对、怎么办；errors 逐项说明每个字段。",
      en: "When the API refuses a request it answers application/problem+json (RFC 9457). The code never changes, so programs may go by it; the title says in Chinese or English what is wrong and what to do; errors names each field."))</p>
    \(table(
      Phrase(zh: "状态码与办法", en: "What the status says"),
      columns: [
        Column(Phrase(zh: "状态码", en: "Status"), .name), Column(Phrase(zh: "含义", en: "Meaning")),
        Column(Phrase(zh: "办法", en: "What to do")),
      ], rows: rows))
    """)
}

private let rows: [[HTML]] = [
  row(
    400, Phrase(zh: "请求写得不对", en: "The request is malformed"),
    Phrase(zh: "对照接口说明更正", en: "Compare it with the description")),
  row(401, Phrase(zh: "没有令牌或令牌已失效", en: "No token, or one that is over"), Phrase(zh: "新建令牌", en: "Make a token")),
  row(
    403, Phrase(zh: "账号或令牌没有这项权限", en: "The account or the token may not"),
    Phrase(zh: "看 title 所指的是账号还是令牌", en: "The title says which of the two")),
  row(404, Phrase(zh: "没有这样的对象", en: "There is no such thing"), Phrase(zh: "核对编号", en: "Check the id")),
  row(405, Phrase(zh: "该地址不接受这种方法", en: "Not this method here"), Phrase(zh: "见响应头 Allow", en: "See the header Allow")),
  row(409, Phrase(zh: "现在不能这样办", en: "Not possible now"), Phrase(zh: "重新取一次再决定", en: "Fetch it again, then decide")),
  row(413, Phrase(zh: "内容过大", en: "Too large"), Phrase(zh: "分批提交", en: "Send it in parts")),
  row(422, Phrase(zh: "内容需要更正", en: "Something needs correcting"), Phrase(zh: "见 errors", en: "See errors")),
  row(429, Phrase(zh: "过于频繁", en: "Too many"), Phrase(zh: "稍后再试", en: "Try again later")),
  row(
    500, Phrase(zh: "系统出错", en: "It failed here"),
    Phrase(zh: "带上 incident 编号联系工作人员", en: "Tell the staff the incident's number")),
]

private func row(_ status: Int, _ meaning: Phrase, _ remedy: Phrase) -> [HTML] {
  ["<code>\(status)</code>", "\(meaning)", "\(remedy)"]
}
