import Corpus
import Landscape
import Synchronization

/// Landscapes that were drawn before, while corpus, names and rules are what they were: a page and its files ask for the
/// same one.
final class DrawnLandscapes: Sendable {
  private struct Entry {
    let question: CorpusQuestion
    let merging: NameMerging
    let report: LandscapeReport
  }

  private let entries = Mutex<[Entry]>([])
  private static let limit = 24

  func report(
    of selection: CorpusSelection, _ question: CorpusQuestion, merging: NameMerging, completeness: Completeness,
    options: LandscapeOptions
  ) -> LandscapeReport {
    let found = entries.withLock { entries in
      entries.first {
        $0.question == question && $0.report.options == options && $0.report.completeness == completeness
          && $0.report.position == selection.snapshot.position
          && $0.report.corpus == selection.snapshot.documentCount && $0.report.documents == selection.count
          && $0.merging == merging
      }
    }
    if let found { return found.report }
    let report = LandscapeReport(
      Landscape(
        of: selection, question: question, merging: merging, completeness: completeness, options: options))
    entries.withLock { entries in
      entries.insert(Entry(question: question, merging: merging, report: report), at: 0)
      entries.removeLast(max(0, entries.count - Self.limit))
    }
    return report
  }
}
