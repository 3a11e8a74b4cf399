public import Kernel

/// A patent as the index takes it.
///
/// Nothing of its text is kept: a page reads what it shows from the register.
public struct CorpusDocument: Equatable, Sendable {
  /// The register's id; a later document of the same id takes the place of the earlier one.
  public var id: Int64
  public var title = ""
  public var abstract = ""
  public var claims = ""
  public var applicants: [String] = []
  public var inventors: [String] = []
  public var agencies: [String] = []
  /// IPC symbols, the main one first, in whatever spelling: `G06F 16/903`, `G06F0016903000`.
  public var ipc: [String] = []
  public var applicationNumbers: [String] = []
  public var publicationNumbers: [String] = []
  /// The numbers of the publications that it cites, where a source says so.
  public var cited: [String] = []
  public var filingDay: Day?
  public var publicationDay: Day?
  /// The kind's stable word, such as `invention`; words for people belong to the pages.
  public var kind: String?
  public var status: String?
  /// Where it comes from, possibly from several.
  public var sources: [String] = []
  public var province: String?
  public var city: String?
  public var district: String?

  public init(id: Int64) { self.id = id }
}

/// The texts of a document, in the order in which they stand in the index.
public enum CorpusText: String, CaseIterable, Sendable {
  case title, abstract, claims

  public var phrase: Phrase {
    switch self {
    case .title: Phrase(zh: "名称", en: "Title")
    case .abstract: Phrase(zh: "摘要", en: "Abstract")
    case .claims: Phrase(zh: "权利要求", en: "Claims")
    }
  }
}

/// What documents are counted by and narrowed by: a value of a closed set or a name, possibly several for one document.
public enum CorpusColumn: String, CaseIterable, Sendable {
  case filingYear, publicationYear, kind, status, source
  case ipcSection, ipcClass, ipcSubclass, ipcGroup, ipcSubgroup
  case applicant, inventor, agency, province, city, district
  case applicationNumber, publicationNumber
  case cited

  public var phrase: Phrase {
    switch self {
    case .filingYear: Phrase(zh: "申请年", en: "Year of filing")
    case .publicationYear: Phrase(zh: "公开年", en: "Year of publication")
    case .kind: Phrase(zh: "类型", en: "Kind")
    case .status: Phrase(zh: "法律状态", en: "Legal status")
    case .source: Phrase(zh: "来源", en: "Source")
    case .ipcSection: Phrase(zh: "IPC部", en: "IPC section")
    case .ipcClass: Phrase(zh: "IPC大类", en: "IPC class")
    case .ipcSubclass: Phrase(zh: "IPC小类", en: "IPC subclass")
    case .ipcGroup: Phrase(zh: "IPC大组", en: "IPC main group")
    case .ipcSubgroup: Phrase(zh: "IPC小组", en: "IPC subgroup")
    case .applicant: Phrase(zh: "申请人", en: "Applicant")
    case .inventor: Phrase(zh: "发明人", en: "Inventor")
    case .agency: Phrase(zh: "代理机构", en: "Agency")
    case .province: Phrase(zh: "省份", en: "Province")
    case .city: Phrase(zh: "城市", en: "City")
    case .district: Phrase(zh: "区县", en: "District")
    case .applicationNumber: Phrase(zh: "申请号", en: "Application number")
    case .publicationNumber: Phrase(zh: "公开号", en: "Publication number")
    case .cited: Phrase(zh: "引证文献", en: "Cited publication")
    }
  }

  /// Where the column stands in a segment; never changed, never used again.
  var place: Int {
    switch self {
    case .filingYear: 0
    case .publicationYear: 1
    case .kind: 2
    case .status: 3
    case .source: 4
    case .ipcSection: 5
    case .ipcClass: 6
    case .ipcSubclass: 7
    case .ipcGroup: 8
    case .ipcSubgroup: 9
    case .applicant: 10
    case .inventor: 11
    case .agency: 12
    case .province: 13
    case .city: 14
    case .district: 15
    case .applicationNumber: 16
    case .publicationNumber: 17
    case .cited: 18
    }
  }
}

/// The days that documents are narrowed by.
public enum CorpusDay: String, CaseIterable, Sendable {
  case filing, publication

  public var phrase: Phrase {
    switch self {
    case .filing: Phrase(zh: "申请日", en: "Filing date")
    case .publication: Phrase(zh: "公开日", en: "Publication date")
    }
  }
}
