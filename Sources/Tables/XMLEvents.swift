import CXML

/// A push parser for XML of any length, in constant memory.
///
/// Reads nothing but what it is fed: no network, no external subset, no external entity. A document that
/// declares a parsed entity is refused, so nothing can expand. Unparsed entities (pictures, in patents of
/// 2001) are let pass; they have no text.
public final class XMLEvents {
  private let parser: xmlParserCtxtPtr
  private let state: ParserState

  /// - Throws: ``TableRefusal/damaged`` if the parser cannot be had.
  public init<Visitor: XMLVisitor>(_ visitor: Visitor) throws(TableRefusal) {
    state = ParserState(visitor, Visitor.vocabulary)
    var handlers = Self.handlers()
    let context = Unmanaged.passUnretained(state).toOpaque()
    guard let parser = xmlCreatePushParserCtxt(&handlers, context, nil, 0, nil) else { throw .damaged }
    self.parser = parser
    state.parser = parser
    Self.harden(parser)
  }

  deinit { xmlFreeParserCtxt(parser) }

  /// Feeds a piece of the document.
  public func feed(_ bytes: UnsafeRawBufferPointer) throws(TableRefusal) {
    var rest = bytes
    while !rest.isEmpty, !state.isStopped {
      // The parser's lengths have 32 bits, and short pieces keep its buffer short.
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 16))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
      xmlParseChunk(parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), 0)
      try check()
    }
  }

  /// Tells that the document ends here.
  public func finish() throws(TableRefusal) {
    if state.isStopped { return }
    xmlParseChunk(parser, nil, 0, 1)
    try check()
  }

  /// Makes ready for another document, with the same visitor.
  public func reset() {
    xmlCtxtResetPush(parser, nil, 0, nil, nil)
    Self.harden(parser)
    state.isStopped = false
    state.entityLine = nil
  }

  /// Ignores the rest of the document, well-formed or not; from within a visitor, too.
  public func stop() { state.isStopped = true }

  /// The line that the parser stands in, 1 for the first.
  public var line: Int { parser.pointee.input.map { Int($0.pointee.line) } ?? 0 }

  private static func harden(_ parser: xmlParserCtxtPtr) {
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue
    xmlCtxtUseOptions(parser, Int32(options))
  }

  private func check() throws(TableRefusal) {
    if let line = state.entityLine { throw .xmlDeclaresEntities(line: line) }
    if state.visitor.holdsTooMuch { throw .xmlElementTooLong(line: line) }
    guard parser.pointee.wellFormed == 0, !state.isStopped else { return }
    throw .xmlNotWellFormed(line: Int(parser.pointee.lastError.line))
  }

  private static func handlers() -> xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.initialized = XML_SAX2_MAGIC
    handlers.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let state = parserState(context), let name, !state.isStopped else { return }
      state.visitor.start(state.place(of: name), XMLAttributes(attributes, count: Int(count)))
    }
    handlers.endElementNs = { context, name, _, _ in
      guard let state = parserState(context), let name, !state.isStopped else { return }
      state.visitor.end(state.place(of: name))
    }
    handlers.characters = { context, text, length in
      guard let state = parserState(context), !state.isStopped else { return }
      state.visitor.text(UnsafeBufferPointer(start: text, count: Int(length)))
    }
    handlers.cdataBlock = handlers.characters
    handlers.ignorableWhitespace = handlers.characters
    handlers.reference = { context, name in
      // An entity that only an external subset could declare: its name stays, so that nothing is lost unseen.
      guard let state = parserState(context), let name, !state.isStopped else { return }
      var text: [UInt8] = [0x26]
      var place = 0
      while name[place] != 0 {
        text.append(name[place])
        place += 1
      }
      text.append(0x3B)
      text.withUnsafeBufferPointer { state.visitor.text($0) }
    }
    handlers.entityDecl = { context, _, _, _, _, _ in parserState(context)?.noteEntity() }
    handlers.getEntity = { _, _ in nil }
    handlers.getParameterEntity = { _, _ in nil }
    handlers.resolveEntity = { _, _, _ in nil }
    handlers.serror = { _, _ in }
    return handlers
  }
}

/// The parser's callbacks can capture nothing: they come back by the pointer that the parser was given.
private func parserState(_ context: UnsafeMutableRawPointer?) -> ParserState? {
  context.map { Unmanaged<ParserState>.fromOpaque($0).takeUnretainedValue() }
}

/// What the parser's callbacks come back to.
private final class ParserState {
  let visitor: any XMLVisitor
  var isStopped = false
  /// Where the document declares its first entity.
  var entityLine: Int?
  /// The parser whose callbacks these are; it outlives them.
  var parser: xmlParserCtxtPtr?
  private let vocabulary: [String: Int]
  /// Names by their address: the parser keeps one copy of each name for its life.
  private var known: [(name: UnsafePointer<UInt8>?, place: Int)] = Array(repeating: (nil, -1), count: 1_024)

  init(_ visitor: any XMLVisitor, _ names: [String]) {
    self.visitor = visitor
    vocabulary = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func noteEntity() {
    guard entityLine == nil else { return }
    entityLine = parser?.pointee.input.map { Int($0.pointee.line) } ?? 0
  }

  func place(of name: UnsafePointer<UInt8>) -> Int {
    var slot = (Int(bitPattern: name) >> 1 ^ Int(bitPattern: name) >> 11) & 1_023
    for _ in 0..<8 {
      if known[slot].name == name { return known[slot].place }
      if known[slot].name == nil {
        known[slot] = (name, vocabulary[String(cString: name)] ?? -1)
        return known[slot].place
      }
      slot = (slot + 1) & 1_023
    }
    return vocabulary[String(cString: name)] ?? -1
  }
}
