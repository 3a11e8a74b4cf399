import Corpus
import CorpusWeb
import Kernel
import Markup
import Patents
import PatentsStore
import PatentsWeb

extension SearchLinks {
  /// The search over the register of patents.
  static let patents: SearchLinks = {
    var links = register
    links.drawn = { question in
      (
        Phrase(zh: "态势分析", en: "Landscape"),
        Link("/landscape", query: [("q", question.text)] + question.narrowings.map { ("f", $0.description) })
      )
    }
    return links
  }()

  private static let register = SearchLinks(
    document: { Link("/patents/\(ID<Patent>($0))") },
    isSample: { $0.applicants.contains { $0.hasSuffix("（示例）") } },
    kinds: PatentKind.allCases.map { ($0.rawValue, $0.phrase) },
    exports: (needs: .exportPatents, forms: PatentResults.forms),
    export: { Link("/search/export.\($0)") },
    elsewhere: { text in
      guard !text.isEmpty else { return [] }
      return [
        (Phrase(zh: "在登记库中按名称、申请人、号码查找", en: "Look in the register"), Link("/patents", query: [("q", text)])),
        (Phrase(zh: "在申请人与机构中查找", en: "Look among applicants"), Link("/parties", query: [("q", text)])),
      ]
    })
}
