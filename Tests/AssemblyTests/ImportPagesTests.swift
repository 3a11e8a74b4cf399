import Access
import AccessStore
import Assembly
import Foundation
import HTTPTypes
import Jobs
import JobsStore
import Kernel
import Patents
import PatentsStore
import PortalFixtures
import Testing
import Web

@Suite struct `The pages of imports` {
  private static let lines = Array(
    """
    {"publication_number":"CN110000001A","title":"检索方法","applicants":["甲公司（示例）"],"legal_status":"授权 | 权利转移"}
    {"publication_number":"CN110000002A","title":"另一方法","applicants":["乙公司"],"legal_status":"某种新状态"}

    """.utf8)

  /// Sends a file and goes to the preview.
  private func send(_ bytes: [UInt8], named name: String, by clerk: PortalClient) async throws -> PortalAnswer {
    try await clerk.upload("/imports/new", [], file: ("file", name, bytes))
  }

  @Test func `keep the name of an upload, whatever its address says, and tell of an earlier import`() async throws {
    try await TestZone.with { zone in
      let clerk = try await zone.signedIn(.centreStaff)
      let address = try #require(try await send(Self.lines, named: "a/b\\small.jsonl", by: clerk).headers[.location])
      #expect(!address.contains("name="))
      let forged = "\(address)?name=%E5%9B%BD%E5%AE%B6%E5%B1%80.csv"
      let preview = try await clerk.get(forged)
      #expect(preview.status == .ok && preview.text.contains("small.jsonl"))
      #expect(!preview.text.contains("国家局.csv") && !preview.text.contains("已于"))
      #expect(preview.text.contains("href=\"/imports/new\""))
      _ = try await clerk.post(address, [], from: forged)
      try await zone.runJobs()
      let run = try #require(try await zone.zone.patents.imports(by: zone.zone.console).first)
      #expect(run.file.name == "small.jsonl" && run.run.counts.new == 2)
      let again = try await clerk.get(address).text
      #expect(again.contains("内容相同的文件已于") && again.contains("/imports/\(run.run.id)"))
      let page = try await clerk.get("/imports/\(run.run.id)").text
      let row = try await clerk.get("/imports/\(run.run.id)/rows/2")
      #expect(row.status == .ok && row.text.contains("另一方法") && !row.text.contains("检索方法"))
      #expect(try await clerk.get("/imports/\(run.run.id)/rows/3").text.contains("没有留存这一行的原文"))
      #expect(page.contains("每一行都按原样收下") && page.contains("专利语料（JSON 行）") && !page.contains("corpus-jsonl"))
    }
  }

  @Test func `confirm a withdrawal by name and figures, and tell afterwards who, when and why`() async throws {
    try await TestZone.with { zone in
      let clerk = try await zone.signedIn(.centreStaff)
      let address = try #require(try await send(Self.lines, named: "错.jsonl", by: clerk).headers[.location])
      _ = try await clerk.post(address, [])
      try await zone.runJobs()
      let run = try #require(try await zone.zone.patents.imports(by: zone.zone.console).first).run
      let door = "/imports/\(run.id)"
      let form = try await clerk.get("\(door)/withdraw").text
      #expect(form.contains("将删除“错.jsonl”新增的 2 件") && form.contains("grave-button"))
      #expect(form.contains("href=\"\(door)\">取消"))
      let blank = try await clerk.post("\(door)/withdraw", [("revision", "\(run.revision)"), ("reason", " ")])
      #expect(blank.status == .unprocessableContent && blank.text.contains("id=\"f-reason-error\""))
      let done = try await clerk.post("\(door)/withdraw", [("revision", "\(run.revision)"), ("reason", "导错了文件")])
      #expect(done.status == .seeOther)
      let page = try await clerk.get(door).text
      let name = try await zone.login(.centreStaff).name
      for words in ["这次导入已撤回", "导错了文件", name, "2026-11-22", "逐行说明已随撤回一并删除"] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(!page.contains("按原样收下") && !page.contains("\(door)/withdraw\""))
      #expect(try await clerk.get("\(door)/withdraw").status == .conflict)
    }
  }

