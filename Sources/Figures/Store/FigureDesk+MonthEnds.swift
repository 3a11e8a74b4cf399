public import Figures
import Kernel
import Storage
import Synchronization

extension FigureDesk {
  /// Recomputes the month-ends that somebody looked at after their records had changed, until it is cancelled.
  ///
  /// While it runs, pages show what was kept and since when, so that nobody waits for a year's worth of figures;
  /// the value of the cut-off itself is always that of now. Each process keeps its own.
  ///
  /// - Parameter fault: told of each figure that could not be computed; it is tried again when it is looked at.
  public func keepMonthEnds(fault: @Sendable (IndicatorCode, any Error) -> Void) async {
    let signals = wishes.follow()
    defer { wishes.leave() }
    wishes.add(book.sources.map { MonthWish(code: $0.indicator.code, cutoff: world.today()) })
    for await _ in signals {
      for wish in wishes.take() {
        if Task.isCancelled { return }
        guard let source = book.find(wish.code) else { continue }
        do {
          try await database.read { db in
            let basis = try basis(in: db)
            let figure = try figure(source, at: wish.cutoff, basis, in: db)
            _ = try months(source, like: figure, .exact, basis, in: db)
          }
        } catch {
          if Task.isCancelled { return }
          fault(wish.code, error)
        }
      }
    }
  }

  /// The month-ends of the cut-off's year; the cut-off itself stands for its month, later ones are empty.
  func months(
    _ source: FigureSource, like figure: Figure, _ reading: MonthReading, _ basis: FigureBasis, in db: any Reading
  ) throws -> [FigurePoint] {
    let first = figure.cutoff.adding(days: 1 - figure.cutoff.day).adding(months: 1 - figure.cutoff.month)
    let points = try (0..<12).map { month in
      let end = first.adding(months: month).monthEnd
      if end.month == figure.cutoff.month {
        return FigurePoint(cutoff: figure.cutoff, state: figure.state, standing: .current)
      }
      guard end < figure.cutoff else { return FigurePoint(cutoff: end, state: nil, standing: .ahead) }
      return try point(source, at: end, reading, basis, in: db)
    }
    if points.contains(where: { $0.standing != .current && $0.standing != .ahead }) {
      wishes.add([MonthWish(code: figure.code, cutoff: figure.cutoff)])
    }
    return points
  }

  private func point(
    _ source: FigureSource, at end: Day, _ reading: MonthReading, _ basis: FigureBasis, in db: any Reading
  ) throws -> FigurePoint {
    let measure = source.indicator.measure
    if reading != .exact, wishes.isFollowed {
      let key = key(source, source.indicator.period, at: end, basis)
      if let last = kept.last(key), let totals = last.totals[nil] {
        let isCurrent = last.head == basis.head(of: source.tables(under: key.options))
        return FigurePoint(
          cutoff: end, state: measure.state(totals), standing: isCurrent ? .current : .earlier(last.computed))
      }
      if reading == .kept, !source.isAwaited { return FigurePoint(cutoff: end, state: nil, standing: .awaited) }
    }
    let totals = try totals(source, source.indicator.period, at: end, basis, in: db)
    let state = totals.map { measure.state($0) } ?? .noRecords(.noSource)
    return FigurePoint(cutoff: end, state: state, standing: .current)
  }
}

/// How exact month-ends are wanted.
public enum MonthReading: Sendable {
  /// As the records are now, however long it takes.
  case exact
  /// As they were computed last; computed if they never were.
  case keptOrExact
  /// As they were computed last; empty if they never were.
  case kept
}

/// A figure whose month-ends somebody looked at.
struct MonthWish: Hashable {
  let code: IndicatorCode
  let cutoff: Day
}

/// The month-ends to recompute.
final class MonthWishes: Sendable {
  private struct State {
    var wishes: [MonthWish] = []
    var follower: AsyncStream<Void>.Continuation?
  }

  private let state = Mutex(State())
  /// Two years' worth of overviews; a bound against whoever asks for every day there is.
  private let limit = 2_000

  /// Whether somebody recomputes them.
  var isFollowed: Bool { state.withLock { $0.follower != nil } }

  func follow() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    state.withLock { $0.follower = continuation }
    return stream
  }

  func leave() { state.withLock { $0 = State() } }

  func add(_ wishes: [MonthWish]) {
    state.withLock { state in
      guard let follower = state.follower else { return }
      let known = Set(state.wishes)
      state.wishes += wishes.filter { !known.contains($0) }.prefix(max(0, limit - state.wishes.count))
      follower.yield()
    }
  }

  func take() -> [MonthWish] {
    state.withLock { state in
      defer { state.wishes = [] }
      return state.wishes
    }
  }
}
