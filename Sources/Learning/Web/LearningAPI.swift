import API
import Access
import Foundation
import HTTPTypes
import Kernel
import Learning
import LearningStore

/// Lectures, topics and certificates for programs.
struct LearningAPI: Sendable {
  let desk: LearningDesk

  var endpoints: [APIEndpoint] { [lectures, lecture, register, signIn, counts, topics, nominate, vote, certificate] }

  private var lectures: APIEndpoint {
    APIEndpoint(
      .get, "lectures", summary: Phrase(zh: "一个月的讲座", en: "The lectures of a month"), needs: .readLectures,
      parameters: [
        .query("month", .text, Phrase(zh: "月份，如 2026-11，默认本月", en: "Such as 2026-11; this month if not given"))
      ],
      answer: .array(LectureView.schema), example: "/api/v1/lectures"
    ) { request in
      var day = Day(desk.now)
      if let text = request.text("month") {
        guard let asked = Day("\(text)-01") else { throw APIRefusal.wrongParameter("month") }
        day = asked
      }
      let first = day.adding(days: 1 - day.day)
      let lines = try await desk.lectures(in: first.start..<first.adding(months: 1).start, by: request.account)
      return try APIAnswer(lines.map { LectureView($0, at: desk.now) })
    }
  }

  private var lecture: APIEndpoint {
    APIEndpoint(
      .get, "lectures/:id", summary: Phrase(zh: "一场讲座", en: "One lecture"), needs: .readLectures,
      answer: LectureView.schema
    ) { request in
      let line = try await desk.find(try request.id(), by: request.account)
      return try APIAnswer(LectureView(line, at: desk.now), revision: line.lecture.revision)
    }
  }

  private var register: APIEndpoint {
    APIEndpoint(
      .post, "lectures/:id/registrations", summary: Phrase(zh: "报名", en: "Register somebody"),
      needs: .registerForLectures, body: RegistrationBody.schema, answer: TicketValue.schema, status: .created
    ) { request in
      let body: RegistrationBody = try request.decode()
      let draft = LearnerDraft(
        name: body.name, identity: body.identity, email: body.email ?? "", organisation: body.organisation ?? "",
        employer: body.employer ?? "", district: body.district ?? "", isForOther: body.isForOther ?? false)
      let (booking, code) = try await desk.register(draft, for: try request.id(), by: request.account)
      return try APIAnswer(TicketValue(booking, code))
    }
  }

  private var signIn: APIEndpoint {
    APIEndpoint(
      .post, "lectures/:id/sign-ins", summary: Phrase(zh: "凭报名码签到（工作人员）", en: "Sign a ticket in, by the staff"),
      needs: .handleLectures, body: SignInBody.schema, answer: LectureView.schema
    ) { request in
      let (id, body): (ID<Lecture>, SignInBody) = (try request.id(), try request.decode())
      try await desk.signIn(ticket: body.ticket, at: id, by: request.account)
      return try APIAnswer(LectureView(try await desk.find(id, by: request.account), at: desk.now))
    }
  }

  private var counts: APIEndpoint {
    APIEndpoint(
      .get, "lectures/counts", summary: Phrase(zh: "一年的人数与人次", en: "People and attendances of a year"),
      needs: .readLectures,
      parameters: [.query("year", .integer(2_020...2_100), Phrase(zh: "年度，默认今年", en: "This year if not given"))],
      answer: CountsView.schema, example: "/api/v1/lectures/counts"
    ) { request in
      let year = try request.integer("year", in: 2_020...2_100) ?? Day(desk.now).year
      return try APIAnswer(CountsView(try await desk.counts(of: year, by: request.account), of: year))
    }
  }

  private var topics: APIEndpoint {
    APIEndpoint(
      .get, "lecture-topics", summary: Phrase(zh: "一个季度的选题与票数", en: "The topics of a quarter with their votes"),
      needs: .readLectures,
      parameters: [
        .query("quarter", .text, Phrase(zh: "季度，如 2026-4，默认本季度", en: "Such as 2026-4; this one if not given"))
      ],
      answer: .array(TopicView.schema), example: "/api/v1/lecture-topics"
    ) { request in
      var quarter = desk.quarter
      if let text = request.text("quarter") {
        guard let asked = Quarter(text) else { throw APIRefusal.wrongParameter("quarter") }
        quarter = asked
      }
      return try APIAnswer(try await desk.topics(of: quarter, by: request.account).topics.map { TopicView($0) })
    }
  }

  private var nominate: APIEndpoint {
    APIEndpoint(
      .post, "lecture-topics", summary: Phrase(zh: "提名选题", en: "Nominate a topic"), needs: .nominateTopics,
      body: TopicBody.schema, answer: .id, status: .created
    ) { request in
      let body: TopicBody = try request.decode()
      return try APIAnswer(try await desk.nominate(body.title, wish: body.wish ?? "", by: request.account))
    }
  }

  private var vote: APIEndpoint {
    APIEndpoint(
      .post, "lecture-topics/:id/votes", summary: Phrase(zh: "给选题投票", en: "Vote for a topic"),
      needs: .nominateTopics, answer: .boolean
    ) { request in
      try await desk.vote(for: try request.id(), by: request.account)
      return try APIAnswer(true)
    }
  }

  private var certificate: APIEndpoint {
    APIEndpoint(
      .get, "certificates/:number/:code", summary: Phrase(zh: "核验证书", en: "Verify a certificate"),
      needs: .readLectures,
      parameters: [
        .path("number", .text, Phrase(zh: "证书编号", en: "The certificate’s number")),
        .path("code", .text, Phrase(zh: "验证码", en: "The certificate’s code")),
      ], answer: CertificateView.schema
    ) { request in
      let found = try await desk.verify(
        request.text("number") ?? "", request.text("code") ?? "", by: request.account)
      return try APIAnswer(CertificateView(found))
    }
  }
}
