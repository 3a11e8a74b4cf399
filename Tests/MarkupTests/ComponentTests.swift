import Documents
import Foundation
import Kernel
import Markup
import Testing

@Suite struct `A format` {
  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-12_345, "-12,345")])
  func `groups digits by three`(_ value: Int, _ text: String) {
    #expect(Count(value).description == text)
  }

  @Test func `writes long days as each language does`() throws {
    let day = try #require(Day("2026-11-02"))
    #expect(("\(LongDay(day))" as HTML).render(in: .zh) == "2026年11月2日")
    #expect(("\(LongDay(day))" as HTML).render(in: .en) == "2 November 2026")
  }

  @Test func `shows moments in Nanjing's time`() {
    // 2026-11-22 20:30 UTC is 04:30 of the next day in Nanjing.
    let moment = Date(timeIntervalSince1970: 1_795_379_400)
    #expect(
      ("\(Instant(moment))" as HTML).render(in: .zh)
        == "<time datetime=\"2026-11-23T04:30+08:00\">2026-11-23 04:30</time>")
  }

  @Test func `never shows what is unknown as nothing`() {
    let day: Day? = nil
    let html: HTML = "\(day)"
    #expect(html.render(in: .en).contains("not known"))
  }

  @Test(arguments: [(0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (1_460_000, "1.4 MB"), (512_000_000, "512 MB")])
  func `names sizes`(_ value: Int64, _ text: String) {
    #expect(ByteCount(value).description == text)
  }
}

@Suite struct `A component` {
  private let name = Phrase(zh: "名称", en: "Name")

  @Test func `ties label, help and error to its field`() {
    let html = field(
      "code", name, values: ["<x>"], need: .required, help: Phrase(zh: "帮助", en: "Help"),
      error: Phrase(zh: "有误", en: "Wrong"), hint: "organization"
    ).render(in: .zh)
    #expect(html.contains("<label for=\"f-code\">"))
    #expect(html.contains("aria-describedby=\"f-code-help f-code-error\""))
    #expect(html.contains("id=\"f-code-help\">帮助<"))
    #expect(html.contains("id=\"f-code-error\">有误<"))
    #expect(html.contains(" required aria-invalid=\"true\" autocomplete=\"organization\" value=\"&lt;x&gt;\">"))
  }

  @Test func `never shows a password again`() {
    #expect(!field("password", name, .password, values: ["secret"]).render(in: .zh).contains("secret"))
  }

  @Test func `keeps the first empty line of a text`() {
    // Data in its own language, and lines that are in several.
    let data = field("a", name, .list([Choice("x", text: "甲公司", in: .zh), Choice("y", text: "B")])).render(in: .en)
    #expect(data.contains("<option value=\"x\" lang=\"zh-CN\">甲公司</option><option value=\"y\">B</option>"))
    #expect(field("a", name, .lines(rows: 3)).render(in: .en).contains("translate=\"no\" spellcheck=\"false\">"))
    #expect(field("a", name, .area(), values: ["\nb"]).render(in: .zh).contains(">\n\nb</textarea>"))
  }

  @Test func `says of Chinese data on an English page that it is Chinese`() {
    let help = Phrase(zh: "如“五（一）1”", en: "Such as 五（一）1")
    let list = field("a", name, .list([Choice("x", text: "甲公司")]), help: help)
    #expect(list.render(in: .en).contains("<option value=\"x\" lang=\"zh-CN\">甲公司</option>"))
    #expect(list.render(in: .en).contains("Such as <span lang=\"zh-CN\">五（一）</span>1</p>"))
    #expect(!list.render(in: .zh).contains("lang="))
    let area = field("a", name, .area(rows: 2), values: ["报告 1 份"])
    #expect(area.render(in: .en).contains(" lang=\"zh-CN\">\n报告 1 份</textarea>"))
    #expect(field("a", name, values: ["甲"]).render(in: .en).contains("value=\"甲\" lang=\"zh-CN\">"))
    #expect(!field("a", name, values: ["A"]).render(in: .en).contains("lang="))
  }

