import Crypto
public import Foundation
public import Programme

/// The schemes that come with the program, as YAML files anybody can read.
public enum SchemeLibrary {
  /// In the order of their file names.
  ///
  /// - Throws: `EvaluationRefusal/badScheme(line:_:)` for a file that is not as it should be: such a program does not
  ///   start.
  public static func shipped() throws -> [SchemeVersion] {
    try schemes(in: Bundle.module.bundleURL.appending(path: "Resources/schemes"))
  }

  /// The schemes in the YAML files of `folder`.
  public static func schemes(in folder: URL) throws -> [SchemeVersion] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()
      .map { name in
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return SchemeVersion(shipped: try SchemeReader.scheme(in: text))
      }
  }
}

extension SchemeVersion {
  /// A scheme that came with the program and that nothing was scored by yet.
  public init(shipped scheme: EvaluationScheme) {
    self.init(id: nil, number: nil, scheme: scheme, hash: schemeHash(scheme), entered: nil)
  }
}

/// SHA-256 over the scheme's text, in hexadecimal digits.
func schemeHash(_ scheme: EvaluationScheme) -> String { sha256(Array(schemeText(scheme).utf8)) }

/// In hexadecimal digits.
func sha256(_ bytes: [UInt8]) -> String {
  SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
