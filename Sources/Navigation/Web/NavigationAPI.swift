import API
import HTTPTypes
import Kernel
import Navigation
import NavigationStore

/// Navigation projects for programs.
struct NavigationAPI: Sendable {
  let desk: NavigationDesk

  var endpoints: [APIEndpoint] { [projects, project, dataset, rerun] }

  private var projects: APIEndpoint {
    APIEndpoint(
      .get, "navigations", summary: Phrase(zh: "可查看的专利导航项目", en: "The navigation projects that one may see"),
      needs: .readNavigation, answer: [NavigationView].schema
    ) { request in
      try APIAnswer(try await desk.index(by: request.account).map { NavigationView($0.project, $0.dataset, $0.clock) })
    }
  }

  private var project: APIEndpoint {
    APIEndpoint(
      .get, "navigations/:id", summary: Phrase(zh: "一个项目及其方法页的数字", en: "A project with the numbers of its method"),
      needs: .readNavigation, answer: NavigationDetail.schema
    ) { request in
      let file = try await desk.find(try request.id(), by: request.account)
      return try APIAnswer(NavigationDetail(file))
    }
  }

  private var dataset: APIEndpoint {
    APIEndpoint(
      .get, "navigations/:id/dataset",
      summary: Phrase(zh: "冻结的数据集（CSV），移出的注明理由", en: "The frozen dataset as CSV; what was taken out says why"),
      needs: .readNavigation, answer: .file(["text/csv"])
    ) { request in
      let (_, lines) = try await desk.documents(of: try request.id(), by: request.account)
      return APIAnswer(
        bytes: Array(datasetCSV(lines, in: .en, for: .programs).utf8), mediaType: "text/csv")
    }
  }

  private var rerun: APIEndpoint {
    APIEndpoint(
      .get, "navigations/:id/rerun",
      summary: Phrase(zh: "复算存储的检索式，与冻结的数据集比较", en: "Run the stored searches again and compare"),
      needs: .readNavigation, answer: RerunView.schema
    ) { request in
      try APIAnswer(RerunView(try await desk.rerun(try request.id(), by: request.account)))
    }
  }
}
