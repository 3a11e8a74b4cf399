public import Kernel

/// Why a file cannot be read, or cannot be read on.
public enum TableRefusal: Refusal, Equatable {
  /// There is no such file, or the system does not let it be read.
  case unreadable(String)
  /// The compressed data ends before its end: an interrupted upload or download.
  case truncated
  /// The compressed data contradicts its own check sum or format.
  case damaged
  /// The file would expand beyond what is allowed: `bytes`, or an absurd ratio.
  case expandsTooMuch(limit: Int64)
  /// Neither UTF-8, UTF-16 nor GB18030; the offset of the first byte that fits none.
  case wrongEncoding(offset: Int64)
  case notASpreadsheet
  /// Protected by a password, or the binary format of before 2007: both are the same container.
  case encryptedOrOld
  case noWorksheet
  case xmlNotWellFormed(line: Int)
  /// The document declares entities of its own, the way of entity bombs and of reading foreign files.
  case xmlDeclaresEntities(line: Int)
  /// One cell, row or element is longer than any real one.
  case xmlElementTooLong(line: Int)

  public var kind: RefusalKind {
    switch self {
    case .unreadable: .missing
    case .expandsTooMuch: .tooLarge
    case .truncated, .damaged, .wrongEncoding, .notASpreadsheet, .encryptedOrOld, .noWorksheet, .xmlNotWellFormed,
      .xmlDeclaresEntities, .xmlElementTooLong:
      .malformed
    }
  }

  public var code: String {
    switch self {
    case .unreadable: "tables.unreadable"
    case .truncated: "tables.truncated"
    case .damaged: "tables.damaged"
    case .expandsTooMuch: "tables.expands-too-much"
    case .wrongEncoding: "tables.wrong-encoding"
    case .notASpreadsheet: "tables.not-a-spreadsheet"
    case .encryptedOrOld: "tables.encrypted-or-old"
    case .noWorksheet: "tables.no-worksheet"
    case .xmlNotWellFormed: "tables.xml-not-well-formed"
    case .xmlDeclaresEntities: "tables.xml-declares-entities"
    case .xmlElementTooLong: "tables.xml-element-too-long"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unreadable(let name):
      Phrase(
        zh: "无法读取文件“\(name)”，请确认文件存在并且可读", en: "The file \(name) cannot be read; check that it exists and is readable")
    case .truncated:
      Phrase(zh: "压缩文件不完整，请重新上传或下载", en: "The compressed file is incomplete; please upload or download it again")
    case .damaged:
      Phrase(zh: "压缩文件已损坏，请重新生成后再上传", en: "The compressed file is damaged; please make it again and upload that")
    case .expandsTooMuch(let limit):
      Phrase(
        zh: "文件解压后过大（上限 \(limit / 1_048_576) MB，或压缩比异常），请拆分后再上传",
        en: "The file expands too much (limit \(limit / 1_048_576) MB, or an abnormal ratio); please split it")
    case .wrongEncoding(let offset):
      Phrase(
        zh: "无法识别文字编码（第 \(offset) 字节处），请另存为 UTF-8 或 GB18030",
        en: "The text encoding is not recognised (at byte \(offset)); please save the file as UTF-8 or GB18030")
    case .notASpreadsheet:
      Phrase(zh: "这不是 XLSX 工作簿，请另存为 .xlsx 后再上传", en: "This is no XLSX workbook; please save it as .xlsx")
    case .encryptedOrOld:
      Phrase(
        zh: "工作簿设有密码，或为旧版 .xls 格式，请取消密码并另存为 .xlsx",
        en: "The workbook has a password or is an old .xls; please remove the password and save it as .xlsx")
    case .noWorksheet:
      Phrase(zh: "工作簿中没有工作表，请检查文件", en: "The workbook has no worksheet; please check the file")
    case .xmlNotWellFormed(let line):
      Phrase(zh: "XML 第 \(line) 行格式错误，请检查文件", en: "The XML is not well-formed at line \(line); please check the file")
    case .xmlDeclaresEntities(let line):
      Phrase(
        zh: "XML 第 \(line) 行自行声明了实体，出于安全，整个文件不予读取；请去除 <!ENTITY> 声明后再上传",
        en:
          "The XML declares entities at line \(line); for safety nothing of the file is read. Please remove the <!ENTITY> declarations and upload it again"
      )
    case .xmlElementTooLong(let line):
      Phrase(
        zh: "第 \(line) 行附近的单元格或 XML 元素过长，不像真实数据，请检查文件",
        en: "A cell or XML element near line \(line) is longer than real ones are; please check the file")
    }
  }
}
