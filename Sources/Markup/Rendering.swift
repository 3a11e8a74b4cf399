public import Kernel

/// What markup needs to know to become text.
public struct Rendering: Sendable {
  public let language: Language
  /// What stands in the hidden field of forms that post; nil where no form may stand.
  public let formToken: String?
  /// What sets the forms of this page apart from those of every other; nil where they need no id.
  public let formID: String?

  public init(_ language: Language, formToken: String? = nil, formID: String? = nil) {
    self.language = language
    self.formToken = formToken
    self.formID = formID
  }
}

extension HTML {
  public func render(in language: Language) -> String { render(Rendering(language)) }

  public func render(_ rendering: Rendering) -> String { String(decoding: bytes(rendering), as: UTF8.self) }

  /// The markup as UTF-8, written into one buffer.
  public func bytes(_ rendering: Rendering) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32_768)
    write(rendering, into: &bytes)
    return bytes
  }

  private func write(_ rendering: Rendering, into bytes: inout [UInt8]) {
    for part in parts {
      switch part {
      case .verbatim(let markup): bytes.append(contentsOf: markup.utf8)
      case .phrase(let phrase), .label(let phrase, _): appendEscaped(phrase.text(in: rendering.language), to: &bytes)
      case .link(let link): appendEscaped(link.path(in: rendering.language), to: &bytes)
      case .spoken(let text, let language): Self.speak(text, language, rendering, into: &bytes)
      case .either(let zh, let en): (rendering.language == .zh ? zh : en).write(rendering, into: &bytes)
      case .formToken: Self.writeToken(rendering, into: &bytes)
      }
    }
  }

  private static func speak(_ text: String, _ language: Language, _ rendering: Rendering, into bytes: inout [UInt8]) {
    guard language != rendering.language else { return appendEscaped(text, to: &bytes) }
    bytes.append(contentsOf: "<span lang=\"\(language.rawValue)\">".utf8)
    appendEscaped(text, to: &bytes)
    bytes.append(contentsOf: "</span>".utf8)
  }

  private static func writeToken(_ rendering: Rendering, into bytes: inout [UInt8]) {
    guard let token = rendering.formToken else { return }
    bytes.append(contentsOf: "<input type=\"hidden\" name=\"form-token\" value=\"".utf8)
    appendEscaped(token, to: &bytes)
    bytes.append(contentsOf: "\">".utf8)
    guard let id = rendering.formID else { return }
    // Its place on the page tells a form from the others there.
    bytes.append(contentsOf: "<input type=\"hidden\" name=\"form-id\" value=\"\(id)-\(bytes.count)\">".utf8)
  }
}
