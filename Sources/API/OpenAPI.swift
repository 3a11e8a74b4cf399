import Access
import HTTPTypes
public import Kernel

/// The OpenAPI 3.1 document of all endpoints, in the order of their addresses.
///
/// `title`: the platform's name.
public func openAPI(_ endpoints: [APIEndpoint], title: String, in language: Language) -> [UInt8] {
  var components = SchemaComponents()
  _ = components.reference(Problem.schema, language)
  let sorted = endpoints.sorted { ($0.address, $0.method.rawValue) < ($1.address, $1.method.rawValue) }
  var paths: [(String, JSON)] = []
  for endpoint in sorted {
    let member = (endpoint.method.rawValue.lowercased(), operation(endpoint, language, &components))
    let address = template(endpoint.address)
    if let last = paths.last, last.0 == address, case .object(let members) = last.1 {
      paths[paths.count - 1].1 = .object(members + [member])
    } else {
      paths.append((address, .object([member])))
    }
  }
  let document: JSON = .object([
    ("openapi", "3.1.0"),
    ("info", .object([("title", .string(title)), ("version", "1")])),
    ("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema"),
    ("paths", .object(paths)),
    ("components", .object([("schemas", components.document), ("securitySchemes", security)])),
    ("security", .array([.object([]), .object([("token", .array([]))]), .object([("session", .array([]))])])),
  ])
  return Array(document.text.utf8)
}

private let security: JSON = .object([
  ("token", .object([("type", "http"), ("scheme", "bearer")])),
  ("session", .object([("type", "apiKey"), ("in", "cookie"), ("name", "ipzone-session")])),
])

private func operation(_ endpoint: APIEndpoint, _ language: Language, _ components: inout SchemaComponents) -> JSON {
  var members: [(String, JSON)] = [
    ("operationId", .string(operationID(endpoint))),
    ("summary", .string(endpoint.summary.text(in: language))),
  ]
  if let needs = endpoint.needs { members.append(("x-permission", .string(needs.code))) }
  let parameters = allParameters(endpoint).map { parameter in
    JSON.object([
      ("name", .string(parameter.name)), ("in", .string(parameter.place.rawValue)),
      ("required", .bool(parameter.place == .path)),
      ("description", .string(parameter.summary.text(in: language))),
      ("schema", components.reference(parameter.schema, language)),
    ])
  }
  if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
  if let body = endpoint.body {
    members.append(
      (
        "requestBody",
        .object([("required", true), ("content", content(body, "application/json", language, &components))])
      ))
  }
  members.append(("responses", responses(endpoint, language, &components)))
  return .object(members)
}

private func responses(_ endpoint: APIEndpoint, _ language: Language, _ components: inout SchemaComponents) -> JSON {
  var success: [(String, JSON)] = [
    ("description", .string(Phrase(zh: "成功", en: "Success").text(in: language)))
  ]
  if endpoint.status != .noContent {
    success.append(("content", content(endpoint.answer, "application/json", language, &components)))
  }
  return .object([
    (String(endpoint.status.code), .object(success)),
    (
      "default",
      .object([
        ("description", .string(Phrase(zh: "拒绝及其原因", en: "A refusal and its reason").text(in: language))),
        ("content", content(Problem.schema, "application/problem+json", language, &components)),
      ])
    ),
  ])
}

private func content(
  _ schema: APISchema, _ type: String, _ language: Language, _ components: inout SchemaComponents
) -> JSON {
  if case .file(let types) = schema { return .object(types.map { ($0, .object([])) }) }
  return .object([(type, .object([("schema", components.reference(schema, language))]))])
}

/// Every segment of the path is described: where the endpoint says nothing of one, it is an id.
public func allParameters(_ endpoint: APIEndpoint) -> [APIParameter] {
  let names = endpoint.path.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
  let missing = names.filter { name in !endpoint.parameters.contains { $0.name == name && $0.place == .path } }
  return missing.map { .path($0, .id, Phrase(zh: "编号", en: "The id")) } + endpoint.parameters
}

/// `/api/v1/patents/:id` as `/api/v1/patents/{id}`.
func template(_ address: String) -> String {
  address.split(separator: "/", omittingEmptySubsequences: false)
    .map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }.joined(separator: "/")
}

private func operationID(_ endpoint: APIEndpoint) -> String {
  let words = endpoint.path.split { "/-.:_".contains($0) }
  return endpoint.method.rawValue.lowercased() + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}
