import Kernel
import Premises
import Web

/// The thresholds as people type them: persons, years, and revenue in units of 10,000 yuan.
struct CriteriaFields {
  /// What was typed, by the name of the field.
  let typed: [String: String]

  init(_ value: (String) -> String?) {
    typed = Self.names.reduce(into: [:]) { found, name in
      if let text = value(name) { found[name] = text }
    }
  }

  /// What a version says.
  init(_ criteria: StageCriteria) {
    typed = criteria.thresholds.reduce(into: [:]) { found, threshold in
      found[Self.name(threshold.stage, threshold.measure)] = Self.text(threshold.minimum, threshold.measure)
    }
  }

  static let stages: [TenantStage] = [.mature, .growing]
  static let names = ["from"] + stages.flatMap { stage in StageMeasure.allCases.map { name(stage, $0) } }

  static func name(_ stage: TenantStage, _ measure: StageMeasure) -> String { "\(stage.rawValue)-\(measure.rawValue)" }

  /// Whether anything was asked for at all.
  var isEmpty: Bool { typed.isEmpty }

  var query: [(String, String)] { Self.names.compactMap { name in typed[name].map { (name, $0) } } }

  /// - Throws: `FormRefusal` with everything that is wrong.
  func draft() throws -> CriteriaDraft {
    var check = FormCheck()
    let from = try check.take("from") { () throws -> Day in
      guard let text = typed["from"] else { throw FieldFault.missing }
      guard let day = Day(text) else { throw FieldFault.noDay }
      return day
    }
    var thresholds: [StageThreshold] = []
    for stage in Self.stages {
      for measure in StageMeasure.allCases {
        guard let text = typed[Self.name(stage, measure)] else { continue }
        let minimum = try check.take(Self.name(stage, measure)) { try Self.minimum(text, measure) }
        if let minimum { thresholds.append(StageThreshold(stage, measure, atLeast: minimum)) }
      }
    }
    try check.verify()
    guard let from else { throw FieldFault.missing }
    return try CriteriaDraft(from: from, thresholds: thresholds)
  }

  private static func minimum(_ text: String, _ measure: StageMeasure) throws(StageRefusal) -> Int64 {
    switch measure {
    case .staff, .years:
      guard let number = Int64(text), (0...1_000_000).contains(number) else { throw .wrongAmount(measure) }
      return number
    case .revenue:
      // A hundredth of 10,000 yuan is 100 yuan, or 10,000 fen.
      guard let parts = hundredths(of: text) else { throw .wrongAmount(measure) }
      return Int64(parts) * 10_000
    }
  }

  private static func text(_ minimum: Int64, _ measure: StageMeasure) -> String {
    guard measure == .revenue else { return String(minimum) }
    let text = FloorArea(hundredths: Int(minimum / 10_000)).description
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }
}
