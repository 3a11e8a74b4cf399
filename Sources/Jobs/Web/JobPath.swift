import Jobs
import Kernel
import Markup

/// Every address of the jobs.
enum JobPath {
  static let list = Link("/jobs")

  static func list(before last: ID<Job>) -> Link { Link("/jobs", query: [("before", last.description)]) }
  static func show(_ id: ID<Job>) -> Link { Link("/jobs/\(id)") }
  /// What the page asks while the job runs.
  static func progress(_ id: ID<Job>) -> Link { Link("/jobs/\(id)/progress") }
  static func cancel(_ id: ID<Job>) -> Link { Link("/jobs/\(id)/cancel") }
  static func resume(_ id: ID<Job>) -> Link { Link("/jobs/\(id)/resume") }
}
