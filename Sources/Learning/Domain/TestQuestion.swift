public import Kernel

/// A question of the short test after a lecture: one of its answers is right.
public struct TestQuestion: Equatable, Sendable {
  public let text: String
  public let answers: [String]
  /// The place of the right one among the answers, from 0.
  public let right: Int

  public init(text: String, answers: [String], right: Int) {
    self.text = text
    self.answers = answers
    self.right = right
  }

  /// Reads a test as it is written down: a question, its answers each behind `-`, the right one behind `*`, and an
  /// empty line before the next question.
  ///
  /// - Throws: ``LearningRefusal/wrongTest(question:)``.
  public static func read(_ text: String) throws(LearningRefusal) -> [TestQuestion] {
    var blocks: [[String]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.trimmingPrefix(while: \.isWhitespace)
      if line.isEmpty { blocks.append([]) } else { blocks[blocks.count - 1].append(String(line)) }
    }
    let found = blocks.filter { !$0.isEmpty }
    guard found.count <= 20 else { throw .wrongTest(question: 21) }
    var questions: [TestQuestion] = []
    for (place, block) in found.enumerated() {
      guard let question = question(block) else { throw .wrongTest(question: place + 1) }
      questions.append(question)
    }
    return questions
  }

  private static func question(_ lines: [String]) -> TestQuestion? {
    guard let text = lines.first, !text.hasPrefix("-"), !text.hasPrefix("*"), (3...6).contains(lines.count) else {
      return nil
    }
    let answers = lines.dropFirst()
    let right = answers.enumerated().filter { $0.element.hasPrefix("*") }.map(\.offset)
    guard right.count == 1, answers.allSatisfy({ $0.hasPrefix("-") || $0.hasPrefix("*") }) else { return nil }
    let words = answers.map { String($0.dropFirst().trimmingPrefix(while: \.isWhitespace)) }
    guard words.allSatisfy({ !$0.isEmpty }) else { return nil }
    return TestQuestion(text: text, answers: words, right: right[0])
  }

  /// As ``read(_:)`` reads it.
  public static func written(_ questions: [TestQuestion]) -> String {
    questions.map { question in
      ([question.text]
        + question.answers.enumerated().map { "\($0.offset == question.right ? "*" : "-") \($0.element)" })
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// How many of `given` are right, in percent rounded down; 0 for no question.
  public static func score(_ given: [Int?], of questions: [TestQuestion]) -> Int {
    guard !questions.isEmpty else { return 0 }
    let right = zip(questions, given).count { $0.right == $1 }
    return right * 100 / questions.count
  }
}
