import Foundation
public import Metrics
import Synchronization

/// Figures of this process in memory, as Prometheus reads them.
///
/// A backend of swift-metrics: counters, gauges, and durations and sizes as histograms. A name with its
/// labels is one series for as long as the process lives.
public final class MetricsRegistry: MetricsFactory {
  private let series = Mutex<[SeriesName: any MetricsSeries]>([:])

  public init() {}

  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    one(label, dimensions, or: MetricsCounter.init)
  }

  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    one(label, dimensions, or: MetricsGauge.init)
  }

  public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    aggregate
      ? one(label, dimensions) { MetricsHistogram(bounds: MetricsHistogram.sizes) } as any RecorderHandler
      : one(label, dimensions, or: MetricsGauge.init)
  }

  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    one(label, dimensions) { MetricsHistogram(bounds: MetricsHistogram.seconds) }
  }

  public func destroyCounter(_ handler: any CounterHandler) {}
  public func destroyMeter(_ handler: any MeterHandler) {}
  public func destroyRecorder(_ handler: any RecorderHandler) {}
  public func destroyTimer(_ handler: any TimerHandler) {}

  /// Everything, in the text format that Prometheus reads, version 0.0.4.
  public func text() -> String {
    let all = series.withLock { $0 }.sorted { $0.key < $1.key }
    var text = ""
    var last = ""
    for (name, series) in all {
      let family = name.family + series.suffix
      if family != last { text += "# TYPE \(family) \(series.type)\n" }
      last = family
      text += series.lines(family, labels: name.labels)
    }
    return text + MetricsProcess.text()
  }

  /// A name used for two sorts of figures keeps the first; the second is kept beside it, unseen.
  private func one<Series: MetricsSeries>(
    _ label: String, _ dimensions: [(String, String)], or make: () -> Series
  ) -> Series {
    let name = SeriesName(label, dimensions)
    return series.withLock { series in
      if let known = series[name] as? Series { return known }
      let new = make()
      if series[name] == nil { series[name] = new }
      return new
    }
  }
}

/// What one series is called.
struct SeriesName: Hashable, Comparable {
  let family: String
  /// `a="b",c="d"`, without braces.
  let labels: String

  init(_ label: String, _ dimensions: [(String, String)]) {
    family = "ipzone_" + Self.plain(label)
    labels = dimensions.map { "\(Self.plain($0))=\"\(Self.escaped($1))\"" }.joined(separator: ",")
  }

  static func < (left: Self, right: Self) -> Bool { (left.family, left.labels) < (right.family, right.labels) }

  private static func plain(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}

/// A figure that can print itself.
protocol MetricsSeries: AnyObject, Sendable {
  var type: String { get }
  var suffix: String { get }
  func lines(_ family: String, labels: String) -> String
}

func metricsLine(_ name: String, _ labels: String, _ value: some CustomStringConvertible) -> String {
  labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
}
