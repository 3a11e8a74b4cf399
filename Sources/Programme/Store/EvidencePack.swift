import Foundation
import Kernel
import Programme

/// What is handed in with an evaluation: the scheme, the scores, the list of evidence, and a list of their hashes.
enum EvidencePack {
  static func bytes(_ file: RunFile) throws -> [UInt8] {
    let parts: [(name: String, bytes: [UInt8])] = [
      ("scheme.yaml", Array(schemeText(file.version.scheme).utf8)), ("scores.csv", Array(scores(file).utf8)),
      ("evidence.csv", Array(evidence(file).utf8)),
    ]
    var zip = StoredZip()
    for part in parts { zip.add(part.name, part.bytes) }
    zip.add("manifest.json", try manifest(file, parts))
    return zip.bytes
  }

  private static func scores(_ file: RunFile) -> String {
    let head = [
      "heading", "indicator", "words", "figure", "numerator", "denominator", "value", "review", "review-note", "rule",
      "score", "missing", "weight", "points",
    ]
    let rows = file.version.scheme.headings.flatMap { heading in
      file.result.results(of: heading).map { result -> [String] in
        let (indicator, input) = (result.indicator, result.input)
        return [
          heading.name.zh, indicator.code, indicator.words.zh, indicator.figure ?? "",
          input.reading.map { "\($0.numerator)" } ?? "", input.reading.map { "\($0.denominator)" } ?? "",
          input.words?.zh ?? "", input.review?.score.text ?? "", input.review?.note ?? "",
          indicator.rule?.phrase.zh ?? "", result.score?.text ?? "", result.missing?.phrase.zh ?? "",
          indicator.weight?.text ?? "", result.points?.text ?? "",
        ]
      }
    }
    return csvText([head] + rows)
  }

  /// For each indicator what is wanted, and what was listed for it; an empty reference shows what is still wanted.
  private static func evidence(_ file: RunFile) -> String {
    let rows = file.version.scheme.indicators.flatMap { indicator -> [[String]] in
      let wanted = indicator.evidence.map(\.zh).joined(separator: "；")
      let listed = file.evidence(of: indicator)
      if listed.isEmpty { return [[indicator.code, indicator.words.zh, wanted, "", ""]] }
      return listed.map { [indicator.code, indicator.words.zh, wanted, $0.reference, $0.sha256 ?? ""] }
    }
    return csvText([["indicator", "words", "wanted", "reference", "sha256"]] + rows)
  }

  private static func manifest(_ file: RunFile, _ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    let manifest = Manifest(
      run: file.run.id.description, cutoff: file.run.cutoff.description,
      runAt: Int64(file.run.runAt.timeIntervalSince1970),
      scheme: file.version.scheme.code, schemeVersion: file.version.number, schemeSHA256: file.version.hash,
      total: file.result.total.phrase.zh,
      files: parts.map { Manifest.File(name: $0.name, bytes: $0.bytes.count, sha256: sha256($0.bytes)) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try encoder.encode(manifest))
  }
}

private struct Manifest: Encodable {
  let run: String
  let cutoff: String
  /// Seconds since 1970 UTC.
  let runAt: Int64
  let scheme: String
  let schemeVersion: Int?
  let schemeSHA256: String
  let total: String
  let files: [File]

  struct File: Encodable {
    let name: String
    let bytes: Int
    let sha256: String
  }
}
