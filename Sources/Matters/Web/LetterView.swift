import Documents
import Kernel
import Markup
import Matters
import Web

extension Letter {
  /// The document as it is issued: in Chinese, whatever language its reader prefers.
  func issued(_ facts: LetterFacts, signedBy signature: String) -> OfficialLetter {
    OfficialLetter(
      in: .zh, number: "\(facts.number)", title: title.zh, addressee: facts.addressee.isEmpty ? nil : facts.addressee,
      paragraphs: body(facts).map { OfficialLetter.Paragraph($0.zh) }, signature: signature, date: facts.issuedOn)
  }
}

/// A document that a step issued, as it said it then.
func letterPage(_ letter: Letter, _ facts: LetterFacts, _ id: ID<Matter>, place: Int, site: String) -> Page {
  let translation = letter.body(facts).map { "<p>\(marked($0.en))</p>" as HTML }
  return Page(
    letter.title,
    trail: [
      Crumb(Phrase(zh: "我的办件", en: "My matters"), MatterPath.own),
      Crumb(.text("\(facts.number)", lang: .en), MatterPath.show(id)),
    ],
    """
    <p class="actions">\(linkButton(Phrase(zh: "下载 PDF", en: "Download as PDF"), to: MatterPath.letterFile(place, id)))</p>
    \(letter.issued(facts, signedBy: site).html)\
    \(HTML(zh: "", en: "<h2>What it says</h2>\(translation)"))
    """)
}
