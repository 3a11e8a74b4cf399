import Patents
import Tables

/// Collects what one document of the office says.
final class USPTODocument: XMLVisitor {
  static let vocabulary = USPTOTag.all.map(\.rawValue)

  private(set) var facts = USPTOFacts()
  private(set) var isPatent = false

  /// How many of each element are open.
  private var open = [Int](repeating: 0, count: USPTOTag.all.count)
  private var depth = 0
  private var capturing: USPTOTag?
  private var captureDepth = 0
  private var text: [UInt8] = []
  /// What was captured of the document so far.
  private var captured = 0
  private var isFirstClaim = true

  /// The longest documents of the office, with thousands of claims, stay below a tenth of this.
  private static let mostCaptured = 16 << 20

  var holdsTooMuch: Bool { captured > Self.mostCaptured }

  func builder() -> RecordBuilder { facts.builder() }

  func clear() {
    facts = USPTOFacts()
    isPatent = false
    for place in open.indices { open[place] = 0 }
    (depth, capturing, captureDepth, isFirstClaim, captured) = (0, nil, 0, true, 0)
    text.removeAll(keepingCapacity: true)
  }

  func start(_ name: Int, _ attributes: XMLAttributes) {
    depth += 1
    guard name >= 0 else { return }
    open[name] += 1
    if capturing != nil || isOpen(.description) { return }
    let tag = USPTOTag.all[name]
    switch tag {
    case .grant, .application, .publication2001, .patdoc: if depth == 1 { isPatent = true }
    case .classificationIPCR: facts.beginClass()
    case .usApplicant, .applicant:
      facts.beginParty(isInventorToo: attributes["app-type"] == "applicant-inventor")
    case .inventor, .assignee, .agent, .firstInventor, .b721, .b731: facts.beginParty(isInventorToo: false)
    default:
      guard isWanted(tag) else { return }
      capturing = tag
      captureDepth = depth
      text.removeAll(keepingCapacity: true)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard capturing != nil else { return }
    captured += bytes.count
    if !holdsTooMuch { text.append(contentsOf: bytes) }
  }

  func end(_ name: Int) {
    if let tag = capturing, captureDepth == depth {
      capturing = nil
      take(tag)
    }
    depth -= 1
    guard name >= 0 else { return }
    open[name] -= 1
    switch USPTOTag.all[name] {
    case .classificationIPCR: if isInBibliography { facts.endClass() }
    case .usApplicant, .applicant: facts.endParty(as: .applicant)
    case .inventor, .firstInventor, .b721: facts.endParty(as: .inventor)
    case .assignee, .b731: facts.endParty(as: .assignee)
    case .agent: facts.endParty(as: .agent)
    default: break
    }
  }

  private func isOpen(_ tag: USPTOTag) -> Bool { open[USPTOPlace.of(tag)] > 0 }

  /// Not within what the document cites, was searched in, or is related to.
  private var isInBibliography: Bool {
    !isOpen(.references) && !isOpen(.usReferences) && !isOpen(.fieldOfSearch) && !isOpen(.oldFieldOfSearch)
      && !isOpen(.related) && !isOpen(.continuity)
  }

  private func isWanted(_ tag: USPTOTag) -> Bool {
    switch tag {
    case .docNumber, .date, .kind:
      isOpen(.publicationReference) || isOpen(.applicationReference) || isOpen(.priorityClaim)
        || tag == .docNumber && isOpen(.bibliography2001) && isInBibliography && !isOpen(.foreignPriority)
    case .section, .class, .subclass, .mainGroup, .subgroup: isOpen(.classificationIPCR) && isInBibliography
    case .mainClassification, .furtherClassification:
      (isOpen(.classificationIPC) || isOpen(.classificationLocarno)) && isInBibliography
    case .p: isOpen(.abstract)
    case .paragraph: isOpen(.abstract2001)
    case .filingDate: (isOpen(.domesticFiling) || isOpen(.foreignPriority)) && isInBibliography
    case .claim, .claim2002: isFirstClaim
    case .inventionTitle, .title2001, .b540, .abstract2002: true
    case .orgname, .lastName, .firstName, .middleName, .givenName, .familyName, .organizationName, .surname2002,
      .firstName2002, .organization2002:
      facts.isInParty
    case .kindCode, .documentDate, .ipc: isOpen(.bibliography2001) && isInBibliography
    case .b110, .b130, .b140, .b210, .b220, .b320, .b511, .b512: true
    default: false
    }
  }

  /// A value is complete.
  private func take(_ tag: USPTOTag) {
    guard var value = XMLText.line(text) else { return }
    // Columns: the number of spaces counts.
    if tag == .b511 || tag == .b512 { value = String(decoding: text.filter { $0 >= 0x20 }, as: UTF8.self) }
    switch tag {
    case .docNumber:
      if isOpen(.applicationReference) || isOpen(.domesticFiling) {
        facts.application = value
      } else if !isOpen(.priorityClaim), facts.number == nil {
        facts.number = value
      }
    case .b210: facts.application = value
    case .b110: facts.number = value
    case .kind: if isOpen(.publicationReference) { facts.kindCode = value }
    case .kindCode, .b130: facts.kindCode = facts.kindCode ?? value
    case .date:
      if isOpen(.priorityClaim) {
        facts.takePriority(value)
      } else if isOpen(.publicationReference) {
        facts.publicationDate = value
      } else {
        facts.filingDate = value
      }
    case .documentDate, .b140: facts.publicationDate = facts.publicationDate ?? value
    case .filingDate: if isOpen(.foreignPriority) { facts.takePriority(value) } else { facts.filingDate = value }
    case .b220: facts.filingDate = value
    case .b320: facts.takePriority(value)
    case .section, .class, .subclass: facts.classHead += value
    case .mainGroup: facts.classGroup = value
    case .subgroup: facts.classSubgroup = value
    case .mainClassification, .furtherClassification, .ipc, .b511, .b512:
      facts.classes.append((value, isLocarno: isOpen(.classificationLocarno)))
    case .inventionTitle, .title2001, .b540: facts.title = facts.title ?? value
    case .p, .paragraph: facts.abstract.append(value)
    case .abstract2002: facts.abstract = [value]
    case .claim, .claim2002:
      isFirstClaim = false
      facts.claim = value
    default: facts.takeName(value, tag)
    }
    if tag == .b110 || tag == .docNumber && isOpen(.publicationReference) {
      facts.isGrant = isOpen(.grant) || isOpen(.patdoc)
    }
  }
}

/// The places of tags in the vocabulary.
enum USPTOPlace {
  private static let places = Dictionary(uniqueKeysWithValues: USPTOTag.all.enumerated().map { ($1, $0) })

  static func of(_ tag: USPTOTag) -> Int { places[tag] ?? 0 }
}

/// Text of XML as a line: runs of white space are one space.
enum XMLText {
  static func line(_ bytes: [UInt8]) -> String? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte > 0x20 {
        text.append(byte)
      } else if let last = text.last, last != 0x20 {
        text.append(0x20)
      }
    }
    return CleanText.line(String(decoding: text, as: UTF8.self))
  }
}
