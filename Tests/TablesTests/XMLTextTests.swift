import Foundation
import Tables
import Testing

@Suite struct `The text of an element` {
  @Test(
    arguments: [
      ("<c><t>甲，乙</t></c>", "甲，乙"), ("<c><t>甲 &amp; 乙</t></c>", "甲 & 乙"), ("<c>\n <t> 甲\n乙 </t>\n</c>", "甲 乙"),
      ("<c><t>甲</t>乙</c>", "甲乙"), ("<c>甲<t>乙</t></c>", "甲乙"), ("<c><t>甲</t><t>乙</t></c>", "甲乙"),
      ("<c><n:t>甲</n:t></c>", "甲"), ("<c><t a=\"1>2\">甲</t ></c>", "甲"), ("<c><t><b>甲</b>乙</t></c>", "甲乙"),
      ("<c><p>甲</p><p>乙</p></c>", "甲 乙"), ("<c><t><![CDATA[<t>甲</t>]]></t></c>", "<t>甲</t>"), ("<c><t/></c>", nil),
      ("<c><t></t></c>", nil), ("<c><!--注--><t>甲</t></c>", "甲"), ("<c><t>甲</t><!--注--></c>", "甲"),
    ] as [(String, String?)])
  func `is that of everything within, whatever it stands in`(_ xml: String, _ text: String?) throws {
    let file = try Scratch(Array("<r>\(xml)</r>".utf8))
    let records = try XMLRecords(ByteSource(path: file.path), elements: ["c"])
    #expect(try records.advance())
    #expect(records.record.root.text == text)
  }
}
