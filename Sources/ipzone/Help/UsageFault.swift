import ArgumentParser
import Foundation
import Kernel

/// Words that the parser did not understand, in the user's language.
struct UsageFault {
  private let said: String

  init(_ error: any Error) { said = IPZone.message(for: error) }

  func answer(on console: Console) -> Int32 {
    let text = phrase.text(in: console.language)
    console.note(Phrase(zh: "ipzone：\(text)", en: "ipzone: \(text)"))
    console.note(Phrase(zh: "“ipzone --help”显示用法。", en: "“ipzone --help” shows how to use it."))
    if console.isJSON { console.json(["error": "usage", "message": JSONLine(text)]) }
    return ExitStatus.wrongUsage.rawValue
  }

  /// The parser's sentence, and its Chinese where the sentence is known.
  private var phrase: Phrase {
    let first = said.split(separator: "\n").first.map(String.init) ?? said
    let quoted = first.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let name = quoted.first ?? ""
    let zh: String
    if first.hasPrefix("Unknown option") {
      zh = "没有选项 \(name)"
    } else if first.hasPrefix("Missing value for") {
      zh = "\(name) 缺少取值"
    } else if first.hasPrefix("Missing expected argument") {
      zh = "缺少参数 \(name)"
    } else if first.hasPrefix("The value") {
      zh = "“\(name)”不能用作 \(quoted.dropFirst().first ?? "取值")"
    } else if first.contains("nexpected argument") {
      zh = "多余的参数：\(quoted.joined(separator: "、"))"
    } else {
      zh = "用法有误"
    }
    return Phrase(zh: zh, en: said.split(separator: "\n").joined(separator: " "))
  }
}
