import Kernel
import Markup
import Testing

@Suite struct `Interpolated text` {
  /// U+0301 and U+200D make one `Character` with the symbol before them; browsers still see the symbol.
  @Test(
    arguments: ["\"": "&quot;", "<": "&lt;", "&": "&amp;", "'": "&#39;", ">": "&gt;"], ["", "\u{301}", "\u{200D}"])
  func `is escaped whatever follows a special symbol`(_ pair: (key: String, value: String), _ follower: String) {
    let text = "a" + pair.key + follower + "b"
    let html: HTML = "<p title=\"\(text)\">"
    #expect(Array(html.render(in: .zh).utf8) == Array("<p title=\"a\(pair.value)\(follower)b\">".utf8))
  }

  @Test func `of phrases and links is escaped, too`() {
    let html: HTML = "\(Phrase(zh: "甲<乙", en: "a<b")) \(Link("/a?b=<c>&d"))"
    #expect(html.render(in: .zh) == "甲&lt;乙 /a?b=&lt;c&gt;&amp;d")
    #expect(html.render(in: .en) == "a&lt;b /en/a?b=&lt;c&gt;&amp;d")
  }

  @Test func `is not escaped twice`() {
    let inner: HTML = "<b>\("&")</b>"
    #expect(("\(inner)\([inner])" as HTML).render(in: .zh) == "<b>&amp;</b><b>&amp;</b>")
  }

  @Test func `in the other language is marked for those who hear it`() {
    let html: HTML = "\("南京", in: .zh)"
    #expect(html.render(in: .zh) == "南京")
    #expect(html.render(in: .en) == "<span lang=\"zh-CN\">南京</span>")
  }
}

@Suite struct `A link` {
  @Test func `gets the prefix of the page's language`() {
    #expect(Link("/patents").path(in: .zh) == "/patents")
    #expect(Link("/patents").path(in: .en) == "/en/patents")
    #expect(Link("/").path(in: .en) == "/en")
    #expect(Link("/").path(in: .zh) == "/")
  }

  @Test(arguments: ["/api/v1/patents", "/assets/portal.css"])
  func `for programs is the same in every language`(_ path: String) {
    #expect(Link(path).path(in: .en) == path)
  }

  @Test func `encodes its query and fragment`() {
    let link = Link("/patents", query: [("q", "热 管理&x=1"), ("kind", "A")], fragment: "第一")
    #expect(link.target == "/patents?q=%E7%83%AD%20%E7%AE%A1%E7%90%86%26x%3D1&kind=A#%E7%AC%AC%E4%B8%80")
  }

  @Test(arguments: [
    "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/\t/elsewhere.example",
    "javascript:alert(1)", "", "patents", "/a\r\nSet-Cookie: x=1", "/\u{4E13}", "/en//elsewhere.example",
  ])
  func `from outside never leads elsewhere`(_ text: String) {
    #expect(Link(returningTo: text) == nil)
  }

  @Test func `from outside loses its language`() {
    #expect(Link(returningTo: "/en/patents?q=1") == Link("/patents?q=1"))
    #expect(Link(returningTo: "/en") == Link("/"))
    #expect(Link(returningTo: "/english") == Link("/english"))
  }
}
