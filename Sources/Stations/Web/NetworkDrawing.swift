import Foundation
import Kernel
import Markup
import MattersStore
import Stations
import StationsStore

/// The platform and its stations around it, each as large as what it takes in; the table below says the same.
///
/// Drawn for as many stations as fit with their names.
func networkMap(_ lines: [StationLine], _ today: Day) -> HTML {
  guard (1...10).contains(lines.count) else { return "" }
  let peak = Double(max(1, lines.map(\.load.recent).max() ?? 1))
  let spots = lines.enumerated().map { place, line -> (x: Int, y: Int, r: Int, line: StationLine) in
    let angle = 2 * Double.pi * Double(place) / Double(lines.count) - Double.pi / 2
    let r = 26 + Int((34 * (Double(line.load.recent) / peak).squareRoot()).rounded())
    return (500 + Int(360 * cos(angle)), 270 + Int(170 * sin(angle)), r, line)
  }
  let label = Phrase(
    zh: "平台与各站点示意，圆越大近 30 天受理越多", en: "The platform and its stations: the larger, the more visits in 30 days")
  return """
    <figure class="chart map"><div class="plan-region"><svg class="plan network" viewBox="0 0 1000 580" role="group" \
    aria-label="\(label)">
    \(spots.map { "<line class=\"plan-way\" x1=\"500\" y1=\"270\" x2=\"\($0.x)\" y2=\"\($0.y)\"/>\n" as HTML })\
    <circle class="network-hub" cx="500" cy="270" r="78"/>\
    <text class="network-title" x="500" y="278">\(Phrase(zh: "平台", en: "Platform"))</text>
    \(spots.map { station($0.line, $0.x, $0.y, $0.r, today) })</svg></div>
    <figcaption>\(label)</figcaption></figure>
    """
}

private func station(_ line: StationLine, _ x: Int, _ y: Int, _ r: Int, _ today: Day) -> HTML {
  let name = line.station.name
  // The name stands on the side that no line comes from.
  let below = y > 250
  let state: HTML = line.station.isOpen(on: today) ? "" : " closed"
  return """
    <a href="\(StationPath.show(line.station.id))" class="network-station\(state)">\
    <circle cx="\(x)" cy="\(y)" r="\(r)"/><text class="plan-number" x="\(x)" y="\(y + 7)">\(line.load.recent)</text>\
    <text class="network-name" x="\(x)" y="\(below ? y + r + 24 : y - r - 10)"\(languageAttribute(of: name))>\(name)</text></a>

    """
}
