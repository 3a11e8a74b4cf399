import Kernel
import Markup
import Premises
import Web

extension FloorArea {
  /// With groups of three digits, such as `1,234.50`.
  var markup: HTML {
    let text = description
    let whole = Int(text.prefix { $0 != "." }) ?? 0
    return "\(if: hundredths < 0 && whole == 0, "-")\(Count(whole))\(text.drop { $0 != "." })"
  }

  static let unit = Phrase(zh: "平方米", en: "m²")
}

/// A share in hundredths of a percent, such as `35.29%`.
func percent(_ share: Int?) -> HTML {
  guard let share else { return .notKnown }
  let rest = share % 100
  return "\(share / 100).\(rest < 10 ? "0" : "")\(rest)%"
}

/// A tenant's name, which is Chinese unless it has no Chinese character.
func tenantName(_ name: String) -> HTML { marked(name) }

/// A tenant, with the way to its page where it has one.
func tenantLink(_ name: String, _ code: SocialCreditCode, _ links: PremisesLinks) -> HTML {
  links.tenant(code).map { "<a href=\"\($0)\">\(tenantName(name))</a>" } ?? tenantName(name)
}

/// From the first to the last day.
func stayMarkup(_ stay: Stay) -> HTML {
  guard let last = stay.last else { return "\(Phrase(zh: "\(stay.first) 起", en: "since \(stay.first)"))" }
  return "\(Phrase(zh: "\(stay.first) 至 \(last)", en: "\(stay.first) to \(last)"))"
}

/// The way to a floor's building, whose name is data and so stands alone.
func floorTrail(of building: Building, at site: PremisesSite) -> [Crumb] {
  let page = PremisesPath.site(site.id)
  return [premisesCrumb, Crumb(site.code.shortName, page), Crumb(.text(building.name, lang: .zh), page)]
}

func stageBadge(_ finding: StageFinding) -> HTML {
  switch finding {
  case .found(let stage): badge(stage.phrase, .information)
  case .undetermined, .noCriteria: badge(finding.phrase, .warning)
  }
}

let premisesCrumb = Crumb(Phrase(zh: "空间布局", en: "Premises"), PremisesPath.map())
