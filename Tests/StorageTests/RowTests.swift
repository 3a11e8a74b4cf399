import Foundation
import Kernel
import Storage
import Testing

@Suite struct `A row` {
  private enum Light: String { case red, green }

  @Test func `is read from left to right`() throws {
    var columns = Row([
      .integer(7), .text("a"), .real(1.5), .integer(2), .blob([1]), .integer(1), .integer(1_500), .text("2026-02-28"),
      .text("green"), .null, .integer(9),
    ]).columns
    #expect(try columns.integer() == 7)
    #expect(try columns.text() == "a")
    #expect(try columns.real() == 1.5)
    #expect(try columns.real() == 2)
    #expect(try columns.blob() == [1])
    #expect(try columns.bool())
    #expect(try columns.date() == Date(timeIntervalSince1970: 1.5))
    #expect(try columns.day().description == "2026-02-28")
    #expect(try columns.value(Light.self) == .green)
    #expect(try columns.optional { try $0.text() } == nil)
    #expect(try columns.optional { try $0.int() } == 9)
    try columns.end()
  }

  @Test func `names the column that is of another type`() {
    var columns = Row([.integer(1), .text("x")]).columns
    #expect(throws: RowFault(column: 0, wanted: "text", found: .integer(1))) { try columns.text() }
    var second = Row([.integer(1), .text("x")]).columns
    #expect(throws: RowFault(column: 1, wanted: "integer", found: .text("x"))) {
      _ = try second.integer()
      _ = try second.integer()
    }
  }

  @Test func `refuses what is too little and too much`() {
    var columns = Row([]).columns
    #expect(throws: RowFault(column: 0, wanted: "a column", found: nil)) { try columns.raw() }
    #expect(throws: RowFault(column: 0, wanted: "a column", found: nil)) { try columns.optional { try $0.raw() } }
    let left = Row([.null]).columns
    #expect(throws: RowFault(column: 0, wanted: "no further column", found: .null)) { try left.end() }
  }

  @Test func `refuses a day that is none and a word that is unknown`() {
    #expect(throws: RowFault.self) {
      var columns = Row([.text("2026-02-30")]).columns
      _ = try columns.day()
    }
    #expect(throws: RowFault.self) {
      var columns = Row([.text("blue")]).columns
      _ = try columns.value(Light.self)
    }
  }

  @Test func `tells one code point from two that look the same`() {
    #expect(SQLValue.text("\u{E9}") != .text("e\u{301}"))
    #expect(SQLValue.integer(1) != .real(1))
    #expect(SQLValue.text("") != .blob([]))
  }
}
