import API
import Kernel
import Parties
import PartiesStore

/// A party as programs see it.
struct PartyView: APIValue {
  let id: ID<Party>
  let name: String
  let kind: String
  let code: String?
  let mergedInto: ID<Party>?

  init(_ party: Party) {
    id = party.id
    name = party.name
    kind = party.kind.rawValue
    code = party.code?.description
    mergedInto = party.mergedInto
  }

  static var schema: APISchema {
    .object(
      "Party",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("name", .text, Phrase(zh: "名称", en: "The spelling that pages show")),
        APIField(
          "kind", .choice(PartyKind.allCases.map(\.rawValue)),
          Phrase(zh: "类别，按名称推断", en: "Its kind, guessed from the name")),
        APIField("code", .text, Phrase(zh: "统一社会信用代码", en: "Unified social credit code"), .sometimes),
        APIField("mergedInto", .id, Phrase(zh: "并入的主体", en: "The party that it was merged into"), .sometimes),
      ])
  }
}

/// A party with its spellings and the parties merged into it.
struct PartyDetail: APIValue {
  let party: PartyView
  let spellings: [Spelling]
  let merged: [PartyView]

  init(_ file: PartyFile) {
    party = PartyView(file.party)
    spellings = file.names.map { Spelling(text: $0.text, home: $0.home) }
    merged = file.merged.map { PartyView($0) }
  }

  static var schema: APISchema {
    .object(
      "PartyDetail",
      [
        APIField("party", PartyView.schema, Phrase(zh: "主体", en: "The party")),
        APIField("spellings", .array(Spelling.schema), Phrase(zh: "名称写法", en: "Its spellings")),
        APIField("merged", .array(PartyView.schema), Phrase(zh: "已并入的主体", en: "Parties merged into it")),
      ])
  }

  /// One spelling of the name.
  struct Spelling: APIValue {
    let text: String
    let home: ID<Party>

    static var schema: APISchema {
      .object(
        "PartySpelling",
        [
          APIField("text", .text, Phrase(zh: "写法", en: "The spelling")),
          APIField("home", .id, Phrase(zh: "原属主体", en: "The party that it belonged to at first")),
        ])
    }
  }
}
