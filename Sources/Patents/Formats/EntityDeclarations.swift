import Tables

/// Refuses a whole file of XML documents when any of them declares entities, before a row of it is written.
///
/// A file with one such document was made to do harm or by a mistake, and is not to be taken in part. Only the
/// beginning of each document is parsed, up to its root element: declarations stand nowhere else.
enum EntityDeclarations {
  /// - Throws: ``Tables/TableRefusal/xmlDeclaresEntities(line:)`` and no other; reading the file tells what else is wrong.
  static func refuse(inFileAt path: String, limit: ExpansionLimit) throws(TableRefusal) {
    do throws(TableRefusal) {
      let pieces = DocumentPieces(try ByteSource(path: path, limit: limit))
      let root = RootElement()
      let events = try XMLEvents(root)
      while try pieces.beginDocument() { try pass(pieces, events, root) }
    } catch {
      if case .xmlDeclaresEntities = error { throw error }
    }
  }

  private static func pass(
    _ pieces: DocumentPieces, _ events: XMLEvents, _ root: RootElement
  ) throws(TableRefusal) {
    root.isSeen = false
    events.reset()
    while let piece = try pieces.next() {
      var rest = piece
      while !root.isSeen, !rest.isEmpty {
        let beginning = UnsafeRawBufferPointer(rebasing: rest.prefix(step))
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(beginning.count))
        do throws(TableRefusal) { try events.feed(beginning) } catch {
          if case .xmlDeclaresEntities(let line) = error { throw .xmlDeclaresEntities(line: pieces.line + line - 1) }
          // No well-formed beginning: the document becomes a rejected row.
          root.isSeen = true
        }
      }
    }
  }

  /// Declarations of the office end within the first two thousand bytes.
  private static let step = 2_048
}

/// Notes that the root element has begun.
private final class RootElement: XMLVisitor {
  static let vocabulary: [String] = []
  var isSeen = false

  func start(_ name: Int, _ attributes: XMLAttributes) { isSeen = true }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: Int) {}
}
