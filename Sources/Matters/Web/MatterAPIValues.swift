import API
import Access
import Foundation
import Kernel
import Ledgers
import Matters
import MattersStore

/// A procedure as programs see it.
struct ProcedureView: APIValue {
  let code: String
  let letters: String
  let name: Phrase
  let purpose: Phrase
  let audience: Phrase
  let basis: Phrase
  let fee: Phrase

  init(_ procedure: Procedure) {
    let head = procedure.head
    (code, letters, name, purpose) = (head.code, head.letters, head.name, head.purpose)
    (audience, basis, fee) = (head.audience, head.basis, head.fee)
  }

  static let fields = [
    APIField("code", .text, Phrase(zh: "代码", en: "Its code")),
    APIField("letters", .text, Phrase(zh: "编号字头", en: "The letters of its numbers")),
    APIField("name", .phrase, Phrase(zh: "名称", en: "Its name")),
    APIField("purpose", .phrase, Phrase(zh: "办理内容", en: "What it is for")),
    APIField("audience", .phrase, Phrase(zh: "办理对象", en: "Who may ask")),
    APIField("basis", .phrase, Phrase(zh: "依据", en: "What it rests on")),
    APIField("fee", .phrase, Phrase(zh: "收费", en: "What it costs")),
  ]
  static var schema: APISchema { .object("Procedure", fields) }
}

/// A procedure with its form and its chart.
struct ProcedureDetail: APIValue {
  let procedure: ProcedureView
  let questions: [QuestionView]
  let stages: [NamedView]
  let steps: [NamedView]

  init(_ procedure: Procedure) {
    self.procedure = ProcedureView(procedure)
    questions = procedure.form.filter(\.isAsked).flatMap { part in
      part.fields.map { QuestionView($0, isRequired: $0.isRequired && part.condition == nil) }
    }
    stages = procedure.stages.map { NamedView(code: $0.code, name: $0.status) }
    steps = procedure.steps.map { NamedView(code: $0.code, name: $0.phrase) }
  }

  static var schema: APISchema {
    .object(
      "ProcedureDetail",
      [
        APIField("procedure", ProcedureView.schema, Phrase(zh: "事项", en: "The procedure")),
        APIField("questions", .array(QuestionView.schema), Phrase(zh: "表单字段", en: "What the form asks")),
        APIField("stages", .array(NamedView.schema), Phrase(zh: "阶段及对外状态", en: "Its stages as the public reads them")),
        APIField("steps", .array(NamedView.schema), Phrase(zh: "步骤", en: "Its steps")),
      ])
  }
}

/// A question of a form.
struct QuestionView: APIValue {
  let name: String
  let words: Phrase
  let isRequired: Bool
  let choices: [NamedView]

  init(_ field: LedgerField, isRequired: Bool) {
    name = field.name
    words = field.header
    self.isRequired = isRequired
    switch field.sort {
    case .choice(let offered), .choices(let offered):
      choices = offered.map { NamedView(code: $0.code, name: $0.words) }
    case .text, .lines, .day, .whole, .hundredths, .money, .share, .flag, .creditCode, .organisation, .person:
      choices = []
    }
  }

  static var schema: APISchema {
    .object(
      "ProcedureQuestion",
      [
        APIField("name", .text, Phrase(zh: "字段名", en: "Its name")),
        APIField("words", .phrase, Phrase(zh: "问题", en: "The question")),
        APIField("isRequired", .boolean, Phrase(zh: "是否必填", en: "Whether it must be answered")),
        APIField("choices", .array(NamedView.schema), Phrase(zh: "可选项", en: "What it offers")),
      ])
  }
}

struct NamedView: APIValue {
  let code: String
  let name: Phrase

  static var schema: APISchema {
    .object(
      "CodeAndName",
      [
        APIField("code", .text, Phrase(zh: "代码", en: "The code")),
        APIField("name", .phrase, Phrase(zh: "名称", en: "What it is called")),
      ])
  }
}

/// What is answered once to who files.
struct FiledView: APIValue {
  let id: ID<Matter>
  let number: String
  let code: String?

  init(_ filed: FiledMatter) {
    (id, number) = (filed.id, "\(filed.number)")
    code = filed.isCodeGiven ? filed.code.grouped : nil
  }

  static var schema: APISchema {
    .object(
      "FiledMatter",
      [
        APIField("id", .id, Phrase(zh: "内部编号", en: "Its id")),
        APIField("number", .text, Phrase(zh: "办件编号", en: "Its number")),
        APIField(
          "code", .text,
          Phrase(
            zh: "查询码，只给出这一次；针对所涉单位提出的办件没有",
            en: "The code that follows it, given this once; none where it is raised against the organisation"),
          .sometimes),
      ])
  }
}

/// A matter as programs see it.
struct MatterView: APIValue {
  let id: ID<Matter>
  let number: String
  let procedure: String
  let stage: String
  let channel: String
  let filedAt: Date
  let closedAt: Date?
  let end: String?
  let due: Day?
  let dueIsProvisional: Bool
  let title: String?

  init(_ matter: Matter) {
    (id, number, procedure, stage) = (matter.id, "\(matter.number)", matter.procedure, matter.stage)
    (channel, filedAt, closedAt) = (matter.channel.rawValue, matter.filedAt, matter.closedAt)
    (end, due, title) = (matter.end?.rawValue, matter.due?.day, matter.title)
    dueIsProvisional = matter.due?.provisional != nil
  }

