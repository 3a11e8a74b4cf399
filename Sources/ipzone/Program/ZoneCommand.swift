import ArgumentParser
import Kernel

/// A command that does something, as against one that only groups others.
protocol ZoneCommand: ParsableCommand {
  var options: GlobalOptions { get }
  func perform(_ surroundings: Surroundings) async throws -> Outcome
}

/// How a command ended: one JSON object for programs, a sentence for people.
struct Outcome: Sendable {
  var status = ExitStatus.done
  var json: JSONLine
  /// Nil where the command has said what there is to say.
  var phrase: Phrase?

  init(_ json: JSONLine, _ phrase: Phrase? = nil, status: ExitStatus = .done) {
    self.json = json
    self.phrase = phrase
    self.status = status
  }

  func tell(on console: Console) {
    if console.isJSON {
      console.json(json)
    } else if let phrase {
      if status == .done { console.say(phrase) } else { console.note(phrase) }
    }
  }
}
