import Access
import HTTPTypes
import Kernel
import Markup

/// What stands around the content of every page.
struct PageFrame {
  let page: Page
  let context: PortalContext

  private var site: Site { context.site }
  private var language: Language { context.language }
  private var other: Language { language == .zh ? .en : .zh }

  var document: HTML {
    """
    <!doctype html>
    <html lang="\(language.rawValue)">
    \(head)
    <body>
    <a class="skip" href="#content">\(Phrase(zh: "跳到正文", en: "Skip to the content"))</a>
    \(if: site.isDemonstration, demonstration)\(header)
    \(breadcrumb)<main id="content" tabindex="-1">
    <h1>\(page.title.markup)</h1>
    \(context.success.map(\.markup))
    \(page.body)
    </main>
    \(printed)\(FooterMarkup(site: site).markup)
    </body>
    </html>
    """
  }

  private var head: HTML {
    let origin = site.origin ?? ""
    let alternates = Language.allCases.map { language -> HTML in
      "<link rel=\"alternate\" hreflang=\"\(language.rawValue)\" href=\"\(origin)\(context.address.path(in: language))\">\n"
    }
    let scripts = (["portal.js"] + page.scripts).map { name -> HTML in
      "<script type=\"module\" src=\"\(context.stamps.address(of: name))\"></script>\n"
    }
    return """
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(page.title.text(in: language)) · \(site.platformName) · \(site.zoneName)</title>
      <link rel="stylesheet" href="\(context.stamps.address(of: "portal.css"))">
      <link rel="stylesheet" href="\(context.stamps.address(of: "premises.css"))">
      <link rel="stylesheet" href="\(context.stamps.address(of: "figures.css"))">
      <link rel="stylesheet" href="\(context.stamps.address(of: "gantt.css"))">
      <link rel="stylesheet" href="\(context.stamps.address(of: "landscape.css"))">
      <link rel="stylesheet" href="\(context.stamps.address(of: "letter.css"))">
      <link rel="stylesheet" href="\(context.stamps.address(of: "learning.css"))">
      <link rel="stylesheet" href="\(context.stamps.address(of: "matters.css"))">
      <link rel="stylesheet" href="\(context.stamps.address(of: "notices.css"))">
      <link rel="stylesheet" href="\(context.stamps.address(of: "search.css"))">
      <link rel="stylesheet" href="\(context.stamps.address(of: "stations.css"))">
      <link rel="stylesheet" media="print" href="\(context.stamps.address(of: "print.css"))">
      <link rel="icon" type="image/svg+xml" href="\(context.stamps.address(of: "icon.svg"))">
      \(alternates)\(scripts)</head>
      """
  }

  /// Where and when a sheet of paper came from; `portal.js` fills in the time of printing.
  private var printed: HTML {
    let address = "\(site.origin ?? "")\(context.address.path(in: language))"
    return """
      <p class="printed">\(Phrase(zh: "网址：", en: "Address: "))<span data-address>\(address)</span> · \
      \(Phrase(zh: "打印时间：", en: "Printed: "))<span data-printed>________</span></p>

      """
  }

  private var demonstration: HTML {
    """
    <section class="demonstration" aria-label="\(Phrase(zh: "演示环境提示", en: "About this demonstration"))"><strong>\(Phrase(zh: "示例数据", en: "Sample data"))</strong> \
    \(Phrase(
      zh: "本站为演示环境：标有“示例数据”“（示例）”或“演示”的记录均为虚构，其余来自导入的公开文献；均不得作为办事依据",
      en: "This is a demonstration: records marked as sample data, or whose Chinese names say so, are invented; all others come from imported publications. Nothing here may be relied upon"))</section>

    """
  }

  private var header: HTML {
    """
    <header class="site-header">
    <div class="masthead">
    <a class="brand" href="\(Link("/"))"><span class="seal" lang="zh-CN" aria-hidden="true">知</span>\
    <span class="brand-names"><span class="zone">\(site.zoneName)</span>\
    <span class="platform">\(site.platformName)</span></span></a>
    <div class="tools">\(search)\(languageSwitch)\(BellMarkup(context: context).markup)\(AccountMarkup(context: context).markup)</div>
    </div>
    \(MenuMarkup(context: context).markup)
    </header>
    """
  }

  private var search: HTML {
    // The visitors' home page begins with the same search.
    let isOnPage = context.address.target == "/" && context.account.standing == .visitor
    guard let link = site.search, !isOnPage else { return "" }
    return """
      <form class="site-search" role="search" method="get" action="\(link)">\
      <label class="unseen" for="site-q">\(Phrase(zh: "检索专利", en: "Search patents"))</label>\
      <input id="site-q" type="search" name="q" placeholder="\(Phrase(zh: "字词、申请人或号码", en: "Words, name or number"))">\
      <button>\(Phrase(zh: "检索", en: "Search"))</button></form>
      """
  }

  private var languageSwitch: HTML {
    """
    <a class="language" lang="\(other.rawValue)" hreflang="\(other.rawValue)" \
    href="\(context.address.path(in: other))">\(other == .en ? "English" : "中文")</a>
    """
  }

  private var breadcrumb: HTML {
    guard context.address.target != "/" else { return "" }
    let crumbs = page.trail.map { "<li>\($0.markup)</li>" as HTML }
    return """
      <nav class="breadcrumb" aria-label="\(Phrase(zh: "当前位置", en: "You are here"))"><ol>\
      <li><a href="\(Link("/"))">\(Phrase(zh: "首页", en: "Home"))</a></li>\(crumbs)\
      <li aria-current="page">\(page.title.markup)</li></ol></nav>

      """
  }
}