  @Test func `refuse what is no file of patents, in words, and keep nothing`() async throws {
    let logins = Array("{\"name\":\"a\",\"password\":\"secret\"}\n{\"name\":\"b\",\"password\":\"x\"}\n".utf8)
    let picture: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array(repeating: 0xFE, count: 99)
    try await TestZone.with { zone in
      let clerk = try await zone.signedIn(.centreStaff)
      for (bytes, words) in [
        ([], "所选文件是空的"), (picture, "这是图片"), (logins, "看到：JSON {name, password}"),
        (Array("PK\u{3}\u{4}nonsense".utf8), "XLSX"), (Array("abc\n1\n".utf8), "看到：abc"),
      ] as [([UInt8], String)] {
        let answer = try await send(bytes, named: "x.jsonl", by: clerk)
        #expect(answer.status == .unprocessableContent, "\(words)")
        #expect(answer.text.contains(words) && answer.text.contains("id=\"f-file-error\""), "\(words)")
        #expect(!answer.text.contains("secret"))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.uploads).isEmpty)
    }
  }

  @Test func `lead back to a job that has ended meanwhile`() async throws {
    try await TestZone.with { zone in
      let clerk = try await zone.signedIn(.centreStaff)
      let address = try #require(try await send(Self.lines, named: "a.jsonl", by: clerk).headers[.location])
      let job = try #require(try await clerk.post(address, []).headers[.location])
      let shown = try await clerk.get(job)
      #expect(!shown.text.contains("<dt>状态</dt>"))
      try await zone.runJobs()
      let stopped = try await clerk.submit("\(job)/cancel", [("form-token", shown.formToken ?? "")])
      #expect(stopped.status == .seeOther && stopped.headers[.location] == job)
      #expect(try await clerk.get(job).text.contains("<dt>状态</dt>"))
    }
  }
}

@Suite struct `The pages of patents` {
  @Test func `find by applicant, and say which condition they do not know`() async throws {
    try await TestZone.with { zone in
      try await zone.importDemonstration()
      let visitor = zone.visitor()
      let found = try await visitor.get("/patents?q=%E6%96%B9%E8%88%9F%20%E6%B7%B1%E5%9C%B3").text
      #expect(found.contains("深圳方舟") && found.contains("<option value=\"\" selected>全部</option>") == false)
      #expect(found.contains("<option value=\"\">全部</option>") && !found.contains("请选择"))
      for (query, words) in [
        ("kind=zzz", "“类型”没有“zzz”这个值"), ("year=9223372036854775807", "“公开年”没有"), ("section=Q", "“IPC 部”没有“Q”"),
        ("applicant=garbage", "“申请人”没有“garbage”"), ("after=x", "“起始位置”没有“x”"),
      ] {
        let answer = try await visitor.get("/patents?\(query)")
        #expect(answer.status == .unprocessableContent && answer.text.contains(words), "\(query)")
        #expect(!answer.text.contains("没有符合条件的专利"))
        guard !query.hasPrefix("after") else { continue }
        #expect(try await visitor.get("/api/v1/patents?\(query)").status == .unprocessableContent, "\(query)")
      }
    }
  }

  @Test func `give one line for one source, an English legal status and the mark of samples`() async throws {
    try await TestZone.with { zone in
      let path = NSTemporaryDirectory() + "ipzone-\(UUID().uuidString).jsonl"
      defer { try? FileManager.default.removeItem(atPath: path) }
      let line =
        #"{"publication_number":"CN110000001A","title":"检索方法","applicants":["甲公司（示例）"],"legal_status":"授权 | 权利转移"}"#
      let more = #"{"publication_number":"CN110000001A","title":"检索方法","abstract":"摘要","legal_status":"某种新状态"}"#
      let console = zone.zone.console
      try Data("\(line)\n".utf8).write(to: URL(fileURLWithPath: path))
      _ = try await zone.zone.patents.importFile(at: path, named: "a.jsonl", by: console)
      let id = try #require(try await zone.zone.patents.page(by: console).patents.first).id
      let one = try await zone.visitor().get("/patents/\(id)").text
      #expect(one.contains("以上各项均出自下列文件的这一行") && !one.contains("class=\"origin\""))
      #expect(one.contains("导入于 2026-11-22") && one.contains("SHA-256") && one.contains("示例数据</span>"))
      let english = try await zone.visitor().get("/en/patents/\(id)").text
      #expect(english.contains("Granted | Transferred") && !english.contains("权利转移"))
      try Data("\(more)\n".utf8).write(to: URL(fileURLWithPath: path))
      _ = try await zone.zone.patents.importFile(at: path, named: "b.jsonl", by: console)
      let two = try await zone.visitor().get("/en/patents/\(id)").text
      #expect(two.contains("class=\"origin\"") && two.contains("某种新状态"))
    }
  }
}
