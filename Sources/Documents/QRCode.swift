import CQREncode
public import Kernel
public import Markup

/// A QR code: a square of dark and light modules that stands for a text (ISO/IEC 18004).
///
/// Error correction is level M: 15 % of the symbol may be unreadable.
public struct QRCode: Equatable, Sendable {
  /// Modules a side: 21 for the smallest, 4 more for each larger version.
  public let side: Int
  /// Row by row from the upper left; true is dark.
  public let modules: [Bool]

  /// - Throws: ``QRCodeRefusal/wrongLength`` for nothing, and for more than 2,331 bytes.
  public init(_ text: String) throws(QRCodeRefusal) {
    let bytes = Array(text.utf8)
    guard (1...2_331).contains(bytes.count),
      let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
    else { throw .wrongLength(bytes.count) }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    // The lowest bit of each byte is the module; the others say how it came about.
    modules = UnsafeBufferPointer(start: code.pointee.data, count: side * side).map { $0 & 1 == 1 }
  }

  public subscript(row: Int, column: Int) -> Bool { modules[row * side + column] }

  /// The code as SVG, dark on white in every colour scheme, with the margin of four modules that readers need.
  ///
  /// `label`: what people get who scan it; read out instead of the picture.
  public func svg(label: Phrase) -> HTML {
    let whole = side + 8
    return """
      <svg class="qr-code" viewBox="0 0 \(whole) \(whole)" role="img" aria-label="\(label)" \
      shape-rendering="crispEdges"><rect width="\(whole)" height="\(whole)" fill="#fff"/>\
      <path fill="#000" d="\(path)"/></svg>
      """
  }

  /// One rectangle for each run of dark modules in a row.
  private var path: String {
    var path = ""
    for row in 0..<side {
      var column = 0
      while column < side {
        guard self[row, column] else {
          column += 1
          continue
        }
        let start = column
        while column < side, self[row, column] { column += 1 }
        path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z"
      }
    }
    return path
  }
}

/// Why a text cannot become a QR code.
public enum QRCodeRefusal: Refusal, Equatable {
  case wrongLength(Int)

  public var kind: RefusalKind { .invalid }
  public var code: String { "qr-code.length" }
  public var phrase: Phrase {
    switch self {
    case .wrongLength(let count):
      Phrase(
        zh: "二维码可容纳1至2331字节，现为\(count)字节，请缩短内容",
        en: "A QR code holds 1 to 2,331 bytes; this is \(count). Please shorten the text")
    }
  }
}
