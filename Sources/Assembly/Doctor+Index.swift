import Corpus
import CorpusStore
import Kernel

extension Doctor {
  /// The search index: every block of its files against its sum, and how far it has followed the journal.
  ///
  /// It is made of the register alone, so that whatever is wrong with it is mended by building it anew.
  func index() async throws -> DoctorFinding {
    let status = try await zone.corpus.status(by: zone.console)
    if let damage = status.damage {
      return .failed(
        "index",
        Phrase(
          zh: "\(status.folder)：\(damage.phrase.zh)；\(Self.rebuilding.zh)",
          en: "\(status.folder): \(damage.phrase.en); \(Self.rebuilding.en)"))
    }
    switch status.state {
    case .absent: return absent(status)
    case .building(let done, _):
      return .warning(
        "index",
        Phrase(
          zh: "\(status.folder) 尚未建成：已完成 \(done) 件，共 \(status.registered) 件；服务会继续建立，也可运行 ipzone index rebuild",
          en:
            "\(status.folder) is not complete: \(done) of \(status.registered) documents; the server goes on with it, or run ipzone index rebuild"
        ))
    case .ready: return ready(status)
    }
  }

  private static let rebuilding = Phrase(
    zh: "索引只由登记生成，重建不会丢失任何记录；请先停止服务",
    en: "it is made of the register alone, so nothing is lost by it; stop the server first")

  private func absent(_ status: CorpusStatus) -> DoctorFinding {
    guard status.registered > 0 else {
      return .ok("index", Phrase(zh: "登记中还没有专利，无需检索索引", en: "no patent is registered, so no search index is needed"))
    }
    return .warning(
      "index",
      Phrase(
        zh: "没有检索索引（登记 \(status.registered) 件）；启动服务或首次检索时自动建立，也可运行 ipzone index rebuild",
        en:
          "there is no search index (\(status.registered) documents are registered); the server or the first search builds it, or run ipzone index rebuild"
      ))
  }

  private func ready(_ status: CorpusStatus) -> DoctorFinding {
    if status.isForeign {
      return .warning(
        "index",
        Phrase(
          zh: "\(status.folder) 属于另一本留痕或程序的旧版本；服务或下次检索会重建，也可运行 ipzone index rebuild",
          en:
            "\(status.folder) belongs to another journal or to an earlier program; the server or the next search builds it anew, or run ipzone index rebuild"
        ))
    }
    if status.standing.lag > 0 {
      return .warning(
        "index",
        Phrase(
          zh:
            "\(status.folder) 跟进到留痕第 \(status.standing.position) 号，落后 \(status.standing.lag) 条；服务或下次检索会跟上，也可运行 ipzone index rebuild",
          en:
            "\(status.folder) has followed to journal entry \(status.standing.position), \(status.standing.lag) behind; the server or the next search takes them in, or run ipzone index rebuild"
        ))
    }
    guard status.documents == status.registered else {
      return .failed(
        "index",
        Phrase(
          zh:
            "\(status.folder) 有 \(status.documents) 件，登记有 \(status.registered) 件；请运行 ipzone index rebuild，\(Self.rebuilding.zh)",
          en:
            "\(status.folder) has \(status.documents) documents, the register \(status.registered); run ipzone index rebuild: \(Self.rebuilding.en)"
        ))
    }
    return .ok(
      "index",
      Phrase(
        zh: "\(status.folder) 有 \(status.documents) 件，跟进到留痕第 \(status.standing.position) 号",
        en:
          "\(status.folder) has \(status.documents) documents and has followed to journal entry \(status.standing.position)"
      ))
  }
}
