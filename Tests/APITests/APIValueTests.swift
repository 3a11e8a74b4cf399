import API
import Access
import Foundation
import HTTPTypes
import Kernel
import Testing

private struct Sample: APIValue {
  let id: ID<Account>
  let day: Day
  let at: Date
  let path: String

  static var schema: APISchema { .object("Sample", []) }
}

private enum SampleRefusal: Refusal {
  case wrong

  var kind: RefusalKind { .invalid }
  var code: String { "sample.wrong" }
  var phrase: Phrase { Phrase(zh: "有误", en: "Wrong") }
}

@Suite struct `A value of the API` {
  @Test func `has ids and days as text and instants in UTC with milliseconds`() throws {
    let day = try #require(Day("2026-11-22"))
    let sample = Sample(id: ID(1), day: day, at: Date(timeIntervalSince1970: 1_795_320_000.125), path: "/a")
    let text = String(decoding: try apiJSON(sample), as: UTF8.self)
    #expect(
      text == #"{"at":"2026-11-22T04:00:00.125Z","day":"2026-11-22","id":"0000000000001","path":"/a"}"#)
  }

  @Test func `comes with a strong tag of its revision, or a weak one of its text`() throws {
    #expect(try APIAnswer("a", revision: 7).tag == "\"7\"")
    let weak = try #require(try APIAnswer("a").tag)
    #expect(weak.hasPrefix("W/\""))
    #expect(try APIAnswer("b").tag != weak)
  }

  @Test func `of a list says where the next page begins, and null at the end`() throws {
    let page = try APIAnswer.page(["a"], next: Cursor(["2026-11-22", "7"]))
    let end = try APIAnswer.page(["a"], next: nil)
    #expect(String(decoding: page.body, as: UTF8.self) == #"{"items":["a"],"next":"WyIyMDI2LTExLTIyIiwiNyJd"}"#)
    #expect(String(decoding: end.body, as: UTF8.self) == #"{"items":["a"],"next":null}"#)
  }
}

@Suite struct `A cursor` {
  @Test func `comes back as it went`() {
    let cursor = Cursor(["专利\"", "", "7"])
    #expect(Cursor(cursor.description) == cursor)
  }

  @Test(arguments: ["", "x", "!!!!", "eyJhIjoxfQ"]) func `of somebody else's making is refused`(_ text: String) {
    #expect(Cursor(text) == nil)
  }
}

@Suite struct `A request of the API` {
  private func request(_ query: [(name: String, value: String)], body: String = "") -> APIRequest {
    APIRequest(
      account: .visitor([]), language: .zh, path: "/api/v1/x", query: query, body: Array(body.utf8))
  }

  @Test func `pages by 50 and by 200 at most`() throws {
    #expect(try request([]).limit() == 50)
    #expect(try request([("limit", "200")]).limit() == 200)
    for wrong in ["0", "201", "x", "-1"] {
      #expect(throws: APIRefusal.wrongParameter("limit")) { try request([("limit", wrong)]).limit() }
    }
  }

  @Test(arguments: ["\"2026-11-22T04:00:00.125Z\"", "\"2026-11-22T12:00:00.125+08:00\""])
  func `reads instants with a fraction of the second`(_ text: String) throws {
    let date = try request([], body: text).decode(Date.self)
    #expect(abs(date.timeIntervalSince1970 - 1_795_320_000.125) < 0.001)
    #expect(try request([], body: "\"2026-11-22T04:00:00Z\"").decode(Date.self).timeIntervalSince1970 == 1_795_320_000)
  }

  @Test func `names the member that is wrong`() {
    struct Body: Decodable { let days: [Day] }
    #expect(throws: APIRefusal.malformedBody("days.1")) {
      try request([], body: #"{"days":["2026-11-22","x"]}"#).decode(Body.self)
    }
    #expect(throws: APIRefusal.malformedBody("days")) { try request([], body: "{}").decode(Body.self) }
    #expect(throws: APIRefusal.malformedBody("")) { try request([], body: "x").decode(Body.self) }
  }
}

@Suite struct `A problem document` {
  @Test func `names every cause of a form in the reader's language`() {
    let refusal = FormRefusal([FieldRefusal(SampleRefusal.wrong, in: "name"), SampleRefusal.wrong])
    let problem = Problem(refusal, at: "/api/v1/x", in: .en)
    #expect(problem.status == 422)
    #expect(problem.code == "form.invalid")
    #expect(problem.errors?.map(\.field) == ["name", nil])
    #expect(problem.errors?.map(\.title) == ["Wrong", "Wrong"])
  }

  @Test func `has a status for every kind of refusal`() {
    #expect(RefusalKind.allCases.map(\.status.code) == [400, 422, 401, 403, 404, 409, 413, 429])
  }
}
