import Corpus
import Kernel
import Markup

/// What bare words may have been meant as: the name of an applicant or inventor, or a number.
///
/// Without a field only texts are searched, as at the vendors; who types a name or a number is led to where it is. The
/// other readings are not counted: names are compared one by one, which a page of hits has no time for.
struct OtherReadings {
  private let found: [(words: Phrase, question: CorpusQuestion)]

  init(of question: CorpusQuestion, understoodAs query: CorpusQuery) {
    guard question.narrowing.isEmpty, Self.isBare(query), !question.text.contains("\"") else {
      found = []
      return
    }
    var readings = [
      (Phrase(zh: "申请人", en: "applicants"), "申请人:(\(question.text))"),
      (Phrase(zh: "发明人", en: "inventors"), "发明人:(\(question.text))"),
    ]
    if question.text.count(where: \.isNumber) >= 5 {
      readings.insert((Phrase(zh: "申请号与公开号", en: "numbers"), "号码:\"\(question.text)\""), at: 0)
    }
    found = readings.map { words, text in
      var reading = question
      reading.text = text
      return (words, reading)
    }
  }

  /// Whether a query is words alone, looked for in all texts.
  private static func isBare(_ query: CorpusQuery) -> Bool {
    switch query {
    case .phrase(_, let texts): texts == CorpusQuery.allTexts
    case .all(let parts): parts.allSatisfy(isBare)
    default: false
    }
  }

  var markup: HTML {
    guard !found.isEmpty else { return "" }
    let links = found.map { "<li><a href=\"\(SearchPath.results($0.question))\">\($0.words)</a></li>" as HTML }
    return """
      <div class="readings"><span id="readings-label">\(Phrase(zh: "改在以下字段中查找：", en: "Look for it among:"))</span>\
      <ul aria-labelledby="readings-label">\(links)</ul></div>
      """
  }
}
