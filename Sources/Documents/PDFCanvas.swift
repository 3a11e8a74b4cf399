import CPango
import Kernel

/// A PDF while it is being drawn: pango shapes the text, cairo embeds of each font what is used.
///
/// Text stays text: it can be searched, copied and read out. It is used by one thread and then done with.
final class PDFCanvas {
  private let surface: OpaquePointer?
  let cairo: OpaquePointer?
  let layout: OpaquePointer?
  private let context: OpaquePointer?
  private let output = PDFBytes()
  private let faces: [LetterFace: OpaquePointer]
  private var widths: [String: Double] = [:]

  /// - Throws: ``DocumentRefusal/noFont(_:)`` where none of a face's families is installed.
  init(width: Double, height: Double, fonts: LetterFonts) throws(DocumentRefusal) {
    let map = pango_cairo_font_map_new()
    faces = try InstalledFonts(map: map).faces(of: fonts)
    let write: cairo_write_func_t = { closure, data, count in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      Unmanaged<PDFBytes>.fromOpaque(closure).takeUnretainedValue()
        .bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    surface = cairo_pdf_surface_create_for_stream(write, Unmanaged.passUnretained(output).toOpaque(), width, height)
    cairo = cairo_create(surface)
    context = pango_font_map_create_context(map)
    pango_cairo_update_context(cairo, context)
    // One unit is one point, so that sizes are what they say.
    pango_cairo_context_set_resolution(context, 72)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    layout = pango_layout_new(context)
    pango_layout_set_single_paragraph_mode(layout, 1)
    if let map { g_object_unref(UnsafeMutableRawPointer(map)) }
  }

  deinit {
    for face in faces.values { pango_font_description_free(face) }
    if let layout { g_object_unref(UnsafeMutableRawPointer(layout)) }
    if let context { g_object_unref(UnsafeMutableRawPointer(context)) }
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  /// - Parameter day: what the file is dated with, so that the same text gives the same bytes.
  func describe(title: String, author: String, on day: Day, in language: Language) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "ipzone")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "\(day)T00:00:00+08:00")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, "\(day)T00:00:00+08:00")
    pango_context_set_language(context, pango_language_from_string(language.rawValue))
  }

  /// How wide `text` is, in points.
  func width(of text: String, _ face: LetterFace, _ size: Double) -> Double {
    let key = "\(face.rawValue) \(size) \(text)"
    if let known = widths[key] { return known }
    prepare(text, face, size)
    var (width, height): (Int32, Int32) = (0, 0)
    pango_layout_get_size(layout, &width, &height)
    let points = Double(width) / Double(PANGO_SCALE)
    widths[key] = points
    return points
  }

  /// A text in the middle of its room; marks stand where they belong in theirs: an opening one on the right.
  func draw(_ piece: SetPage.Piece) {
    let spare = piece.width - width(of: piece.text, piece.face, piece.size)
    let share = spare > 0.5 ? piece.share : 0.5
    prepare(piece.text, piece.face, piece.size)
    colour(isRed: piece.isRed)
    cairo_move_to(cairo, piece.x + spare * share, piece.baseline)
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout, 0))
  }

  /// A filled strip with `y` in its middle.
  func rule(x: Double, y: Double, width: Double, thickness: Double, isRed: Bool = false) {
    colour(isRed: isRed)
    cairo_rectangle(cairo, x, y - thickness / 2, width, thickness)
    cairo_fill(cairo)
  }

  func endPage() { cairo_show_page(cairo) }

  /// The whole file; nothing can be drawn afterwards.
  func finish() throws(DocumentRefusal) -> [UInt8] {
    cairo_surface_finish(surface)
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw .notDrawn }
    return output.bytes
  }

  func prepare(_ text: String, _ face: LetterFace, _ size: Double) {
    guard let description = faces[face] else { return }
    pango_font_description_set_size(description, Int32((size * Double(PANGO_SCALE)).rounded()))
    pango_layout_set_font_description(layout, description)
    pango_layout_set_text(layout, text, -1)
  }

  private func colour(isRed: Bool) {
    isRed ? cairo_set_source_rgb(cairo, 0.85, 0, 0) : cairo_set_source_rgb(cairo, 0, 0, 0)
  }
}

/// Where cairo writes to.
private final class PDFBytes {
  var bytes: [UInt8] = []
}

extension SetPage.Piece {
  /// How much of the spare room is on the left.
  fileprivate var share: Double {
    guard let first = text.first, text.count == 1 else { return 0.5 }
    if "（《〈「『【〔“‘".contains(first) { return 1 }
    return "。，、；：？！）》〉」』】〕”’".contains(first) ? 0 : 0.5
  }
}
