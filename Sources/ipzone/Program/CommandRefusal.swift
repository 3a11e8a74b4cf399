import Corpus
import Kernel

/// Why a command does not do what it was asked to.
enum CommandRefusal: Refusal, Equatable {
  case noZone(String)
  case nothingToImport
  case notAnID(String)
  case cannotWrite(String)
  case noSamples
  case noWords
  case notADay(String)
  case notAFigure(String)
  case noLedger(String)
  case notAFacet(String)
  case notAnOrder(String)
  /// The option whose number is out of bounds.
  case notACount(String)

  var kind: RefusalKind {
    switch self {
    case .noZone, .nothingToImport, .noSamples, .noLedger: .missing
    case .notAnID, .cannotWrite, .noWords, .notADay, .notAFigure, .notAFacet, .notAnOrder, .notACount:
      .invalid
    }
  }

  var code: String {
    switch self {
    case .noZone: "command.no-zone"
    case .nothingToImport: "command.nothing-to-import"
    case .notAnID: "command.not-an-id"
    case .cannotWrite: "command.cannot-write"
    case .noSamples: "command.no-samples"
    case .noWords: "command.no-words"
    case .notADay: "command.not-a-day"
    case .notAFigure: "command.not-a-figure"
    case .noLedger: "command.no-ledger"
    case .notAFacet: "command.not-a-facet"
    case .notAnOrder: "command.not-an-order"
    case .notACount: "command.not-a-count"
    }
  }

  var phrase: Phrase {
    switch self {
    case .notADay(let text):
      Phrase(zh: "“\(text)”不是日期；日期形如 2026-10-31", en: "“\(text)” is not a day; days read 2026-10-31")
    case .notAFigure(let text):
      Phrase(zh: "“\(text)”不是指标和截止日；写法为 A01@2026-10-31", en: "“\(text)” is no figure and cut-off; write A01@2026-10-31")
    case .noLedger(let code):
      Phrase(
        zh: "没有代码为“\(code)”的台账；用 ipzone records list 查看全部代码",
        en: "There is no ledger “\(code)”; ipzone records list names them all")
    case .noZone(let directory):
      Phrase(
        zh: "\(directory) 中没有试验区数据；请核对 --data，或先运行 ipzone migrate 建立",
        en: "There is no zone in \(directory); check --data, or make one with ipzone migrate")
    case .nothingToImport:
      Phrase(zh: "所给的文件夹中没有可导入的文件", en: "The folders given hold no file that could be imported")
    case .notAnID(let text):
      Phrase(zh: "“\(text)”不是编号；编号为 13 位字母和数字", en: "“\(text)” is not an id; ids have 13 letters and digits")
    case .cannotWrite(let path):
      Phrase(zh: "无法写入 \(path)；请检查路径与权限", en: "\(path) cannot be written; check the path and its permissions")
    case .noSamples:
      Phrase(
        zh: "找不到示例文件；请用 --samples 指明 Samples 文件夹",
        en: "The sample files are not there; name the Samples folder with --samples")
    case .notAFacet(let text):
      Phrase(
        zh: "没有“\(text)”这个分面；可用：\(Self.facets)", en: "There is no facet “\(text)”; there are \(Self.facets)")
    case .notAnOrder(let text):
      Phrase(
        zh: "没有“\(text)”这种排序；可用：\(Self.orders)", en: "There is no order “\(text)”; there are \(Self.orders)")
    case .notACount(let option):
      Phrase(zh: "\(option) 的数超出范围；范围见 --help", en: "The number for \(option) is out of bounds; --help names them")
    case .noWords: Phrase(zh: "请写明内容，不能为空", en: "Please give some words; they must not be empty")
    }
  }

  private static let facets = CorpusColumn.facets.map(\.word).joined(separator: ", ")
  private static let orders = CorpusOrder.allCases.map(\.word).joined(separator: ", ")
}
