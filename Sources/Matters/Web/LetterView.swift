import Documents
import Foundation
import Kernel
import Markup
import Matters
import Web

extension Letter {
  /// The document as it is issued: in Chinese, whatever language its reader prefers.
  func issued(_ facts: LetterFacts, signedBy signature: String) -> OfficialLetter {
    OfficialLetter(
      in: .zh, number: "\(facts.number)", title: title.zh, addressee: addressee(facts),
      paragraphs: body(facts).flatMap(\.paragraphs), signature: signature, date: facts.issuedOn)
  }
}

/// A document that a step issued, as it said it then.
func letterPage(_ letter: Letter, _ facts: LetterFacts, _ id: ID<Matter>, place: Int, site: String, isStaff: Bool)
  -> Page
{
  let translation = letter.body(facts).map { "<p>\(marked($0.en))</p>" as HTML }
  return Page(
    letter.title,
    trail: [
      isStaff
        ? Crumb(Phrase(zh: "办理队列", en: "Queue"), MatterPath.queue)
        : Crumb(Phrase(zh: "我的办件", en: "My matters"), MatterPath.own),
      Crumb(.text("\(facts.number)", lang: .en), MatterPath.show(id)),
    ],
    """
    <p class="actions">\(linkButton(Phrase(zh: "下载 PDF", en: "Download as PDF"), to: MatterPath.letterFile(place, id)))</p>
    \(letter.issued(facts, signedBy: site).html)\
    \(HTML(zh: "", en: "<h2>What it says</h2>\(translation)"))
    """)
}

extension Phrase {
  /// What somebody typed in several lines stands in several paragraphs.
  fileprivate var paragraphs: [OfficialLetter.Paragraph] {
    zh.split(whereSeparator: \.isNewline).map { OfficialLetter.Paragraph($0.trimmingCharacters(in: .whitespaces)) }
  }
}
