import Foundation
import Kernel
import Storage

/// What the user learns of a command that threw.
struct FailureReport {
  private let code: String
  private let phrase: Phrase
  private let secrets: [String]

  /// - Parameter secrets: texts that must not appear, such as the database's password.
  init(_ error: any Error, hiding secrets: [String]) {
    self.secrets = secrets
    switch error {
    case let refusal as FormRefusal:
      code = refusal.code
      phrase = Phrase(
        zh: refusal.causes.map(\.phrase.zh).joined(separator: "；"),
        en: refusal.causes.map(\.phrase.en).joined(separator: "; "))
    case let refusal as any Refusal:
      code = refusal.code
      phrase = refusal.phrase
    case StorageFault.unreachable(let why):
      code = "storage.unreachable"
      phrase = Phrase(
        zh: "无法连接数据库，请检查地址与服务是否运行（\(why)）",
        en: "The database cannot be reached; check its address and that it runs (\(why))")
    case is CancellationError:
      code = "cancelled"
      phrase = Phrase(zh: "已取消", en: "Cancelled")
    default:
      code = "defect"
      phrase = Phrase(zh: "程序出错：\(error)", en: "The program failed: \(error)")
    }
  }

  func answer(on console: Console) -> ExitStatus {
    let text = shown(phrase.text(in: console.language))
    console.note(Phrase(zh: "ipzone：\(text)", en: "ipzone: \(text)"))
    if console.isJSON { console.json(["error": JSONLine(code), "message": JSONLine(text)]) }
    return .refused
  }

  private func shown(_ text: String) -> String {
    secrets.reduce(text) { $0.replacingOccurrences(of: $1, with: "•••") }
  }
}
