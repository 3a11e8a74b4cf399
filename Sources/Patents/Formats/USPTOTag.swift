/// The elements of the office's documents that mean something, by generation.
enum USPTOTag: String, CaseIterable {
  // Roots.
  case grant = "us-patent-grant"
  case application = "us-patent-application"
  case publication2001 = "patent-application-publication"
  case patdoc = "PATDOC"

  // Since 2004: contexts.
  case publicationReference = "publication-reference"
  case applicationReference = "application-reference"
  case classificationIPC = "classification-ipc"
  case classificationIPCR = "classification-ipcr"
  case classificationLocarno = "classification-locarno"
  case priorityClaim = "priority-claim"
  case fieldOfSearch = "us-field-of-classification-search"
  case oldFieldOfSearch = "field-of-search"
  case references = "references-cited"
  case usReferences = "us-references-cited"
  case related = "us-related-documents"
  case usApplicant = "us-applicant"
  case applicant, inventor, assignee, agent, abstract, claim
  case description

  // Since 2004: values.
  case docNumber = "doc-number"
  case kind, date, section, `class`, subclass
  case mainGroup = "main-group"
  case subgroup
  case mainClassification = "main-classification"
  case furtherClassification = "further-classification"
  case inventionTitle = "invention-title"
  case orgname
  case lastName = "last-name"
  case firstName = "first-name"
  case middleName = "middle-name"
  case p

  // 2001 to 2004: applications.
  case domesticFiling = "domestic-filing-data"
  case foreignPriority = "foreign-priority-data"
  case bibliography2001 = "subdoc-bibliographic-information"
  case continuity = "continuity"
  case abstract2001 = "subdoc-abstract"
  case firstInventor = "first-named-inventor"
  case kindCode = "kind-code"
  case documentDate = "document-date"
  case filingDate = "filing-date"
  case ipc
  case title2001 = "title-of-invention"
  case givenName = "given-name"
  case familyName = "family-name"
  case organizationName = "organization-name"
  case paragraph

  // 2001 to 2004: grants.
  case b110 = "B110"
  case b130 = "B130"
  case b140 = "B140"
  case b210 = "B210"
  case b220 = "B220"
  case b320 = "B320"
  case b511 = "B511"
  case b512 = "B512"
  case b540 = "B540"
  case b721 = "B721"
  case b731 = "B731"
  case abstract2002 = "SDOAB"
  case claim2002 = "CLM"
  case surname2002 = "SNM"
  case firstName2002 = "FNM"
  case organization2002 = "ONM"

  static let all = allCases
}
