import ArgumentParser
import Foundation
import Kernel
import Storage

/// One run of the command line: words in, exit code out.
enum Program {
  static func run(_ words: [String], environment: [String: String] = ProcessInfo.processInfo.environment) async -> Int32
  {
    let console = Console(
      language: LanguageChoice.language(words: words, environment: environment), isJSON: words.contains("--json"))
    if let help = HelpRequest(words) { return help.answer(on: console) }
    if words == ["--version"] {
      console.line("ipzone \(programVersion)")
      return ExitStatus.done.rawValue
    }
    do {
      return await perform(try IPZone.parseAsRoot(WordOrder.arranged(words)), on: console, environment)
    } catch {
      return UsageFault(error).answer(on: console)
    }
  }

  private static func perform(
    _ parsed: any ParsableCommand, on console: Console, _ environment: [String: String]
  ) async -> Int32 {
    guard let command = parsed as? any ZoneCommand else {
      let help = HelpPage.root.command(for: type(of: parsed)).text(in: console.language)
      if console.isJSON { console.json(["error": "usage", "message": JSONLine(help)]) } else { console.line(help) }
      return ExitStatus.wrongUsage.rawValue
    }
    let surroundings = Surroundings(environment: environment, options: command.options, console: console)
    do {
      let outcome = try await command.perform(surroundings)
      outcome.tell(on: console)
      return outcome.status.rawValue
    } catch let fault as any Error {
      return FailureReport(fault, hiding: surroundings.secrets).answer(on: console).rawValue
    }
  }
}

/// What the shell learns.
enum ExitStatus: Int32 {
  case done = 0
  /// Refused, or a check found something.
  case refused = 1
  case wrongUsage = 2
}

let programVersion = "0.1.0"
