import ArgumentParser
import Assembly
import Kernel

/// `ipzone doctor`.
struct DoctorCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "doctor", zh: "检查部署", en: "Look a deployment over",
    more: Phrase(zh: "有一项异常时退出码为 1。", en: "Exit code 1 if one thing failed."))

  @OptionGroup var options: GlobalOptions

  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    try await surroundings.withZone(.lookedAt) { zone in
      let findings = await Doctor(of: zone).examine()
      for finding in findings {
        surroundings.console.say(
          Phrase(
            zh: "\(finding.state.phrase.zh)  \(finding.name)：\(finding.phrase.zh)",
            en: "\(finding.state.phrase.en)  \(finding.name): \(finding.phrase.en)"))
      }
      let failed = findings.filter { $0.state == .failed }.count
      let warnings = findings.filter { $0.state == .warning }.count
      let list = findings.map { finding -> JSONLine in
        [
          "name": JSONLine(finding.name), "state": JSONLine(finding.state.rawValue),
          "message": JSONLine(finding.phrase.text(in: surroundings.console.language)),
        ]
      }
      return Outcome(
        ["ok": .bool(failed == 0), "failed": JSONLine(failed), "warnings": JSONLine(warnings), "checks": .array(list)],
        Phrase(
          zh: "异常 \(failed) 项，注意 \(warnings) 项", en: "\(failed) failed, \(warnings) warnings"),
        status: failed == 0 ? .done : .refused)
    }
  }
}
