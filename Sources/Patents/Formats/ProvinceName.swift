import Glibc
import Kernel

/// The short names of provinces, as addresses begin with them.
enum ProvinceName {
  /// The province that an address begins with, behind a postcode: `210096江苏省南京市…` lies in 江苏.
  static func leading(_ address: String) -> String? {
    address.withBytes { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes.drop { (0x30...0x39).contains($0) || $0 == 0x20 })
      guard let start = text.baseAddress else { return nil }
      let found = names.first { name in
        name.utf8CodeUnitCount <= text.count && memcmp(name.utf8Start, start, name.utf8CodeUnitCount) == 0
      }
      return found?.description
    }
  }

  private static let names: [StaticString] = [
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东",
    "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏",
    "新疆", "台湾", "香港", "澳门",
  ]
}

/// Classes of the Locarno classification.
enum LocarnoClass {
  /// The class `01-01` that a text such as `01-01 (12)` begins with.
  static func leading(_ text: String) -> String? {
    let bytes = Array(text.utf8.prefix(5))
    guard bytes.count == 5, bytes[2] == 0x2D else { return nil }
    for place in [0, 1, 3, 4] where !(0x30...0x39).contains(bytes[place]) { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
