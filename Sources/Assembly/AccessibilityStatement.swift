import Kernel
import Markup
import Web

/// Adds what the zone says of its accessibility: only what is checked before each release.
func addAccessibilityStatement(to routes: inout Routes) {
  routes.page("/accessibility", needs: nil) { _, context in
    Page(
      Phrase(zh: "无障碍声明", en: "Accessibility"),
      """
      <p class="lead">\(Phrase(
        zh: "本平台力求人人可用，以《网页内容无障碍指南》（WCAG）2.2 的 AA 级为目标。",
        en: "This platform is meant for everybody; its aim is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2."))</p>
      <h2>\(Phrase(zh: "已检查的内容", en: "What is checked"))</h2>
      <ul class="prose">\(checked.map { "<li>\($0)</li>" as HTML })</ul>
      <h2>\(Phrase(zh: "已知不足", en: "What is not there yet"))</h2>
      <ul class="prose">\(missing.map { "<li>\($0)</li>" as HTML })</ul>
      <h2>\(Phrase(zh: "反映问题", en: "Tell us"))</h2>
      <p>\(Phrase(
        zh: "遇到用不了的页面，请告诉我们页面地址、所用设备和辅助软件；需要时可由工作人员代办。",
        en: "If a page does not work for you, tell us its address, your device and your assistive software; staff can do the work for you where needed."))</p>
      <p>\(context.site.footer.contact.map { "\($0)" as HTML } ?? noContact)</p>
      """)
  }
}

private let noContact: HTML = "\(Phrase(zh: "请联系运营中心。", en: "Please ask the operation centre."))"

private let checked = [
  Phrase(
    zh: "每次发布前，用自动工具（axe）在浏览器中检查全部页面，中英文、浅色与深色均检查。",
    en:
      "Before each release an automatic check (axe) goes over every page in a browser, in both languages, light and dark."
  ),
  Phrase(
    zh: "不用鼠标也能操作；有“跳到正文”链接；焦点清晰可见。",
    en: "Everything works without a mouse; a link skips to the content; the focus is plain to see."),
  Phrase(
    zh: "不运行脚本也能办理全部事项；手机宽度和放大到 200% 时不需横向滚动。",
    en: "Everything can be done without scripts; on a phone and at 200 % nothing needs scrolling sideways."),
  Phrase(
    zh: "填写有误时，页首列出每个有误的项目，并可直接跳到该项。",
    en: "When a form is refused, the top of the page names every field that is wrong and leads to it."),
]

private let missing = [
  Phrase(
    zh: "尚未请使用读屏软件的人士逐页试用。", en: "People who use screen readers have not tried every page yet."),
  Phrase(
    zh: "导入的专利名称等资料只有原文一种语言。", en: "Imported data such as titles of patents is in its original language only."),
]
