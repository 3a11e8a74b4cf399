import API
import Access
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore

/// Adds the description of the API: for programs at `/api/v1/openapi.json`, for people at `/api`.
func addAPIPages(to routes: inout Routes, site: Site) {
  let endpoints = routes.endpoints
  let documents = Language.allCases.reduce(into: [Language: ByteBuffer]()) { found, language in
    let title = site.platformName.text(in: language)
    found[language] = ByteBuffer(bytes: openAPI(endpoints, title: title, in: language))
  }
  routes.file("/api/v1/openapi.json", needs: nil) { _, context in
    Response(
      status: .ok, headers: [.contentType: "application/json", .vary: "Accept-Language"],
      body: .init(byteBuffer: documents[context.language] ?? ByteBuffer()))
  }
  routes.page("/api", needs: nil) { _, context in apiPage(endpoints, for: context.account) }
}

private func apiPage(_ endpoints: [APIEndpoint], for account: Account) -> Page {
  let sorted = endpoints.sorted { ($0.address, $0.method.rawValue) < ($1.address, $1.method.rawValue) }
  return Page(
    Phrase(zh: "数据接口", en: "The API"),
    """
    <p class="lead">\(Phrase(
      zh: "页面上能查到的，程序也能取到。全部接口返回 JSON，时间为 UTC，日期为南京当地日期",
      en: "What the pages show, programs can fetch. Every endpoint answers JSON; instants are UTC, days are Nanjing's"))</p>
    \(introduction)
    <h2>\(Phrase(zh: "接口清单", en: "Endpoints"))</h2>
    \(sorted.isEmpty ? emptyState(Phrase(zh: "暂无接口", en: "No endpoints yet"), Phrase(zh: "开放后将列在这里", en: "They will be listed here")) : "")
    \(sorted.map { section($0, for: account) })
    """)
}

private let introduction: HTML = """
  <ul class="prose">
  <li>\(HTML(
    zh: "公开数据无需账号。需要权限的接口请带个人令牌：登录后在“我的”中生成，放在请求头 <code>Authorization: Bearer 令牌</code> 中。令牌等同于您的账号，请勿交给他人，不用时请及时撤销。",
    en: "Public data needs no account. For the rest send a personal token: sign in, make one under “My account”, and send it as <code>Authorization: Bearer TOKEN</code>. It acts as you: give it to nobody, and withdraw it when it is no longer needed."))</li>
  <li>\(HTML(
    zh: "列表每页至多 200 条：<code>limit</code> 为条数，答复中的 <code>next</code> 作为下一次的 <code>cursor</code>。",
    en: "Lists give up to 200 entries a page: <code>limit</code> says how many, and the <code>next</code> of an answer is the <code>cursor</code> of the following request."))</li>
  <li>\(HTML(
    zh: "请求头 <code>Accept-Language: en</code> 使说明文字为英文。答复带 <code>ETag</code>，未变化时返回 304。",
    en: "<code>Accept-Language: en</code> asks for English words. Answers carry an <code>ETag</code>; what has not changed is a 304."))</li>
  <li>\(HTML(
    zh: "出错时返回 <code>application/problem+json</code>（RFC 9457），其中 <code>code</code> 长期不变。",
    en: "Refusals are <code>application/problem+json</code> (RFC 9457); their <code>code</code> never changes."))</li>
  <li>\(HTML(
    zh: "机器可读的完整说明：<a href=\"/api/v1/openapi.json\">OpenAPI 3.1</a>",
    en: "The whole description for programs: <a href=\"/api/v1/openapi.json\">OpenAPI 3.1</a>"))</li>
  </ul>
  """

private func section(_ endpoint: APIEndpoint, for account: Account) -> HTML {
  let rows: [[HTML]] = allParameters(endpoint).map { parameter in
    ["<code>\(parameter.name)</code>", "\(placeName(parameter.place))", "\(parameter.summary)"]
  }
  let parameters = table(
    Phrase(
      zh: "\(endpoint.method.rawValue) \(endpoint.address) 的参数",
      en: "Parameters of \(endpoint.method.rawValue) \(endpoint.address)"),
    columns: [
      Column(Phrase(zh: "名称", en: "Name"), .name), Column(Phrase(zh: "位置", en: "Place")),
      Column(Phrase(zh: "说明", en: "Meaning")),
    ], rows: rows)
  return """
    <section class="endpoint"><h3 translate="no"><span class="method">\(endpoint.method.rawValue)</span> <code>\(endpoint.address)</code></h3>
    <p>\(endpoint.summary)</p>
    <p class="fine-print">\(Phrase(zh: "权限：", en: "Permission: "))\(permission(endpoint))</p>
    \(if: !rows.isEmpty, parameters)\(endpoint.example.map { example -> HTML in
      let mayFollow = endpoint.method == .get && endpoint.needs.map(account.may) != false
      let words: HTML = "<code>\(example)</code>"
      return "<p>\(Phrase(zh: "示例：", en: "Example: "))\(mayFollow ? "<a href=\"\(example)\">\(words)</a>" : words)</p>"
    })</section>

    """
}

private func permission(_ endpoint: APIEndpoint) -> HTML {
  guard let needs = endpoint.needs else { return "\(Phrase(zh: "无需账号", en: "nobody needs an account"))" }
  return "\(needs.phrase) <code>\(needs.code)</code>"
}

private func placeName(_ place: APIParameter.Place) -> Phrase {
  switch place {
  case .path: Phrase(zh: "路径", en: "path")
  case .query: Phrase(zh: "查询", en: "query")
  }
}
