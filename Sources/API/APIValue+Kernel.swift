public import Kernel

extension ID: APIValue, Decodable {
  public static var schema: APISchema { .id }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = ID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id")
    }
    self = id
  }
}

extension Day: APIValue, Decodable {
  public static var schema: APISchema { .day }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = Day(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day")
    }
    self = day
  }
}

extension Phrase: APIValue {
  public static var schema: APISchema { .phrase }

  private enum CodingKeys: CodingKey {
    case zh, en
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(zh, forKey: .zh)
    try container.encode(en, forKey: .en)
  }
}

extension String: APIValue {
  public static var schema: APISchema { .text }
}

extension Int: APIValue {
  public static var schema: APISchema { .integer() }
}

extension Bool: APIValue {
  public static var schema: APISchema { .boolean }
}

extension Array: APIValue where Element: APIValue {
  public static var schema: APISchema { .array(Element.schema) }
}

extension Optional: APIValue where Wrapped: APIValue {
  public static var schema: APISchema { .nullable(Wrapped.schema) }
}

extension Int64: APIValue {
  public static var schema: APISchema { .integer() }
}

extension Double: APIValue {
  public static var schema: APISchema { .number }
}
