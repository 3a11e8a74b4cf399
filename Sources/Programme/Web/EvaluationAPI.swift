import API
import HTTPTypes
import Kernel
import Programme
import ProgrammeStore

/// The evaluations for programs.
struct EvaluationAPI: Sendable {
  let desk: ProgrammeDesk

  var endpoints: [APIEndpoint] { [schemes, scheme, runs, run] }

  private var schemes: APIEndpoint {
    APIEndpoint(
      .get, "evaluations/schemes", summary: Phrase(zh: "评价指标方案的现行版本", en: "The present versions of the schemes"),
      needs: .readEvaluations, answer: .array(SchemeView.schema), example: "/api/v1/evaluations/schemes"
    ) { request in
      try APIAnswer(try await desk.schemes(by: request.account).map { SchemeView($0) })
    }
  }

  private var scheme: APIEndpoint {
    APIEndpoint(
      .get, "evaluations/schemes/:scheme", summary: Phrase(zh: "一套评价指标", en: "One scheme with its indicators"),
      needs: .readEvaluations,
      parameters: [
        .path("scheme", .text, Phrase(zh: "方案代码", en: "The scheme's code")),
        .query(
          "version", .text,
          Phrase(zh: "版本哈希的开头，默认现行版本", en: "How a version's hash begins; the present one if not given")),
      ], answer: SchemeDetail.schema, example: "/api/v1/evaluations/schemes/zone-2023"
    ) { request in
      let file = try await desk.scheme(
        request.text("scheme") ?? "", version: request.text("version"), by: request.account)
      return try APIAnswer(SchemeDetail(file.shown))
    }
  }

  private var runs: APIEndpoint {
    APIEndpoint(
      .get, "evaluations/runs", summary: Phrase(zh: "历次评价，最新的在前", en: "The evaluations, the newest first"),
      needs: .readEvaluations, answer: .array(RunView.schema), example: "/api/v1/evaluations/runs"
    ) { request in
      try APIAnswer(
        try await desk.runs(by: request.account).map { RunView($0.run, $0.version, $0.total) })
    }
  }

  private var run: APIEndpoint {
    APIEndpoint(
      .get, "evaluations/runs/:id", summary: Phrase(zh: "一次评价的各项得分", en: "One evaluation with its scores"),
      needs: .readEvaluations, answer: RunDetail.schema
    ) { request in
      try APIAnswer(RunDetail(try await desk.run(try request.id(), by: request.account)))
    }
  }
}
