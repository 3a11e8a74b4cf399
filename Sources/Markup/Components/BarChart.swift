public import Kernel

/// One bar of a ``barChart(_:unit:bars:)``.
public struct Bar: Sendable {
  let label: HTML
  let value: Int
  let link: Link?

  public init(_ label: HTML, _ value: Int, link: Link? = nil) {
    self.label = label
    self.value = value
    self.link = link
  }
}

/// Horizontal bars drawn by the server, and the same figures as a table below.
///
/// Horizontal, because Chinese and English labels both fit beside a bar and a list may be of any length.
public func barChart(_ caption: Phrase, unit: Phrase, bars: [Bar]) -> HTML {
  let peak = max(1, bars.map(\.value).max() ?? 1)
  let drawn = bars.map { bar -> HTML in
    """
    <li><span class="bar-label">\(linked(bar.label, bar.link))</span>\(drawing(of: bar.value, peak))\
    <span class="bar-value">\(linked("\(Count(bar.value))", bar.link))</span></li>
    """
  }
  let rows: [[HTML]] = bars.map { [linked($0.label, $0.link), linked("\(Count($0.value))", $0.link)] }
  return """
    <figure class="chart"><figcaption>\(caption)<span class="unit">\(Phrase(zh: "单位：\(unit.zh)", en: "Unit: \(unit.en)"))</span>\
    </figcaption><ul class="bars">\(drawn)</ul>\
    <details class="figures"><summary>\(Phrase(zh: "数据表", en: "Figures"))</summary>\
    \(table(caption, columns: [Column(Phrase(zh: "项目", en: "Item"), .name), Column(unit, .number)], rows: rows))</details></figure>
    """
}

private func drawing(of value: Int, _ peak: Int) -> HTML {
  let width = value <= 0 ? 0 : max(2, value * 1_000 / peak)
  return """
    <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
    <rect class="bar-ground" width="1000" height="20"/><rect class="bar-fill" width="\(width)" height="20"/></svg>
    """
}

private func linked(_ label: HTML, _ link: Link?) -> HTML {
  link.map { "<a href=\"\($0)\">\(label)</a>" } ?? label
}
