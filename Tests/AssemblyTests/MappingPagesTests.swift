import Access
import AccessStore
import Assembly
import Foundation
import HTTPTypes
import Kernel
import Patents
import PatentsStore
import PortalFixtures
import Testing
import Web

@Suite struct `The pages of mappings` {
  private static let table = Array("成果编号,题名,专利号\nA1,检索方法,ZL201710601862.3\nA2,另一方法,ZL201830264854.X\n".utf8)
  private static let fields = [
    ("name", "某大学（示例）"), ("use-0", "out"), ("why-0", "内部编号"), ("use-1", "field:title"),
    ("use-2", "field:application"),
  ]

  private func send(_ clerk: PortalClient) async throws -> String {
    let sent = try await clerk.upload("/imports/new", [], file: ("file", "成果.csv", Self.table))
    return try #require(sent.headers[.location])
  }

  @Test func `lead from an unknown table to a named mapping, its preview and its import`() async throws {
    try await TestZone.with { zone in
      let clerk = try await zone.signedIn(.centreStaff)
      let address = try await send(clerk)
      #expect(address.hasSuffix("/columns"))
      let shown = try await clerk.get(address).text
      for words in ["成果编号", "检索方法", "ZL201710601862.3", "按内容推测，请核对", "公开（公告）号", "不读取"] {
        #expect(shown.contains(words), "\(words)")
      }
      #expect(shown.contains("<option value=\"field:application\" selected>"))
      let upload = String(address.dropLast("/columns".count))
      #expect(try await clerk.get(upload).text.contains("逐列对应"))
      let saved = try await clerk.post(address, Self.fields)
      #expect(saved.status == .seeOther && saved.headers[.location] == upload)
      let preview = try await clerk.get(upload).text
      #expect(preview.contains("按列对应“某大学（示例）”读取") && preview.contains("内部编号") && preview.contains("检索方法"))
      _ = try await clerk.post(upload, [])
      try await zone.runJobs()
      let run = try #require(try await zone.zone.patents.imports(by: zone.zone.console).first)
      #expect(run.run.counts.new == 2 && run.file.format == "mapping:某大学（示例）")
      #expect(try await clerk.get("/imports/\(run.run.id)").text.contains("列对应“某大学（示例）”"))
      let again = try await clerk.upload(
        "/imports/new", [], file: ("file", "b.csv", Array("专利号,题名,成果编号\nZL201710601862.3,甲,1\n".utf8)))
      #expect(again.headers[.location]?.hasSuffix("/columns") == false)
      #expect(try await zone.isIntact())
    }
  }

  @Test func `say what is wrong with a mapping, beside the column`() async throws {
    try await TestZone.with { zone in
      let clerk = try await zone.signedIn(.centreStaff)
      let address = try await send(clerk)
      func refused(_ name: String, _ value: String, _ words: String, at id: String) async throws {
        let fields = Self.fields.map { $0.0 == name ? (name, value) : $0 }
        let answer = try await clerk.post(address, fields)
        #expect(answer.status == .unprocessableContent && answer.text.contains(words), "\(name)=\(value)")
        #expect(answer.text.contains("id=\"\(id)\""), "\(name)=\(value)")
      }
      try await refused("use-2", "own", "没有公开（公告）号或申请号的列", at: "faults")
      try await refused("use-1", "field:application", "都对应“申请号（专利号）”", at: "f-use-2-error")
      try await refused("why-0", "", "不读取的原因没有写", at: "f-why-0-error")
      try await refused("use-1", "field:none", "不在可选范围内", at: "f-use-1-error")
      try await refused("name", "", "class=\"error\"", at: "f-name-error")
    }
  }

  @Test func `list mappings, show one, and withdraw it with a reason`() async throws {
    try await TestZone.with { zone in
      let clerk = try await zone.signedIn(.centreStaff)
      #expect(try await clerk.get("/imports/mappings").text.contains("还没有列对应"))
      _ = try await clerk.post(try await send(clerk), Self.fields)
      let id = try #require(try await zone.zone.patents.mappings(by: zone.zone.console).first).id
      #expect(try await clerk.get("/imports/mappings").text.contains("/imports/mappings/\(id)"))
      let shown = try await clerk.get("/imports/mappings/\(id)").text
      #expect(shown.contains("内部编号") && shown.contains("/imports/mappings/\(id)/withdraw"))
      let english = try await clerk.get("/en/imports/mappings/\(id)").text
      #expect(english.contains("Left out") && english.contains("Application number"))
      let door = "/imports/mappings/\(id)/withdraw"
      #expect(try await clerk.post(door, [("reason", " ")]).status == .unprocessableContent)
      #expect(try await clerk.post(door, [("reason", "列有误")]).status == .seeOther)
      #expect(try await clerk.get("/imports/mappings/\(id)").text.contains("这套列对应已停用"))
      let regulator = try await zone.signedIn(.regulator)
      #expect(try await regulator.get("/imports/mappings/\(id)").status == .ok)
      #expect(try await regulator.get(door).status == .forbidden)
    }
  }

  @Test func `have the same over the API`() async throws {
    try await TestZone.with { zone in
      let clerk = try await zone.signedIn(.centreStaff)
      let address = try await send(clerk)
      let columns = try await clerk.get("/api/v1" + address).text
      #expect(columns.contains("\"guess\":\"field:application\"") && columns.contains("\"ground\":\"content\""))
      let body = """
        {"name":"甲","columns":[{"header":"成果编号","use":"out","because":"内部"},{"header":"题名","use":"field:title"},
        {"header":"专利号","use":"field:application"}]}
        """
      let token = try #require(try await clerk.get("/account/profile").formToken)
      let headers: HTTPFields = [.contentType: "application/json", .formToken: token]
      let made = try await clerk.send(.post, "/api/v1/imports/mappings", headers, [Array(body.utf8)])
      #expect(made.status == .created && made.text.contains("\"source\":\"mapping:甲\""))
      let again = try await clerk.send(.post, "/api/v1/imports/mappings", headers, [Array(body.utf8)])
      #expect(again.status == .conflict && again.text.contains("mappings.name-taken"))
      #expect(try await clerk.get("/api/v1/imports/mappings").text.contains("\"because\":\"内部\""))
    }
  }
}
