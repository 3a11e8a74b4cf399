import Kernel

/// The named objects of a document, collected while it is written.
struct SchemaComponents {
  private var found: [String: JSON] = [:]

  /// The objects in the order of their names.
  var document: JSON { .object(found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) }

  /// `schema` in place, or a reference where it is an object with a name.
  mutating func reference(_ schema: APISchema, _ language: Language) -> JSON {
    switch schema {
    case .object(let name, let fields):
      if found[name] == nil {
        found[name] = .null
        found[name] = object(fields, language)
      }
      return .object([("$ref", .string("#/components/schemas/\(name)"))])
    case .array(let item): return .object([("type", "array"), ("items", reference(item, language))])
    case .nullable(let value):
      return .object([("anyOf", .array([reference(value, language), .object([("type", "null")])]))])
    case .string, .integer, .number, .boolean, .choice, .file: return plain(schema)
    }
  }

  private mutating func object(_ fields: [APIField], _ language: Language) -> JSON {
    let members = fields.map { field -> (String, JSON) in
      let summary = ("description", JSON.string(field.summary.text(in: language)))
      guard case .object(let members) = reference(field.schema, language) else { return (field.name, .null) }
      return (field.name, .object(members + [summary]))
    }
    return .object([
      ("type", "object"), ("properties", .object(members)),
      ("required", .strings(fields.filter { $0.presence == .always }.map(\.name))),
    ])
  }

  private func plain(_ schema: APISchema) -> JSON {
    switch schema {
    case .string(let format, let example):
      return .object(
        [("type", "string")] + (format.map { [("format", .string($0))] } ?? [])
          + (example.map { [("examples", .strings([$0]))] } ?? []))
    case .integer(let range):
      return .object(
        [("type", "integer")]
          + (range.map { [("minimum", .integer($0.lowerBound)), ("maximum", .integer($0.upperBound))] } ?? []))
    case .number: return .object([("type", "number")])
    case .boolean: return .object([("type", "boolean")])
    case .choice(let values): return .object([("type", "string"), ("enum", .strings(values))])
    case .object, .array, .nullable, .file: return .object([])
    }
  }
}
