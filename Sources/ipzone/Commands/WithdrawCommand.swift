import ArgumentParser
import Assembly
import Kernel
import Patents
import PatentsStore

/// `ipzone withdraw`.
struct WithdrawCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "withdraw", zh: "撤回一次导入", en: "Take back one import, as if it had not been")

  @OptionGroup var options: GlobalOptions

  @Argument(help: .both(zh: "导入的编号（13 位）", en: "The import's id (13 symbols)", value: "IMPORT-ID"))
  var id: String

  @Option(help: .both(zh: "理由，记入留痕", en: "The reason, for the journal", value: "TEXT"))
  var because: String

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    guard let run = ID<PatentImport>(id) else { throw CommandRefusal.notAnID(id) }
    return try await surroundings.withZone(.existing) { zone in
      try await zone.patents.withdraw(run, because: because, by: zone.console)
      return Outcome(
        ["withdrawn": JSONLine(run.description)],
        Phrase(zh: "已撤回导入 \(run)", en: "Withdrew import \(run)"))
    }
  }
}
