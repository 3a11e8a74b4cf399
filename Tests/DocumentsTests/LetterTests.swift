import Documents
import Foundation
import Kernel
import Testing

@Suite struct `An official letter` {
  @Test func `has 22 lines of 28 characters in 156 by 225 mm`() throws {
    let pages = try Self.long.pages()
    #expect(pages.count == 3)
    let text = pages[1].pieces.filter { $0.size == 16 }
    let lines = Dictionary(grouping: text, by: \.baseline)
    #expect(lines.count == 22)
    #expect(Set(lines.values.map(\.count)) == [28])
    let left = try #require(text.map(\.x).min())
    let right = try #require(text.map { $0.x + $0.width }.max())
    #expect(isNear(left, millimetres: 28) && isNear(right, millimetres: 28 + 156))
    let (first, last) = (try #require(lines.keys.min()), try #require(lines.keys.max()))
    // 22 lines share 225 mm: from the first baseline to the last there are 21 of them.
    #expect(isNear(last - first, millimetres: 225 * 21 / 22))
    // A character of 16 points stands 88 % above its baseline, in the middle of its line.
    let above = (225 / 22 - 16 * 25.4 / 72) / 2
    #expect(isNear(first - 0.88 * 16, millimetres: 37 + above))
    #expect(isNear(last + 0.12 * 16, millimetres: 37 + 225 - above))
  }

  @Test func `carries its page number outside, 7 mm below the text`() throws {
    let numbers = try Self.long.pages().map { page in try #require(page.pieces.last) }
    #expect(numbers.map(\.text) == ["— 1 —", "— 2 —", "— 3 —"])
    let character = 156.0 / 28
    #expect(isNear(numbers[0].x + numbers[0].width, millimetres: 184 - character))
    #expect(isNear(numbers[1].x, millimetres: 28 + character))
    #expect(numbers.allSatisfy { $0.size == 14 && isNear($0.baseline - 0.35 * 14, millimetres: 269) })
  }

  @Test func `indents paragraphs by two characters and centres its title`() throws {
    let page = try #require(Self.notice.pages().first)
    let body = try #require(page.pieces.first { $0.text == "经" })
    #expect(isNear(body.x, millimetres: 28 + 2 * 156 / 28))
    let title = page.pieces.filter { $0.size == 22 }
    let middle = try #require(title.first).x + (try #require(title.last)).x + (try #require(title.last)).width
    #expect(isNear(middle / 2, millimetres: 28 + 78))
    #expect(title.map(\.text).joined() == "受理通知书")
  }

  @Test(arguments: 20..<60)
  func `begins no line with a closing mark and ends none with an opening one`(length: Int) throws {
    let text = String(repeating: "权", count: length) + "利人”（甲方），“提出”：《办法》。" + String(repeating: "书", count: 40) + "。"
    let letter = OfficialLetter(title: "答复", paragraphs: [.init(text)], signature: "中心", date: Day(number: 20_000))
    let pieces = try letter.pages().flatMap(\.pieces).filter { $0.size == 16 }
    for (_, line) in Dictionary(grouping: pieces, by: \.baseline) {
      let symbols = line.sorted { $0.x < $1.x }.map(\.text)
      #expect(!["，", "。", "：", "”", "）", "》"].contains(try #require(symbols.first)))
      #expect(!["（", "“", "《"].contains(try #require(symbols.last)))
      #expect(try #require(line.map { $0.x + $0.width }.max()) < TypePage.millimetres(184.01))
    }
  }

  @Test func `numbers its levels, each anew below a higher one`() throws {
    let letter = OfficialLetter(
      title: "通知",
      paragraphs: [
        .init("受理", level: .first), .init("材料", level: .second), .init("清单。", level: .third),
        .init("原件。", level: .fourth), .init("期限", level: .second), .init("办结", level: .first),
        .init("送达", level: .second),
      ], signature: "中心", date: Day(number: 20_000))
    let page = try #require(letter.pages().first)
    let lines = Dictionary(grouping: page.pieces.filter { $0.size == 16 }, by: \.baseline).sorted { $0.key < $1.key }
    let texts = lines.map { $0.value.sorted { $0.x < $1.x }.map(\.text).joined() }
    #expect(texts.prefix(7) == ["一、受理", "（一）材料", "1.清单。", "（1）原件。", "（二）期限", "二、办结", "（一）送达"])
    #expect(page.pieces.first { $0.text == "受" }?.face == .heading)
    #expect(page.pieces.first { $0.text == "材" }?.face == .subheading)
  }

  @Test func `never leaves the signature alone on a page`() throws {
    for count in 18...40 {
      let letter = OfficialLetter(
        title: "通知", paragraphs: (0..<count).map { _ in .init("按规定办理") }, signature: "服务中心", date: Day(number: 20_000))
      let last = try #require(letter.pages().last)
      #expect(last.pieces.contains { $0.text == "按" }, "\(count) paragraphs")
      #expect(last.pieces.contains { $0.text == "务" }, "\(count) paragraphs")
    }
  }

  @Test func `puts its red head 35 mm below the type area's edge`() throws {
    let page = try #require(Self.notice.with { $0.mark = "示例知识产权局文件" }.pages().first)
    let mark = page.pieces.filter(\.isRed)
    #expect(mark.count == 9)
    let size = try #require(mark.first).size
    #expect(isNear((try #require(mark.first)).baseline - 0.88 * size, millimetres: 37 + 35))
    let rule = try #require(page.rules.first)
    let number = try #require(page.pieces.first { $0.text == "〔" })
    #expect(rule.isRed && isNear(rule.y - (number.baseline + 0.12 * 16), millimetres: 4))
  }

  @Test func `ends with its imprint on the lower edge of the type area`() throws {
    let page = try #require(
      Self.notice.with {
        $0.copies = ["示例区市场监督管理局"]
        $0.imprint = .init(body: "示例中心办公室", day: Day(number: 20_780))
      }.pages().last)
    #expect(page.rules.count == 3)
    #expect(isNear(try #require(page.rules.map(\.y).max()), millimetres: 37 + 225))
  }

  @Test func `gives the same bytes for the same letter, dated with its day`() throws {
    let first = try Self.notice.pdf()
    #expect(try Self.notice.pdf() == first)
    #expect(try Self.notice.with { $0.date = $0.date.adding(days: 1) }.pdf() != first)
    #expect(String(decoding: first, as: UTF8.self).contains("20261122000000+08'00"))
  }

  @Test func `refuses fonts that nobody has installed, and names them`() {
    var fonts = LetterFonts()
    fonts.text = "No Such Face"
    let refusal = #expect(throws: DocumentRefusal.self) { try Self.notice.pdf(fonts: fonts) }
    #expect(refusal == .noFont("No Such Face"))
  }

  private func isNear(_ points: Double, millimetres: Double) -> Bool {
    abs(points * 25.4 / 72 - millimetres) < 0.01
  }

  static let notice = OfficialLetter(
    number: "宁示例受〔2026〕12号", title: "受理通知书", addressee: "示例科技（南京）有限公司",
    paragraphs: [
      .init("经审查，你单位于2026年11月20日提交的入驻申请材料齐全，符合法定形式，本中心决定予以受理。"),
      .init("办理期限为20个工作日。", level: .first, heading: "期限。"),
    ], attachments: ["材料清单", "办理流程图"], signature: "示例知识产权服务中心", date: Day(number: 20_779),
    note: "查询码：TEST-0000")

  /// Three pages of characters without marks: the second is full.
  static let long = OfficialLetter(
    title: "关于示例事项的决定", paragraphs: [.init(String(repeating: "知识产权服务业", count: 28 * 22 * 2 / 7 + 20))],
    signature: "示例中心", date: Day(number: 20_779))
}

extension OfficialLetter {
  func with(_ change: (inout OfficialLetter) -> Void) -> OfficialLetter {
    var copy = self
    change(&copy)
    return copy
  }
}
