import Foundation
import Metrics
import Synchronization

final class MetricsCounter: CounterHandler, MetricsSeries {
  private let count = Atomic<Int64>(0)
  let type = "counter"
  let suffix = "_total"

  func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }
  func reset() { count.store(0, ordering: .relaxed) }

  func lines(_ family: String, labels: String) -> String {
    metricsLine(family, labels, count.load(ordering: .relaxed))
  }
}

final class MetricsGauge: MeterHandler, RecorderHandler, MetricsSeries {
  private let value = Mutex(0.0)
  let type = "gauge"
  let suffix = ""

  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { self.value.withLock { $0 = value } }
  func increment(by amount: Double) { value.withLock { $0 += amount } }
  func decrement(by amount: Double) { value.withLock { $0 -= amount } }
  func record(_ value: Int64) { set(Double(value)) }
  func record(_ value: Double) { set(value) }

  func lines(_ family: String, labels: String) -> String { metricsLine(family, labels, value.withLock { $0 }) }
}

/// How many values fell below each bound; durations are in seconds.
final class MetricsHistogram: TimerHandler, RecorderHandler, MetricsSeries {
  private struct State {
    var counts: [Int]
    var count = 0
    var sum = 0.0
  }

  private let bounds: [Double]
  private let state: Mutex<State>
  let type = "histogram"
  var suffix: String { bounds == Self.seconds ? "_seconds" : "" }

  static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  static let sizes = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000] as [Double]

  init(bounds: [Double]) {
    self.bounds = bounds
    state = Mutex(State(counts: Array(repeating: 0, count: bounds.count)))
  }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    let place = bounds.firstIndex { value <= $0 }
    state.withLock { state in
      if let place { state.counts[place] += 1 }
      state.count += 1
      state.sum += value
    }
  }

  func lines(_ family: String, labels: String) -> String {
    let state = state.withLock { $0 }
    let before = labels.isEmpty ? "" : labels + ","
    var text = ""
    var below = 0
    for (bound, count) in zip(bounds, state.counts) {
      below += count
      text += metricsLine(family + "_bucket", before + "le=\"\(bound)\"", below)
    }
    text += metricsLine(family + "_bucket", before + "le=\"+Inf\"", state.count)
    text += metricsLine(family + "_sum", labels, state.sum)
    return text + metricsLine(family + "_count", labels, state.count)
  }
}

/// What the operating system knows of this process.
enum MetricsProcess {
  static func text() -> String {
    var text = ""
    if let pages = residentPages() {
      text += "# TYPE process_resident_memory_bytes gauge\n"
      text += metricsLine("process_resident_memory_bytes", "", pages * sysconf(Int32(_SC_PAGESIZE)))
    }
    if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
      text += "# TYPE process_open_fds gauge\n" + metricsLine("process_open_fds", "", open)
    }
    var usage = rusage()
    if getrusage(RUSAGE_SELF.rawValue, &usage) == 0 {
      let seconds =
        Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
      text += "# TYPE process_cpu_seconds_total counter\n" + metricsLine("process_cpu_seconds_total", "", seconds)
    }
    return text
  }

  private static func residentPages() -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .ascii) else { return nil }
    return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }
}
