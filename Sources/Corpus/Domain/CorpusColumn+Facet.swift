extension CorpusColumn {
  /// What documents are counted by, in the order in which panels show it: everything but numbers.
  public static let facets: [CorpusColumn] = [
    .filingYear, .publicationYear, .kind, .status, .ipcSection, .ipcClass, .ipcSubclass, .ipcGroup, .ipcSubgroup,
    .applicant, .inventor, .agency, .province, .city, .district, .source,
  ]

  /// The word for it in addresses, in the API and on the command line; never renamed.
  public var word: String {
    switch self {
    case .filingYear: "year"
    case .publicationYear: "publication-year"
    case .kind: "kind"
    case .status: "status"
    case .source: "source"
    case .ipcSection: "ipc-section"
    case .ipcClass: "ipc-class"
    case .ipcSubclass: "ipc"
    case .ipcGroup: "ipc-group"
    case .ipcSubgroup: "ipc-subgroup"
    case .applicant: "applicant"
    case .inventor: "inventor"
    case .agency: "agency"
    case .province: "province"
    case .city: "city"
    case .district: "district"
    case .applicationNumber: "application-number"
    case .publicationNumber: "publication-number"
    case .cited: "cited"
    }
  }

  /// A facet by its ``word``; `filing-year` and `ipc-subclass` are understood, too.
  public init?(facet word: String) {
    let word = word.lowercased()
    let meant = ["filing-year": "year", "ipc-subclass": "ipc"][word] ?? word
    guard let found = Self.facets.first(where: { $0.word == meant }) else { return nil }
    self = found
  }
}

extension CorpusOrder {
  /// The word for it in addresses, in the API and on the command line; never renamed.
  public var word: String {
    switch self {
    case .relevance: "relevance"
    case .newestFiled: "newest-filed"
    case .newestPublished: "newest-published"
    case .oldestFiled: "oldest-filed"
    case .oldestPublished: "oldest-published"
    }
  }

  public init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = found
  }
}
