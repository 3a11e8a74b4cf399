import Access
import HTTPTypes
import Hummingbird
import Jobs
import JobsStore
import Kernel
import Markup
import NIOCore
import Web

/// Translates between the portal and the job desk.
struct JobPages: Sendable {
  let desk: JobDesk
  let kinds: JobKinds
  private static let length = 50

  init(desk: JobDesk, kinds: JobKinds) {
    self.desk = desk
    self.kinds = kinds
  }

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let before = context.query.optional("before").flatMap { ID<Job>($0) }
    let found = try await desk.page(before: before, limit: Self.length + 1, by: context.account)
    let jobs = Array(found.prefix(Self.length))
    let older = found.count > Self.length ? jobs.last.map { JobPath.list(before: $0.id) } : nil
    return jobListPage(jobs, kinds: kinds, newest: before == nil ? nil : JobPath.list, older: older)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let job = try await desk.find(try context.id(), by: context.account)
    return jobPage(job, kinds: kinds, maySteer: context.account.may(.queueJobs))
  }

  /// The bar alone, to take the place of the one on the page.
  ///
  /// Without `data-refresh` it is the last: the page is loaded again then, and shows what came of the job.
  @Sendable func progress(_: Request, _ context: PortalContext) async throws -> Response {
    let job = try await desk.find(try context.id(), by: context.account)
    let bytes = jobProgress(job).bytes(Rendering(context.language))
    return Response(
      status: .ok, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "private, no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  @Sendable func cancel(_: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Job> = try context.id()
    try await unlessMovedOn { try await desk.cancel(id, by: context.account) }
    return .seeOther(JobPath.show(id), context)
  }

  @Sendable func resume(_: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Job> = try context.id()
    try await unlessMovedOn { try await desk.resume(id, by: context.account) }
    return .seeOther(JobPath.show(id), context)
  }

  /// A job that went on by itself while somebody looked at its page shows there how it stands now.
  private func unlessMovedOn(_ step: () async throws -> Void) async throws {
    do {
      try await step()
    } catch JobRefusal.notNow {
      return
    }
  }
}
