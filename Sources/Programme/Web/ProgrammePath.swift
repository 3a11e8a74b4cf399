import Kernel
import Markup
import Programme

/// Every address of the plans.
enum PlanPath {
  static let list = Link("/plan")
  static let new = Link("/plan/new")

  static func show(_ year: Int, _ filter: PlanFilter = PlanFilter()) -> Link {
    let query = [("person", filter.person), ("department", filter.department), ("light", filter.colour?.rawValue)]
    return Link("/plan/\(year)", query: query.compactMap { name, value in value.map { (name, $0) } })
  }

  static func newTask(_ year: Int) -> Link { Link("/plan/\(year)/tasks/new") }
  static func importing(_ year: Int) -> Link { Link("/plan/\(year)/import") }
  static func template(_ year: Int) -> Link { Link("/plan/\(year)/template.csv") }
  static func table(_ year: Int) -> Link { Link("/plan/\(year)/tasks.csv") }
  static func approve(_ year: Int) -> Link { Link("/plan/\(year)/approve") }

  static func task(_ id: ID<PlanTask>) -> Link { Link("/tasks/\(id)") }
  static func edit(_ id: ID<PlanTask>) -> Link { Link("/tasks/\(id)/edit") }
  static func redate(_ id: ID<PlanTask>) -> Link { Link("/tasks/\(id)/redate") }
  static func progress(_ id: ID<PlanTask>) -> Link { Link("/tasks/\(id)/progress") }
  static func finish(_ id: ID<PlanTask>) -> Link { Link("/tasks/\(id)/finish") }
  static func cancel(_ id: ID<PlanTask>) -> Link { Link("/tasks/\(id)/cancel") }
}

/// Every address of the evaluations.
enum EvaluationPath {
  static let list = Link("/evaluations")
  static let newScheme = Link("/evaluations/new")

  /// A scheme in its present version, or in one of its others.
  static func scheme(_ code: String, version hash: String? = nil) -> Link {
    Link("/evaluations/schemes/\(code)", query: hash.map { [("version", String($0.prefix(16)))] } ?? [])
  }

  static func text(_ version: SchemeVersion) -> Link {
    Link(
      "/evaluations/schemes/\(version.scheme.code)/scheme.yaml", query: [("version", String(version.hash.prefix(16)))])
  }

  static func weights(_ code: String) -> Link { Link("/evaluations/schemes/\(code)/weights") }
  static func newRun(_ code: String) -> Link { Link("/evaluations/schemes/\(code)/run") }
  static func run(_ id: ID<EvaluationRun>) -> Link { Link("/evaluations/runs/\(id)") }
  static func evidence(_ id: ID<EvaluationRun>) -> Link { Link("/evaluations/runs/\(id)/evidence") }
  static func pack(_ id: ID<EvaluationRun>) -> Link { Link("/evaluations/runs/\(id)/evidence.zip") }

  static func compare(_ id: ID<EvaluationRun>? = nil) -> Link {
    Link("/evaluations/compare", query: id.map { [("one", $0.description)] } ?? [])
  }
}
