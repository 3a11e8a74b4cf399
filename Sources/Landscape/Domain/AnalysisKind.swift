public import Kernel

/// The analyses of a landscape, in the order of its page; the raw value names the file.
public enum AnalysisKind: String, CaseIterable, Sendable {
  case filings, publications, kinds, statuses
  case applicants, concentration
  case lifeCycle = "life-cycle"
  case coApplicants = "co-applicants"
  case classes = "ipc"
  case classYears = "ipc-years"
  case classPairs = "ipc-pairs"
  case growth
  case whiteSpace = "white-space"
  case provinces, cities, districts
  case inventors
  case coInventors = "co-inventors"
  case agencies, citations

  public var phrase: Phrase {
    switch self {
    case .filings: Phrase(zh: "申请趋势", en: "Filings by year")
    case .publications: Phrase(zh: "公开趋势", en: "Publications by year")
    case .kinds: Phrase(zh: "专利类型", en: "Kinds")
    case .statuses: Phrase(zh: "法律状态", en: "Legal status")
    case .applicants: Phrase(zh: "申请人排名", en: "Applicants")
    case .concentration: Phrase(zh: "申请人集中度", en: "Concentration of applicants")
    case .lifeCycle: Phrase(zh: "技术生命周期", en: "Life cycle")
    case .coApplicants: Phrase(zh: "联合申请", en: "Joint applicants")
    case .classes: Phrase(zh: "IPC构成", en: "IPC classes")
    case .classYears: Phrase(zh: "IPC与申请年", en: "IPC by year of filing")
    case .classPairs: Phrase(zh: "IPC共现矩阵", en: "IPC matrix")
    case .growth: Phrase(zh: "增长", en: "Growth")
    case .whiteSpace: Phrase(zh: "空白点", en: "White space")
    case .provinces: Phrase(zh: "省份", en: "Provinces")
    case .cities: Phrase(zh: "城市", en: "Cities")
    case .districts: Phrase(zh: "区县", en: "Districts")
    case .inventors: Phrase(zh: "发明人排名", en: "Inventors")
    case .coInventors: Phrase(zh: "发明人合作", en: "Joint inventors")
    case .agencies: Phrase(zh: "代理机构排名", en: "Agencies")
    case .citations: Phrase(zh: "被引文献", en: "Cited publications")
    }
  }

  /// What is counted and how, in a sentence.
  public var explanation: Phrase {
    switch self {
    case .filings:
      Phrase(
        zh: "按申请日所在年份计件。阴影年份尚未全部公开，不得据此判断下降。",
        en:
          "Documents by the year of their filing date. Shaded years are not published in full yet: no decline may be read from them."
      )
    case .publications:
      Phrase(zh: "按公开（公告）日所在年份计件。", en: "Documents by the year of their publication.")
    case .kinds: Phrase(zh: "按专利类型计件。", en: "Documents by what they protect.")
    case .statuses:
      Phrase(
        zh: "按来源所载法律状态计件，用语照录来源。",
        en: "Documents by the legal status that their source gives, in the words of the source.")
    case .applicants:
      Phrase(zh: "一件有几个申请人的，每个申请人各计一次。", en: "A document with several applicants counts once for each.")
    case .concentration:
      Phrase(
        zh: "CR5、CR10：前五、前十位申请人中至少一位参与的件数及其占有申请人件数的比例。HHI：各申请人份额平方和（×10000），份额以申请人次计。",
        en:
          "CR5, CR10: documents with at least one of the first five or ten applicants, as a share of those with an applicant. HHI: the squares of all applicants' shares added up (× 10,000); a document counts once for each of its applicants."
      )
    case .lifeCycle:
      Phrase(
        zh: "每年申请件数与当年出现的申请人数；两者同增为成长，件数增而人数减为成熟。",
        en:
          "Documents filed in a year against the applicants that filed them: both rise in growth; applicants fall while documents rise in maturity."
      )
    case .coApplicants:
      Phrase(zh: "同一件中并列的两个申请人，按共同件数排列。", en: "Pairs of applicants of one document, by the documents that they share.")
    case .classes: Phrase(zh: "一件有几个分类号的，每个分类各计一次。", en: "A document with several symbols counts once for each class.")
    case .classYears:
      Phrase(zh: "每个分类逐年申请件数。", en: "Documents of each class by their year of filing.")
    case .classPairs:
      Phrase(
        zh: "同时属于行、列两个分类的件数；对角线为该分类全部件数。",
        en:
          "Documents that belong to both the class of the row and that of the column; on the diagonal all of the class."
      )
    case .growth:
      Phrase(
        zh: "最近三个完整申请年与其前三年相比；不完整年份不计。",
        en: "The last three complete years of filing against the three before them; incomplete years are left out.")
    case .whiteSpace:
      Phrase(
        zh: "主要申请人在主要分类中的件数；0 即该申请人在该分类的空白。",
        en: "Documents of the leading applicants in the leading classes; 0 is where an applicant has nothing yet.")
    case .provinces: Phrase(zh: "按申请人地址所在省份计件。", en: "Documents by the province of the applicant's address.")
    case .cities:
      Phrase(zh: "按来源或申请人地址所载城市计件。", en: "Documents by the applicant's city, where a source or the address gives it.")
    case .districts:
      Phrase(
        zh: "按来源或申请人地址所载区县计件。", en: "Documents by the applicant's district, where a source or the address gives it.")
    case .inventors:
      Phrase(
        zh: "按姓名计次，同名者未区分；一件有几个发明人的，每人各计一次。",
        en: "By name, so that people of one name are together; a document counts once for each inventor.")
    case .coInventors:
      Phrase(
        zh: "同一件中并列的两个发明人姓名，按共同件数排列；同名者未区分。",
        en:
          "Pairs of inventors' names of one document, by the documents that they share; people of one name are together."
      )
    case .agencies: Phrase(zh: "按代理机构计件。", en: "Documents by the agency that represented the applicant.")
    case .citations:
      Phrase(zh: "所选文献引用最多的文献；只有来源给出引证的才计入。", en: "What the documents cite most; only where a source gives citations.")
    }
  }
}
