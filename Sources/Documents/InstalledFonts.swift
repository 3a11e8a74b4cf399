import CPango
import Foundation

/// The font families of this machine.
struct InstalledFonts {
  private let families: Set<String>

  init(map: UnsafeMutablePointer<PangoFontMap>?) {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(map, &list, &count)
    families = Set(
      (0..<Int(count)).compactMap { place in
        pango_font_family_get_name(list?[place]).map { String(cString: $0).lowercased() }
      })
    g_free(list)
  }

  /// The first installed family of each face.
  ///
  /// - Throws: ``DocumentRefusal/noFont(_:)``; nothing is kept then.
  func faces(of fonts: LetterFonts) throws(DocumentRefusal) -> [LetterFace: OpaquePointer] {
    var found: [LetterFace: OpaquePointer] = [:]
    for face in LetterFace.allCases {
      guard let description = first(of: fonts[face]) else {
        found.values.forEach(pango_font_description_free)
        throw .noFont(fonts[face])
      }
      found[face] = description
    }
    return found
  }

  private func first(of list: String) -> OpaquePointer? {
    for name in list.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) where !name.isEmpty {
      let description = pango_font_description_from_string(name)
      if let family = pango_font_description_get_family(description),
        families.contains(String(cString: family).lowercased())
      {
        return description
      }
      pango_font_description_free(description)
    }
    return nil
  }
}
