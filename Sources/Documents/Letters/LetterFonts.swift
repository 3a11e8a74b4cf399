/// The font families of official documents; of each list the first that is installed is taken.
///
/// The faces that the standard names (仿宋, 小标宋, 黑体, 楷体, 宋体) are seldom free, so each list ends with a free one.
public struct LetterFonts: Hashable, Sendable {
  /// Family names, divided by commas; a weight may follow a name, as in `Noto Serif CJK SC Bold`.
  public var text = "FangSong_GB2312, FangSong, STFangsong, Noto Serif CJK SC"
  public var title = "FZXiaoBiaoSong-B05S, FZXiaoBiaoSong-B05, Noto Serif CJK SC Bold"
  public var heading = "SimHei, STHeiti, Noto Sans CJK SC"
  public var subheading = "KaiTi_GB2312, KaiTi, STKaiti, Noto Serif CJK SC"
  public var number = "SimSun, STSong, Noto Serif CJK SC"

  public init() {}

  subscript(face: LetterFace) -> String {
    switch face {
    case .text: text
    case .title: title
    case .heading: heading
    case .subheading: subheading
    case .number: number
    }
  }
}

/// The faces of an official document: 仿宋, 小标宋, 黑体, 楷体 and 宋体.
public enum LetterFace: String, CaseIterable, Sendable {
  case text, title, heading, subheading, number
}
