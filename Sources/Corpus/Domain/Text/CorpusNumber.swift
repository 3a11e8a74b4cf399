/// Numbers of applications and publications as they are compared: capital letters and digits only.
enum CorpusNumber {
  static func folded(_ number: String) -> String {
    var bytes: [UInt8] = []
    for unit in FoldedText(number).units {
      switch unit {
      case 0x61...0x7A: bytes.append(UInt8(unit) - 0x20)
      case 0x30...0x39: bytes.append(UInt8(unit))
      default: continue
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
