public import CorpusStore
public import Web

/// The endpoints of the search.
public func addCorpusDoors(to routes: inout Routes, desk: CorpusDesk) {
  addSearchEndpoints(to: &routes, desk: desk)
}
