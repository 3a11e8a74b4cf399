public import Kernel

/// One number that opens into its records.
public struct Tile: Sendable {
  let label: Phrase
  let value: HTML
  let unit: Phrase?
  let link: Link?
  let note: Phrase?
  let noteLink: Link?

  /// - Parameter noteLink: to the rows of a number in the note.
  public init(
    _ label: Phrase, _ value: HTML, unit: Phrase? = nil, note: Phrase? = nil, link: Link? = nil, noteLink: Link? = nil
  ) {
    self.noteLink = noteLink
    self.label = label
    self.value = value
    self.unit = unit
    self.note = note
    self.link = link
  }
}

public func tiles(_ tiles: [Tile]) -> HTML {
  let tiles = tiles.map { tile -> HTML in
    """
    <li class="tile"><span class="tile-label">\(tile.label)</span><span class="tile-value">\
    \(tile.link.map { "<a href=\"\($0)\">\(tile.value)</a>" as HTML } ?? tile.value)\
    \(tile.unit.map { "<span class=\"unit\">\($0)</span>" as HTML })</span>\
    \(tile.note.map { "<span class=\"tile-note\">\(noted($0, tile.noteLink))</span>" as HTML })</li>
    """
  }
  return "<ul class=\"tiles\">\(tiles)</ul>"
}

private func noted(_ note: Phrase, _ link: Link?) -> HTML {
  link.map { "<a href=\"\($0)\">\(note)</a>" } ?? "\(note)"
}

/// Something that happened, or is due.
public struct TimelineEntry: Sendable {
  let when: HTML
  let title: HTML
  let more: HTML
  let tone: Tone

  public init(_ when: HTML, _ title: HTML, _ more: HTML = "", tone: Tone = .neutral) {
    self.when = when
    self.title = title
    self.more = more
    self.tone = tone
  }
}

public func timeline(_ entries: [TimelineEntry]) -> HTML {
  let entries = entries.map { entry -> HTML in
    """
    <li class="\(entry.tone.rawValue)"><span class="when">\(entry.when)</span>\
    <div class="what"><p class="what-title">\(entry.title)</p>\(entry.more)</div></li>
    """
  }
  return "<ol class=\"timeline\">\(entries)</ol>"
}

/// Steps of a way, of which one is the current.
public func steps(_ label: Phrase, _ steps: [Phrase], current: Int) -> HTML {
  let steps = steps.enumerated().map { place, step -> HTML in
    let state = place < current ? "done" : place == current ? "now" : "ahead"
    return "<li class=\"\(state)\"\(if: place == current, " aria-current=\"step\"")><span>\(step)</span></li>"
  }
  return "<ol class=\"steps\" aria-label=\"\(label)\">\(steps)</ol>"
}
