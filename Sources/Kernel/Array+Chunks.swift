extension Array {
  /// The elements in order, so many together as one statement or one piece of work takes; the last chunk may be shorter.
  public func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
