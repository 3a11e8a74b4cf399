public enum IPCSymbolRefusal: Refusal, Equatable {
  case unfinished
  case unknownSection(Character)
  case foreignSymbol(Character)
  case wrongSubgroup(Int)

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .unfinished: "ipc.unfinished"
    case .unknownSection: "ipc.section"
    case .foreignSymbol: "ipc.symbol"
    case .wrongSubgroup: "ipc.subgroup"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unfinished:
      Phrase(
        zh: "国际专利分类号不完整，请按 G06F 16/903 或 G06F 的样式填写",
        en: "This classification symbol is not complete; please write it like G06F 16/903 or G06F")
    case .unknownSection(let letter):
      Phrase(
        zh: "国际专利分类没有“\(letter)”部，首字母应为A至H，请核对",
        en: "The classification has no section “\(letter)”; the first letter is A to H. Please check it")
    case .foreignSymbol(let symbol):
      Phrase(
        zh: "分类号的这一位置不得出现“\(symbol)”，请按 G06F 16/903 的样式填写",
        en: "“\(symbol)” cannot stand there in a classification symbol; please write it like G06F 16/903")
    case .wrongSubgroup(let count):
      Phrase(
        zh: "斜线后应为2至6位数字，现为\(count)位，请核对，如 G06F 16/903",
        en: "Behind the slash stand 2 to 6 digits, here \(count); please check it, as in G06F 16/903")
    }
  }
}
