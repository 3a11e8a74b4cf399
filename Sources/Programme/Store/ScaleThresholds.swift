import Figures
import FiguresStore
public import Kernel
import Storage

/// From which yearly revenue on an institution is above scale, by the class of its industry (国民经济行业分类).
public struct ScaleThresholds: Sendable {
  /// Classes that begin with L or M: leasing and business, research and technical services.
  public let services: Fen
  /// Classes that begin with I: information transmission and software.
  public let information: Fen
  /// Every other class of services.
  public let others: Fen

  public init(services: Fen, information: Fen, others: Fen) {
    self.services = services
    self.information = information
    self.others = others
  }

  /// Whether the return of an institution reaches its threshold, or it is on the statistics list, as AMB-05 reads it.
  func reached(_ question: FigureQuestion) -> SQL {
    if question.rulings[Ruling.aboveScale.code] == "listed" { return "r.nbs_listed = 1" }
    return """
      r.total_revenue >= CASE WHEN i.industry LIKE 'I%' THEN \(information)
        WHEN i.industry IS NULL OR i.industry LIKE 'L%' OR i.industry LIKE 'M%' THEN \(services) ELSE \(others) END
      """
  }
}
