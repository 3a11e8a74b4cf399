import API
import Foundation

/// Holds a JSON value against the schema that an endpoint declares.
enum SchemaValidator {
  /// What does not fit, each with its place, such as `$.items.0.id: no id`.
  static func faults(_ value: Sent, _ schema: APISchema, at place: String = "$") -> [String] {
    switch (schema, value) {
    case (.object(_, let fields), .object(let members)): object(members, fields, place)
    case (.array(let item), .array(let items)):
      items.enumerated().flatMap { faults($1, item, at: "\(place).\($0)") }
    case (.nullable, .null): []
    case (.nullable(let inner), _): faults(value, inner, at: place)
    case (.string(let format, let example), .string(let text)): string(text, format, example, place)
    case (.integer(let range), .number(let number)):
      number == number.rounded() && range.map { Double($0.lowerBound)...Double($0.upperBound) ~= number } != false
        ? [] : ["\(place): \(number) is no such integer"]
    case (.number, .number), (.boolean, .boolean): []
    case (.choice(let values), .string(let text)): values.contains(text) ? [] : ["\(place): “\(text)” is no choice"]
    case (.object, _), (.array, _), (.string, _), (.integer, _), (.number, _), (.boolean, _), (.choice, _), (.file, _):
      ["\(place): \(value) is not of its type"]
    }
  }

  private static func object(_ members: [String: Sent], _ fields: [APIField], _ place: String) -> [String] {
    let undeclared = Set(members.keys).subtracting(fields.map(\.name)).sorted().map { "\(place).\($0): not declared" }
    return undeclared
      + fields.flatMap { field -> [String] in
        if let member = members[field.name] { return faults(member, field.schema, at: "\(place).\(field.name)") }
        return field.presence == .always ? ["\(place).\(field.name): missing"] : []
      }
  }

  private static func string(_ text: String, _ format: String?, _ example: String?, _ place: String) -> [String] {
    let fits =
      switch format {
      case nil: example != idExample || text.wholeMatch(of: /[0-9a-hjkmnp-tv-z]{13}/) != nil
      case "date": text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil
      case "date-time": text.wholeMatch(of: /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/) != nil
      case "uri-reference": text.wholeMatch(of: /[!-~]+/) != nil && URL(string: text) != nil
      default: false
      }
    return fits ? [] : ["\(place): “\(text)” is no \(format ?? "id")"]
  }

  private static var idExample: String? {
    if case .string(_, let example) = APISchema.id { example } else { nil }
  }
}
