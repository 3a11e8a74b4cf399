public import Kernel

/// How much a button asks to be pressed.
public enum ButtonSort: Sendable {
  case main, plain
  /// For what is hard to undo.
  case grave
}

/// A button of the form that it stands in; `name` and `value` tell several apart.
public func button(_ label: Phrase, _ sort: ButtonSort = .main, name: String? = nil, value: String = "") -> HTML {
  """
  <button class="button \(className(sort))"\(name.map { " name=\"\($0)\" value=\"\(value)\"" as HTML })>\(label)</button>
  """
}

/// A link that looks like a button, for going somewhere; what changes something is a form.
public func linkButton(_ label: Phrase, to link: Link, _ sort: ButtonSort = .plain) -> HTML {
  "<a class=\"button \(className(sort))\" href=\"\(link)\">\(label)</a>"
}

/// A form of one button, for an action on this page.
public func postButton(
  _ label: Phrase, to link: Link, _ sort: ButtonSort = .plain, fields: [(String, String)] = []
) -> HTML {
  """
  <form class="inline" method="post" action="\(link)">\(HTML.formToken)\(fields.map { hidden($0.0, $0.1) })\
  \(button(label, sort))</form>
  """
}

/// How a form is sent.
public enum FormSort: Sendable {
  case fields
  /// With files; the token stands before them, so a refused upload is refused before its first byte is kept.
  case files
}

/// A form that posts, its token in front.
public func postForm(to link: Link, _ sort: FormSort = .fields, _ content: HTML) -> HTML {
  switch sort {
  case .fields: "<form class=\"form\" method=\"post\" action=\"\(link)\">\(HTML.formToken)\(content)</form>"
  case .files:
    """
    <form class="form" method="post" action="\(link)" enctype="multipart/form-data" data-upload>\
    \(HTML.formToken)\(content)</form>
    """
  }
}

/// The search and filter fields above a list; they stand in the address, so a result can be passed on.
///
/// `clear`: the list without filters, if any is set.
public func filterBar(to link: Link, clear: Link? = nil, _ fields: HTML) -> HTML {
  """
  <form class="filters" method="get" action="\(link)" role="search">\(fields)<div class="filter-actions">\
  \(button(Phrase(zh: "查询", en: "Search")))\
  \(clear.map { "<a href=\"\($0)\">\(Phrase(zh: "清除条件", en: "Clear"))</a>" as HTML })</div></form>
  """
}

/// Ways to newer and older entries; nothing where a page holds all.
public func pager(newer: Link?, older: Link?) -> HTML {
  guard newer != nil || older != nil else { return "" }
  return """
    <nav class="pager" aria-label="\(Phrase(zh: "翻页", en: "Pages"))">\
    \(newer.map { "<a rel=\"prev\" href=\"\($0)\">\(Phrase(zh: "← 上一页", en: "← Previous"))</a>" as HTML })\
    \(older.map { "<a rel=\"next\" href=\"\($0)\">\(Phrase(zh: "下一页 →", en: "Next →"))</a>" as HTML })</nav>
    """
}

/// Sibling pages of one thing.
public func tabs(_ label: Phrase, _ tabs: [(Phrase, Link)], current: Link) -> HTML {
  let tabs = tabs.map { phrase, link -> HTML in
    "<li><a href=\"\(link)\"\(if: link == current, " aria-current=\"page\"")>\(phrase)</a></li>"
  }
  return "<nav class=\"tabs\" aria-label=\"\(label)\"><ul>\(tabs)</ul></nav>"
}

private func className(_ sort: ButtonSort) -> String {
  switch sort {
  case .main: "main-button"
  case .plain: "plain-button"
  case .grave: "grave-button"
  }
}
