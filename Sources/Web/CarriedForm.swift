import Foundation
import Markup

/// What was typed into a form whose session was over when it was submitted.
///
/// It travels as a hidden field through the sign-in pages, whose own token keeps it from being planted.
struct CarriedForm: Sendable, CustomStringConvertible {
  let link: Link
  let pairs: [(name: String, value: String)]

  init(link: Link, pairs: [(name: String, value: String)]) {
    self.link = link
    // What proves who someone is, is typed again.
    self.pairs = pairs.filter { !$0.name.contains("password") && $0.name != "form-token" && $0.name != "form-id" }
  }

  init?(_ text: String) {
    guard let data = Data(base64Encoded: text), let texts = try? JSONDecoder().decode([String].self, from: data),
      texts.count % 2 == 1, let link = Link(returningTo: texts[0])
    else { return nil }
    self.link = link
    pairs = stride(from: 1, to: texts.count, by: 2).map { (texts[$0], texts[$0 + 1]) }
  }

  var description: String {
    let texts = [link.target] + pairs.flatMap { [$0.name, $0.value] }
    return (try? JSONEncoder().encode(texts))?.base64EncodedString() ?? ""
  }
}
