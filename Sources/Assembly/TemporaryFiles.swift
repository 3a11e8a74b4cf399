public import Foundation

/// What servers that were killed left of files they were receiving.
public enum TemporaryFiles {
  /// No upload takes longer.
  private static let longestUpload: TimeInterval = 24 * 3_600

  /// Removes files that nobody can still be sending.
  public static func sweep(_ place: ZonePlace, now: Date) {
    let folder = URL(fileURLWithPath: place.temporary, isDirectory: true)
    let keys: Set<URLResourceKey> = [.contentModificationDateKey, .isRegularFileKey]
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: Array(keys))
    for file in files ?? [] where file.lastPathComponent.hasPrefix("upload-") {
      guard let values = try? file.resourceValues(forKeys: keys), values.isRegularFile == true,
        let changed = values.contentModificationDate, now.timeIntervalSince(changed) > longestUpload
      else { continue }
      try? FileManager.default.removeItem(at: file)
    }
  }
}
