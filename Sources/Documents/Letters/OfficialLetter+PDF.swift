import Kernel

extension OfficialLetter {
  /// The letter as PDF: A4, fonts embedded, its text searchable.
  ///
  /// Dated with ``date``, so the same letter in the same fonts is the same file, byte for byte.
  ///
  /// - Complexity: about 10 ms a page.
  /// - Throws: ``DocumentRefusal/noFont(_:)`` where the machine has none of the wanted fonts.
  public func pdf(fonts: LetterFonts = LetterFonts()) throws(DocumentRefusal) -> [UInt8] {
    let canvas = try PDFCanvas(width: TypePage.sheetWidth, height: TypePage.sheetHeight, fonts: fonts)
    canvas.describe(title: title, author: signature, on: date, in: language)
    var setter = LetterSetter(self, measure: canvas.width)
    for page in setter.pages() {
      for rule in page.rules {
        canvas.rule(
          x: TypePage.left, y: rule.y, width: TypePage.width, thickness: rule.thickness, isRed: rule.isRed)
      }
      page.pieces.forEach(canvas.draw)
      canvas.endPage()
    }
    return try canvas.finish()
  }

  /// The pages as they are set, for whoever wants to know what stands where.
  public func pages(fonts: LetterFonts = LetterFonts()) throws(DocumentRefusal) -> [SetPage] {
    let canvas = try PDFCanvas(width: TypePage.sheetWidth, height: TypePage.sheetHeight, fonts: fonts)
    canvas.describe(title: title, author: signature, on: date, in: language)
    var setter = LetterSetter(self, measure: canvas.width)
    return setter.pages()
  }
}
