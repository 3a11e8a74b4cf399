/// Makes a query of what people type: `申请人:"南京大学" AND ipc:G06F16 NOT 类型:外观`.
///
/// `NOT` binds closest, then `AND` (and mere spaces), then `OR`; brackets group, also behind a field: `TI=(泵 OR 阀)`.
/// docs/search.md describes the language for those who use it.
public struct QueryParser {
  /// Symbols that a query may have.
  public static let limit = 4_000

  private let pieces: [QueryPiece]
  private var at = 0
  private var depth = 0
  /// The brackets that are open, by their pieces.
  private var opened: [Int] = []

  /// - Throws: ``CorpusRefusal/query(_:)`` with the first fault and the piece that it is about.
  public static func parse(_ text: String) throws(CorpusRefusal) -> CorpusQuery {
    guard text.count <= limit else { throw .query(.tooLong(limit: limit)) }
    var lexer = QueryLexer(text)
    var parser = QueryParser(pieces: try lexer.read())
    guard !parser.pieces.isEmpty else { throw .query(.empty) }
    let query = try parser.alternatives(in: .texts(CorpusQuery.allTexts), relation: ":")
    guard parser.at == parser.pieces.count else { throw .query(.unopenedBracket) }
    return query
  }

  /// The first fault of a query, with the symbols of the text that it is about; nil for a query without one.
  public static func fault(in text: String) -> (fault: QueryFault, place: Range<Int>)? {
    guard text.count <= limit else { return (.tooLong(limit: limit), limit..<text.count) }
    var lexer = QueryLexer(text)
    do throws(CorpusRefusal) {
      var parser = QueryParser(pieces: try lexer.read())
      do throws(CorpusRefusal) {
        guard !parser.pieces.isEmpty else { return (.empty, 0..<0) }
        _ = try parser.alternatives(in: .texts(CorpusQuery.allTexts), relation: ":")
        guard parser.at < parser.pieces.count else { return nil }
        return (.unopenedBracket, lexer.places[parser.at])
      } catch {
        return error.fault.map { ($0, lexer.places[parser.piece(of: $0)]) }
      }
    } catch {
      return error.fault.map { ($0, lexer.unread) }
    }
  }

  /// The piece that a fault is about: the one taken last, but for a bracket that nobody closed.
  private func piece(of fault: QueryFault) -> Int {
    if fault == .unclosedBracket, let open = opened.last { return open }
    return min(max(at - 1, 0), pieces.count - 1)
  }

  private init(pieces: [QueryPiece]) { self.pieces = pieces }

  private var piece: QueryPiece? { at < pieces.count ? pieces[at] : nil }

  private mutating func alternatives(in field: QueryField, relation: String) throws(CorpusRefusal) -> CorpusQuery {
    var parts = [try conjunction(in: field, relation: relation)]
    while piece == .or {
      at += 1
      guard let piece, piece != .close else { throw .query(.missingOperand(after: "OR")) }
      parts.append(try conjunction(in: field, relation: relation))
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction(in field: QueryField, relation: String) throws(CorpusRefusal) -> CorpusQuery {
    var parts = [try negation(in: field, relation: relation)]
    while let next = piece, next != .or, next != .close {
      if next == .and {
        at += 1
        guard let piece, piece != .close, piece != .or else { throw .query(.missingOperand(after: "AND")) }
      }
      parts.append(try negation(in: field, relation: relation))
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation(in field: QueryField, relation: String) throws(CorpusRefusal) -> CorpusQuery {
    guard piece == .not else { return try operand(in: field, relation: relation) }
    at += 1
    guard let piece, piece != .close, piece != .or else { throw .query(.missingOperand(after: "NOT")) }
    return .not(try negation(in: field, relation: relation))
  }

  private mutating func operand(in field: QueryField, relation: String) throws(CorpusRefusal) -> CorpusQuery {
    guard let piece else { throw .query(.empty) }
    at += 1
    switch piece {
    case .open: return try bracket(in: field, relation: relation)
    case .word(let text): return try QueryTerm(field, relation).query(text, isQuoted: false)
    case .quoted(let text): return try QueryTerm(field, relation).query(text, isQuoted: true)
    case .range(let from, let to): return try QueryTerm(field, relation).range(from, to)
    case .field(let name, let relation):
      guard let named = QueryField(name) else { throw .query(.unknownField(name)) }
      guard let value = self.piece, ![.close, .and, .or].contains(value) else {
        throw .query(.missingValue(field: name))
      }
      return try negation(in: named, relation: relation)
    case .close: throw .query(.unopenedBracket)
    case .and, .or, .not: throw .query(.missingOperand(after: piece.shown))
    }
  }

  private mutating func bracket(in field: QueryField, relation: String) throws(CorpusRefusal) -> CorpusQuery {
    depth += 1
    opened.append(at - 1)
    guard depth <= 64 else { throw .query(.unclosedBracket) }
    if piece == .close { throw .query(.missingOperand(after: "(")) }
    let query = try alternatives(in: field, relation: relation)
    guard piece == .close else { throw .query(.unclosedBracket) }
    at += 1
    depth -= 1
    opened.removeLast()
    return query
  }
}
