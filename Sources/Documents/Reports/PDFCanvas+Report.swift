import CPango

extension PDFCanvas {
  /// The lines that `text` takes in `width`; newlines begin a new one.
  ///
  /// Words are broken where they do not fit alone, so that nothing goes beyond the edge.
  func lines(of text: String, _ face: LetterFace, _ size: Double, width: Double) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { part -> [String] in
      guard !part.isEmpty, self.width(of: String(part), face, size) > width else { return [String(part)] }
      return broken(String(part), face, size, width: width)
    }
  }

  private func broken(_ text: String, _ face: LetterFace, _ size: Double, width: Double) -> [String] {
    prepare(text, face, size)
    pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    defer { pango_layout_set_width(layout, -1) }
    let bytes = Array(text.utf8)
    return (0..<pango_layout_get_line_count(layout)).compactMap { place in
      guard let line = pango_layout_get_line_readonly(layout, place)?.pointee else { return nil }
      let start = Int(line.start_index)
      let end = min(bytes.count, start + Int(line.length))
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  /// - Parameter grey: 0 is black.
  func draw(_ text: String, _ face: LetterFace, _ size: Double, x: Double, baseline: Double, grey: Double = 0) {
    prepare(text, face, size)
    cairo_set_source_rgb(cairo, grey, grey, grey)
    cairo_move_to(cairo, x, baseline)
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout, 0))
  }

  func fill(x: Double, y: Double, width: Double, height: Double, grey: Double) {
    cairo_set_source_rgb(cairo, grey, grey, grey)
    cairo_rectangle(cairo, x, y, width, height)
    cairo_fill(cairo)
  }

  /// A box of slanted lines in a frame: what is not complete.
  func hatch(x: Double, y: Double, width: Double, height: Double) {
    guard width > 0, height > 0 else { return }
    cairo_save(cairo)
    cairo_rectangle(cairo, x, y, width, height)
    cairo_clip(cairo)
    cairo_set_source_rgb(cairo, 0.35, 0.35, 0.35)
    cairo_set_line_width(cairo, 0.8)
    var start = x - height
    while start < x + width {
      cairo_move_to(cairo, start, y + height)
      cairo_line_to(cairo, start + height, y)
      start += 3
    }
    cairo_stroke(cairo)
    cairo_restore(cairo)
    cairo_set_line_width(cairo, 0.6)
    cairo_rectangle(cairo, x, y, width, height)
    cairo_stroke(cairo)
  }
}