  @Test func `gives a table headings for columns and rows`() {
    let html = table(name, columns: [Column(name, .name), Column(name, .number)], rows: [["甲", "1"]]).render(in: .en)
    #expect(html.contains("<caption>Name</caption>"))
    #expect(html.contains("<th scope=\"col\" class=\"name\">Name</th>"))
    #expect(html.contains("<th scope=\"row\" class=\"name\">"))
    #expect(html.contains("role=\"region\" aria-label=\"Name\" tabindex=\"0\""))
  }

  @Test func `draws bars in proportion, and gives the figures as a table`() {
    let html = barChart(name, unit: name, bars: [Bar("a", 50), Bar("b", 200), Bar("c", 0)]).render(in: .zh)
    #expect(html.contains("class=\"bar-fill\" width=\"250\""))
    #expect(html.contains("class=\"bar-fill\" width=\"1000\""))
    #expect(html.contains("class=\"bar-fill\" width=\"0\""))
    #expect(html.contains("<table"))
  }

  @Test func `that posts carries the form's token`() {
    let html = postButton(name, to: Link("/x"))
    #expect(html.usesFormToken)
    #expect(
      html.render(Rendering(.zh, formToken: "abc"))
        .contains("action=\"/x\"><input type=\"hidden\" name=\"form-token\" value=\"abc\">"))
  }

  @Test func `that posts carries an id of its own, where the page has one`() throws {
    let html: HTML = "\(postButton(name, to: Link("/x")))\(postButton(name, to: Link("/x")))"
    let ids = html.render(Rendering(.zh, formToken: "abc", formID: "7")).matches(of: /name="form-id" value="([^"]+)"/)
      .map { String($0.1) }
    #expect(ids.count == 2 && Set(ids).count == 2 && ids.allSatisfy { $0.hasPrefix("7-") })
    #expect(!html.render(Rendering(.zh, formToken: "abc")).contains("form-id"))
  }

  @Test func `has no style attribute and no inline script`() {
    let all: HTML = """
      \(table(name, columns: [Column(name)], rows: [["x"]]))\(barChart(name, unit: name, bars: [Bar("a", 1)]))\
      \(progressBar(name, done: 1, of: 2))\(tiles([Tile(name, "1")]))\(copyable("x"))\(filterBar(to: Link("/"), ""))
      """
    #expect(!all.render(in: .zh).contains("style="))
    #expect(!all.render(in: .zh).contains("onclick"))
  }
}

@Suite struct `A QR code` {
  @Test func `has the side of its version`() throws {
    // ISO/IEC 18004: version 1-M holds 14 bytes in 21 modules, version 2-M 26 bytes in 25.
    #expect(try QRCode(String(repeating: "a", count: 14)).side == 21)
    #expect(try QRCode(String(repeating: "a", count: 15)).side == 25)
    #expect(try QRCode(String(repeating: "a", count: 26)).side == 25)
    #expect(try QRCode(String(repeating: "a", count: 27)).side == 29)
  }

  @Test func `has finder patterns in three corners, timing between and the dark module`() throws {
    let code = try QRCode("https://ip.example.cn/s")
    let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
    for (top, left) in [(0, 0), (0, code.side - 7), (code.side - 7, 0)] {
      let found = (0..<7).map { row in String((0..<7).map { code[top + row, left + $0] ? "#" as Character : "." }) }
      #expect(found == finder)
    }
    #expect((8..<code.side - 8).allSatisfy { code[6, $0] == $0.isMultiple(of: 2) })
    #expect(code[code.side - 8, 8])
  }

  @Test func `says its error correction level in its format`() throws {
    // Format bits beside the upper left finder: level M is 00, masked with 10 (ISO/IEC 18004, 7.9).
    let code = try QRCode("x")
    #expect((code[8, 0], code[8, 1]) == (true, false))
  }

  @Test(arguments: [0, 2_332]) func `refuses what it cannot hold`(_ count: Int) {
    #expect(throws: QRCodeRefusal.wrongLength(count)) { try QRCode(String(repeating: "a", count: count)) }
  }

  @Test func `becomes a picture with a margin and words`() throws {
    let html = try QRCode("x").svg(label: Phrase(zh: "二维码", en: "Code")).render(in: .en)
    #expect(html.contains("viewBox=\"0 0 29 29\" role=\"img\" aria-label=\"Code\""))
    #expect(html.contains("d=\"M4 4h7v1h-7z"))
  }
}
