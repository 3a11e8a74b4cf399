public import JobsStore
public import Web

/// Adds the doors of the background jobs: the list, each job with its progress, stop and go on.
///
/// - Parameter kinds: what people call each kind of job, by its code.
public func addJobDoors(to routes: inout Routes, desk: JobDesk, kinds: [String: JobKind] = [:]) {
  let pages = JobPages(desk: desk, kinds: kinds)
  routes.page("/jobs", needs: .readJobs, pages.list)
  routes.page("/jobs/:id", needs: .readJobs, pages.show)
  routes.file("/jobs/:id/progress", needs: .readJobs, pages.progress)
  routes.action("/jobs/:id/cancel", needs: .queueJobs, submit: pages.cancel)
  routes.action("/jobs/:id/resume", needs: .queueJobs, submit: pages.resume)
  for endpoint in JobAPI(desk: desk).endpoints { routes.endpoint(endpoint) }
}
