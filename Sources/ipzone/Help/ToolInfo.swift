import ArgumentParser
import Foundation

/// The commands as the parser itself describes them (`--experimental-dump-help`).
struct ToolInfo: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  struct Argument: Decodable {
    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let abstract: String?
  }

  enum Kind: String, Decodable { case positional, option, flag }

  struct Name: Decodable {
    let kind: String
    let name: String

    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  static func of(_ root: (some ParsableCommand).Type) throws -> ToolInfo {
    try JSONDecoder().decode(ToolInfo.self, from: Data(root._dumpHelp().utf8))
  }
}
