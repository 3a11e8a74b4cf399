public import Kernel

/// What a row of the table of industries names of the classification: `G06F`, `G06F 16/00`, `G06F 16/903` or `G06F 16/9*`.
///
/// A section, class, subclass or main group stands for all that lies in it. A group below a main group stands for itself and
/// what the scheme nests under it, which is told by dots and not by digits. Behind a star everything that begins with the
/// digits before it is meant.
public struct IPCPattern: Hashable, Sendable, CustomStringConvertible {
  public let description: String
  /// What the 14-symbol form of a symbol begins with: 1, 3, 4 or 8 symbols, all 14, or as many as stand before a star.
  public let prefix: String
  /// The group, where the pattern is one below a main group.
  public let group: IPCSymbol?

  /// - Throws: ``SEIRowFault`` for what is no place of the classification.
  public init(_ text: String) throws(SEIRowFault) {
    let written = String(text.filter { !$0.isWhitespace }).uppercased()
    let bare = written.hasSuffix("*") ? String(written.dropLast()) : written
    guard !bare.isEmpty, !bare.contains("*") else { throw .pattern(text) }
    guard bare != written, bare.contains("/") else {
      guard let symbol = Self.symbol(bare) else { throw .pattern(text) }
      self.init(symbol)
      return
    }
    // `G06F16/9*`: digits of the subgroup, as far as they are given.
    let parts = bare.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let main = Self.symbol("\(parts[0])/00"), parts[1].utf8.count <= 6,
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw .pattern(text) }
    self.init(
      description: "\(main.description.dropLast(2))\(parts[1])*", prefix: main.canonical.prefix(8) + parts[1],
      group: nil)
  }

  public init(_ symbol: IPCSymbol) {
    let form = symbol.canonical
    switch symbol.level {
    case .section, .class, .subclass: self.init(description: symbol.description, prefix: form, group: nil)
    case .mainGroup: self.init(description: symbol.description, prefix: String(form.prefix(8)), group: nil)
    case .group: self.init(description: symbol.description, prefix: form, group: symbol)
    }
  }

  private init(description: String, prefix: some StringProtocol, group: IPCSymbol?) {
    self.description = description
    self.prefix = String(prefix)
    self.group = group
  }

  /// Whether the symbol, by its 14-symbol form, begins as the pattern does; what is nested by dots is not known here.
  public func begins(_ symbol: IPCSymbol) -> Bool { symbol.canonical.hasPrefix(prefix) }

  private static func symbol(_ text: String) -> IPCSymbol? { try? IPCSymbol(text) }
}

/// Why a row of the table of industries is not taken.
public enum SEIRowFault: Refusal, Equatable {
  case codeMissing
  case nameMissing
  case pattern(String)
  case patternMissing
  case tooLong

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .codeMissing: "high-value.row-code"
    case .nameMissing: "high-value.row-name"
    case .pattern: "high-value.row-pattern"
    case .patternMissing: "high-value.row-pattern-missing"
    case .tooLong: "high-value.row-too-long"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .codeMissing: Phrase(zh: "缺少产业代码，请补上", en: "The code of the industry is missing; please add it")
    case .nameMissing: Phrase(zh: "缺少产业名称，请补上", en: "The name of the industry is missing; please add it")
    case .pattern(let text):
      Phrase(
        zh: "“\(text)”不是 IPC 位置；请写作 G06F、G06F16/00、G06F16/903 或 G06F16/9*，区间请拆成多行",
        en:
          "“\(text)” is no place of the IPC; write G06F, G06F16/00, G06F16/903 or G06F16/9*, and a range as several rows"
      )
    case .patternMissing: Phrase(zh: "缺少 IPC 分类号，请补上", en: "The IPC symbol is missing; please add it")
    case .tooLong:
      Phrase(zh: "单元格过长（代码 40 字、名称 200 字、条件 1,000 字以内）", en: "A cell is too long (40, 200 and 1,000 characters)")
    }
  }
}
