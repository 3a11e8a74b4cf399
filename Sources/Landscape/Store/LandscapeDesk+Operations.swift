public import Access
import Corpus

extension LandscapeDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("landscape.draw", needs: readers) {
        _ = try await desk.draw(CorpusQuestion(), by: $0)
      }
    ]
  }
}
