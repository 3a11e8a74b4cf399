public import Kernel

/// Why a file is not taken for one of patents.
public enum FormatRefusal: Refusal, Equatable {
  /// A readable file in a layout that is not known; what it was seen to be, such as its header.
  case unknown(seen: String)
  /// A file of a kind that holds no patents, whatever stands in it.
  case kind(FileKind)
  case emptyFile

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .unknown: "formats.unknown"
    case .kind: "formats.wrong-kind"
    case .emptyFile: "formats.empty-file"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown(let seen):
      Phrase(
        zh:
          "无法识别文件格式（看到：\(seen)）。可导入：\(FormatRecognition.formats.map(\.name.zh).joined(separator: "、"))；其他表格在“专利导入”上传后可逐列对应",
        en: "The format is not recognised (seen: \(seen)). Understood are: "
          + FormatRecognition.formats.map(\.name.en).joined(separator: "; ")
          + "; any other table can be mapped column by column once it is uploaded under Imports")
    case .kind(let kind): kind.phrase
    case .emptyFile: Phrase(zh: "文件为空，请重新导出", en: "The file is empty; please export it again")
    }
  }
}

/// Kinds of file that people bring along with patents.
public enum FileKind: String, CaseIterable, Sendable {
  case picture, document, archive, program
  case databaseDump = "database-dump"
  case database
  case blockedPage = "blocked-page"
  case emptyPage = "empty-page"
  case webPage = "web-page"
  case schema
  case classificationScheme = "classification-scheme"
  case contents

  public var phrase: Phrase {
    switch self {
    case .picture:
      Phrase(
        zh: "这是图片，不含可导入的著录项目；请导入其所属的 XML 或表格", en: "This is a picture; please import the XML or table it belongs to")
    case .document:
      Phrase(
        zh: "这是文档（PDF、Word等），不含可导入的著录项目；请改用 XML 或表格",
        en: "This is a document (PDF, Word or the like); please use XML or a table instead")
    case .archive:
      Phrase(
        zh: "压缩包内没有可识别的专利文件；请解压后导入",
        en: "The archive has no patent file that is recognised; please unpack it and import the files")
    case .program: Phrase(zh: "这是程序，不予读取", en: "This is a program; it is not read")
    case .databaseDump:
      Phrase(
        zh: "这是数据库转储（SQL），不执行其中语句；请在原系统中导出表格（CSV 或 XLSX）再导入",
        en:
          "This is a database dump (SQL), whose statements are not run; please export tables (CSV or XLSX) from the old system and import those"
      )
    case .database:
      Phrase(
        zh: "这是数据库文件；请在原系统中导出表格（CSV 或 XLSX）再导入",
        en: "This is a database file; please export tables (CSV or XLSX) from the old system and import those")
    case .blockedPage:
      Phrase(
        zh: "网页是验证码或拦截提示，并非检索结果；请重新查询后保存",
        en:
          "The page asks for a captcha or blocks the request and holds no hits; please search again and save the result"
      )
    case .emptyPage:
      Phrase(
        zh: "网页提示没有结果或超过显示页数，不含专利；请调整查询后保存",
        en:
          "The page says that there are no hits, or no such page; it holds no patents. Please change the query and save the result"
      )
    case .webPage:
      Phrase(
        zh: "这是网页，未见专利公布公告的结果；请导入 XML 或表格",
        en: "This is a web page without hits of the gazette; please import XML or a table")
    case .schema:
      Phrase(
        zh: "这是格式定义（DTD、XSD、XSL），不含专利；请导入按其编写的文件",
        en: "This defines a format (DTD, XSD, XSL) and holds no patents; please import the files written in it")
    case .classificationScheme:
      Phrase(
        zh: "这是分类表，不含专利；分类表由系统管理员更新",
        en: "This is a classification scheme and holds no patents; schemes are updated by the administrator")
    case .contents:
      Phrase(
        zh: "这是文件包的目录清单，不含著录项目；请导入清单所列的 XML",
        en: "This is the list of a package's files without bibliographic data; please import the XML that it lists")
    }
  }
}
