/// Which segments are merged next.
enum MergeChoice {
  static func everything(_ segments: [LiveSegment]) -> [Int]? {
    segments.count > 1 || segments.contains { $0.goneCount > 0 } ? Array(segments.indices) : nil
  }

  /// Segments of one order of size, once there are `fan` of them; or one of which a third is gone.
  static func next(_ segments: [LiveSegment], _ limits: CorpusLimits) -> [Int]? {
    if let half = segments.firstIndex(where: { $0.goneCount * 3 > $0.segment.count }) { return [half] }
    var orders: [Int: [Int]] = [:]
    for (index, live) in segments.enumerated() {
      orders[order(live.segment.placeCount, limits.fan), default: []].append(index)
    }
    return orders.values.filter { $0.count >= limits.fan }.min { $0.count < $1.count }
  }

  private static func order(_ size: Int, _ fan: Int) -> Int {
    var (order, rest) = (0, size / 1_000)
    while rest >= fan {
      rest /= max(fan, 2)
      order += 1
    }
    return order
  }
}
