/// The sheet and the type area (版心) of an official document, in points of 1/72 inch from the upper left.
///
/// Source: GB/T 9704, 党政机关公文格式: A4, a type area of 156 × 225 mm with 37 mm above and 28 mm on its left,
/// 22 lines of 28 characters.
public enum TypePage {
  public static let sheetWidth = millimetres(210)
  public static let sheetHeight = millimetres(297)
  public static let left = millimetres(28)
  public static let top = millimetres(37)
  public static let width = millimetres(156)
  public static let height = millimetres(225)
  public static let linesPerPage = 22
  public static let charactersPerLine = 28

  /// What one character of the text takes.
  static let cell = width / Double(charactersPerLine)
  /// From line to line.
  static let pitch = height / Double(linesPerPage)

  /// 三号, 二号 and 四号.
  static let textSize = 16.0
  static let titleSize = 22.0
  static let smallSize = 14.0

  public static func millimetres(_ length: Double) -> Double { length * 72 / 25.4 }

  /// Where a line's characters stand: in the middle of its share of the type area.
  static func baseline(ofLine line: Int, size: Double) -> Double {
    top + Double(line) * pitch + (pitch - size) / 2 + 0.88 * size
  }
}
