import Kernel
import Markup
import Premises

/// The plan of a floor: every room a link, told apart by colour, by pattern and by a word.
func floorDrawing(_ floor: Floor, _ rooms: [Room], _ book: PremisesBook, on day: Day) -> HTML {
  let scale = PlanScale(floor, rooms)
  let label = Phrase(
    zh: "\(Floor.name(floor.number).zh)平面图，\(day)", en: "Plan of \(Floor.name(floor.number).en), \(day)")
  let drawn = rooms.map { drawing(of: $0, RoomLook($0, book.occupant(of: $0.id, on: day)), scale) }
  return """
    <figure class="chart"><figcaption>\(label)<span class="unit">\(Phrase(
      zh: "点开房间查看入驻记录", en: "Open a room to see who was in it"))</span></figcaption>
    <div class="plan-region"><svg class="plan" viewBox="0 0 \(scale.width + 20) \(scale.height + 20)" role="group" \
    aria-label="\(label)">
    \(patterns)<polygon class="plan-floor" points="\(scale.points(floor.outline))"/>
    \(drawn)</svg></div>
    \(legend)</figure>
    """
}

/// Patterns stand as attributes, so that a room is told by more than its colour.
private let patterns: HTML = """
  <defs><pattern id="plan-vacant" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
  <path class="plan-stripe" d="M0 0V14"/></pattern>\
  <pattern id="plan-common" width="12" height="12" patternUnits="userSpaceOnUse"><circle class="plan-dot" cx="3" cy="3" r="1.5"/>\
  </pattern></defs>

  """

private func drawing(of room: Room, _ look: RoomLook, _ scale: PlanScale) -> HTML {
  let points = scale.points(room.outline)
  let middle = scale.point(room.outline.middle)
  let words = look == .common ? room.use.phrase : look.phrase
  let pattern: HTML? =
    switch look {
    case .vacant: "<polygon points=\"\(points)\" fill=\"url(#plan-vacant)\"/>"
    case .common: "<polygon points=\"\(points)\" fill=\"url(#plan-common)\"/>"
    case .occupied: nil
    }
  return """
    <a href="\(PremisesPath.room(room.id))" class="plan-room \(look.rawValue)"><polygon points="\(points)"/>\(pattern)\
    <text class="plan-number" x="\(middle.x)" y="\(middle.y - 6)" lang="zh-CN">\(room.number)</text>\
    <text x="\(middle.x)" y="\(middle.y + 22)">\(words)</text></a>

    """
}

private let legend: HTML = """
  <ul class="plan-legend">\(RoomLook.allCases.map { look -> HTML in
    "<li><span class=\"plan-key \(look.rawValue)\" aria-hidden=\"true\"></span>\(look.phrase)</li>"
  })</ul>
  """

/// Brings a plan to a width of 1,000 units, so that its words have one size whatever the building's.
struct PlanScale {
  let width = 1_000
  let height: Int
  private let factor: Double
  private let left: Int
  private let top: Int

  init(_ floor: Floor, _ rooms: [Room]) {
    let outlines = [floor.outline] + rooms.map(\.outline)
    left = outlines.map(\.left).min() ?? 0
    top = outlines.map(\.top).min() ?? 0
    let span = max(1, (outlines.map(\.right).max() ?? 1) - left)
    factor = 1_000 / Double(span)
    height = Int((Double((outlines.map(\.bottom).max() ?? 1) - top) * factor).rounded(.up))
  }

  func point(_ point: Outline.Point) -> Outline.Point {
    Outline.Point(
      10 + Int((Double(point.x - left) * factor).rounded()), 10 + Int((Double(point.y - top) * factor).rounded()))
  }

  func points(_ outline: Outline) -> String {
    outline.points.map(point).map { "\($0.x),\($0.y)" }.joined(separator: " ")
  }
}