  static var schema: APISchema {
    .object(
      "Matter",
      [
        APIField("id", .id, Phrase(zh: "内部编号", en: "Its id")),
        APIField("number", .text, Phrase(zh: "办件编号", en: "Its number")),
        APIField("procedure", .text, Phrase(zh: "事项代码", en: "Its procedure")),
        APIField("stage", .text, Phrase(zh: "阶段代码", en: "Where it stands")),
        APIField(
          "channel", .choice(Matter.Channel.allCases.map(\.rawValue)), Phrase(zh: "受理渠道", en: "How it came in")),
        APIField("filedAt", .instant, Phrase(zh: "提交时间", en: "When it was filed")),
        APIField("closedAt", .instant, Phrase(zh: "办结时间", en: "When it was closed"), .sometimes),
        APIField(
          "end", .choice(MatterEnd.allCases.map(\.rawValue)), Phrase(zh: "办理结果", en: "How it ended"), .sometimes),
        APIField("due", .day, Phrase(zh: "最近的届满日", en: "The last day of its nearest time limit"), .sometimes),
        APIField(
          "dueIsProvisional", .boolean,
          Phrase(zh: "届满日是否暂定（当年放假安排未公布）", en: "Whether that day may still move with a holiday notice")),
        APIField("title", .text, Phrase(zh: "摘要", en: "What it is about"), .sometimes),
      ])
  }
}

/// A matter with what happened to it, as far as the reader may see.
struct MatterDetail: APIValue {
  let matter: MatterView
  let answers: [AnswerView]
  let events: [EventView]
  let steps: [String]

  init(_ file: MatterFile) {
    matter = MatterView(file.matter)
    answers = file.procedure.fields.compactMap { field in
      file.application[field.name].map { AnswerView(field: field.name, text: field.written($0, in: .zh)) }
    }
    events = file.timeline.map { line in
      EventView(
        at: line.event.at, words: line.words, stage: line.event.to, side: line.event.side.code,
        reason: line.event.reason)
    }
    steps = file.steps.map(\.code)
  }

  static var schema: APISchema {
    .object(
      "MatterDetail",
      [
        APIField("matter", MatterView.schema, Phrase(zh: "办件", en: "The matter")),
        APIField("answers", .array(AnswerView.schema), Phrase(zh: "可见的申请内容", en: "The answers that may be read")),
        APIField("events", .array(EventView.schema), Phrase(zh: "办理过程", en: "What has happened")),
        APIField("steps", .array(.text), Phrase(zh: "现在可办的步骤", en: "The steps that may be taken now")),
      ])
  }
}

struct AnswerView: APIValue {
  let field: String
  let text: String

  static var schema: APISchema { AnswerBody.schema }
}

struct EventView: APIValue {
  let at: Date
  let words: Phrase
  let stage: String
  let side: String
  let reason: String?

  static var schema: APISchema {
    .object(
      "MatterEvent",
      [
        APIField("at", .instant, Phrase(zh: "时间", en: "When")),
        APIField("words", .phrase, Phrase(zh: "事件", en: "What")),
        APIField("stage", .text, Phrase(zh: "此后所处阶段", en: "Where the matter stood after it")),
        APIField("side", .text, Phrase(zh: "以何身份", en: "In whose capacity it was done")),
        APIField("reason", .text, Phrase(zh: "理由", en: "The reason"), .sometimes),
      ])
  }
}

/// What anybody with the code may know.
struct StatusView: APIValue {
  let number: String
  let procedure: String
  let status: Phrase
  let filedAt: Date
  let end: String?
  let due: Day?
  let reason: String?
  let answers: [AnswerView]
  let steps: [String]

  init(_ status: MatterStatus) {
    answers = (status.moves.last?.said ?? []).map {
      AnswerView(field: $0.field.name, text: $0.field.written($0.value, in: .zh))
    }
    (number, procedure, self.status) = ("\(status.number)", status.code, status.status)
    (filedAt, end, due) = (status.filedAt, status.end?.rawValue, status.due?.day)
    (reason, steps) = (status.reason, status.steps.map(\.code))
  }

  static var schema: APISchema {
    .object(
      "MatterStatus",
      [
        APIField("number", .text, Phrase(zh: "办件编号", en: "Its number")),
        APIField("procedure", .text, Phrase(zh: "事项代码", en: "Its procedure")),
        APIField("status", .phrase, Phrase(zh: "对外状态", en: "Where it stands, for the public")),
        APIField("filedAt", .instant, Phrase(zh: "提交时间", en: "When it was filed")),
        APIField(
          "end", .choice(MatterEnd.allCases.map(\.rawValue)), Phrase(zh: "办理结果", en: "How it ended"), .sometimes),
        APIField("due", .day, Phrase(zh: "最近的届满日", en: "The last day of its nearest time limit"), .sometimes),
        APIField("reason", .text, Phrase(zh: "承办人说明", en: "What the office says"), .sometimes),
        APIField(
          "answers", .array(AnswerView.schema),
          Phrase(zh: "答复内容（无账号提交的办件）", en: "What was answered, where it was filed without an account")),
        APIField("steps", .array(.text), Phrase(zh: "凭码可办的步骤", en: "What can be done with the code")),
      ])
  }
}
