import Kernel
import Rules
import Yams

/// The documents, copies and suppliers that the rules name by key.
struct RuleLibraryCatalogue {
  private struct Document {
    let title: Phrase
    let number: Phrase?
  }

  private var documents: [String: Document] = [:]
  private var copies: [String: String] = [:]
  private var suppliers: [String: Phrase] = [:]

  init(sources: String, suppliers text: String) throws(RuleLibraryError) {
    let file = RuleLibrary.sourcesFile
    let top = try RuleLibraryFields(
      RuleLibrary.compose(sources, file: file), keys: ["documents", "copies"], file: file)
    for (key, node) in try Self.entries(top, "documents") {
      let fields = try RuleLibraryFields(node, keys: ["title", "number"], file: file, rule: key)
      documents[key] = Document(title: try fields.phrase("title"), number: try fields.optionalPhrase("number"))
    }
    for (key, node) in try Self.entries(top, "copies") {
      guard let address = node.scalar?.string else { throw top.error("“\(key)” has no address") }
      copies[key] = address
    }
    let people = try RuleLibraryFields(
      RuleLibrary.compose(text, file: RuleLibrary.suppliersFile), keys: ["suppliers"], file: RuleLibrary.suppliersFile)
    for (key, _) in try Self.entries(people, "suppliers") {
      let names = try people.fields("suppliers", keys: Set(try Self.entries(people, "suppliers").map(\.0)))
      suppliers[key] = try names.phrase(key)
    }
  }

  func supplier(_ key: String, for fields: RuleLibraryFields) throws(RuleLibraryError) -> Phrase {
    guard let supplier = suppliers[key] else {
      throw fields.error("“\(key)” is not in \(RuleLibrary.suppliersFile)")
    }
    return supplier
  }

  func source(_ fields: RuleLibraryFields) throws(RuleLibraryError) -> RuleSource {
    let source = try fields.fields("source", keys: ["document", "article", "copies"])
    let key = try source.text("document")
    guard let document = documents[key] else { throw fields.error("“\(key)” is not in \(RuleLibrary.sourcesFile)") }
    let names = source.has("copies") ? try source.texts("copies") : []
    let read = try names.map { (name) throws(RuleLibraryError) -> RuleSource.Copy in
      guard let address = copies[name] else { throw fields.error("“\(name)” is not in \(RuleLibrary.sourcesFile)") }
      return RuleSource.Copy(key: name, address: address)
    }
    return RuleSource(
      document: document.title, number: document.number, article: try source.optionalPhrase("article"), copies: read)
  }

  private static func entries(_ fields: RuleLibraryFields, _ key: String) throws(RuleLibraryError) -> [(String, Node)] {
    guard let mapping = try fields.node(key).mapping else { throw fields.error("“\(key)” has no entries") }
    return try mapping.map { (name, node) throws(RuleLibraryError) -> (String, Node) in
      guard let text = name.string else { throw fields.error("“\(key)” has an entry without a name") }
      return (text, node)
    }
  }
}
