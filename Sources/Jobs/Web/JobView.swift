import API
import Access
import Foundation
import Jobs
import Kernel

/// A job as programs see it.
struct JobView: APIValue {
  let id: ID<Job>
  let kind: String
  let title: String
  let createdAt: Date
  let createdBy: ID<Account>
  let stage: String
  let done: Int64
  let share: Int?
  let rate: Double?
  let secondsLeft: Double?
  let outcome: String?
  let refusal: Refused?

  init(_ job: Job) {
    id = job.id
    kind = job.kind
    title = job.title
    createdAt = job.createdAt
    createdBy = ID(job.createdBy)
    stage = job.stage.rawValue
    done = job.progress.done
    share = job.progress.share?.value
    rate = job.progress.rate
    secondsLeft = job.progress.secondsLeft
    outcome = job.stage == .failed ? nil : job.outcome
    refusal = job.stage == .failed ? JobFailure(job.outcome).map { Refused(code: $0.code, title: $0.phrase) } : nil
  }

  static var schema: APISchema {
    .object(
      "Job",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("kind", .text, Phrase(zh: "种类代码", en: "Code of its kind")),
        APIField("title", .text, Phrase(zh: "名称", en: "What people call it")),
        APIField("createdAt", .instant, Phrase(zh: "安排时间", en: "When it was ordered")),
        APIField("createdBy", .id, Phrase(zh: "安排者", en: "Who ordered it")),
        APIField("stage", .choice(JobStage.allCases.map(\.rawValue)), Phrase(zh: "状态", en: "Its stage")),
        APIField("done", .integer(), Phrase(zh: "已处理项数", en: "Units done")),
        APIField(
          "share", .integer(0...10_000), Phrase(zh: "已完成的万分比；未知则没有", en: "Hundredths of a percent; absent if unknown"),
          .sometimes),
        APIField("rate", .number, Phrase(zh: "每秒项数", en: "Units a second"), .sometimes),
        APIField("secondsLeft", .number, Phrase(zh: "预计剩余秒数", en: "Seconds left"), .sometimes),
        APIField("outcome", .text, Phrase(zh: "结果", en: "What came of it"), .sometimes),
        APIField("refusal", Refused.schema, Phrase(zh: "未完成的原因", en: "Why it was refused"), .sometimes),
      ])
  }

  /// Why a job was not done.
  struct Refused: APIValue {
    let code: String
    let title: Phrase

    static var schema: APISchema {
      .object(
        "JobRefusal",
        [
          APIField("code", .text, Phrase(zh: "稳定的代码", en: "A stable code")),
          APIField("title", .phrase, Phrase(zh: "原因与处理办法", en: "What is wrong and what to do")),
        ])
    }
  }
}
