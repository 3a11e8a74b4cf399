import API
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Reads a form from a request's body within limits.
///
/// Memory is bounded by the limit of fields; files go to disk while they come in. What was read stays here
/// when reading is refused, so that the form can be shown again with it.
struct FormReader: ~Copyable {
  enum Files {
    case keep
    /// Nobody is entitled to send them: they are passed over.
    case drop
  }

  let limits: FormLimits
  let world: World
  let token: FormToken
  private(set) var pairs: [(name: String, value: String)] = []
  private(set) var files: [UploadedFile] = []
  private(set) var droppedFiles = false
  private var read = 0
  /// Bytes of files that are not kept.
  private var passedOver: Int64 = 0

  init(limits: FormLimits, world: World, token: FormToken) {
    self.limits = limits
    self.world = world
    self.token = token
  }

  /// Whether the form carries the right token.
  var isProven: Bool { pairs.contains { $0.name == "form-token" && token.matches($0.value) } }

  /// What was typed, without what belongs to the portal.
  var typed: [(name: String, value: String)] { Form(pairs: pairs).pairs }

  mutating func read(_ request: Request, _ mode: Files) async throws {
    let type = request.headers[.contentType] ?? ""
    try limits.refuseTooLarge(
      request, in: type.lowercased().hasPrefix("multipart/") ? limits.whole : Int64(limits.fields))
    if let boundary = Self.boundary(of: type) {
      try await readParts(request.body, boundary, mode)
    } else if type.isEmpty || type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
      try await readEncoded(request.body)
    } else {
      throw WebRefusal.malformedForm
    }
  }

  func discardFiles() { for file in files { file.discard() } }

  private mutating func readEncoded(_ body: RequestBody) async throws {
    var bytes: [UInt8] = []
    var body = BodyPieces(body)
    while let buffer = try await body.next() {
      guard bytes.count + buffer.readableBytes <= limits.fields else { throw WebRefusal.formTooLarge }
      bytes.append(contentsOf: buffer.readableBytesView)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw WebRefusal.malformedForm }
    for pair in Query(text).pairs { try take(pair.name, pair.value) }
  }

  private mutating func readParts(_ body: RequestBody, _ boundary: String, _ mode: Files) async throws {
    var reader = MultipartReader(boundary: boundary)
    var part: PartHead?
    var value: [UInt8] = []
    var file: TemporaryFile?
    do {
      var body = BodyPieces(body)
      while let buffer = try await body.next() {
        for event in try reader.feed(buffer.readableBytesView) {
          switch event {
          case .part(let head):
            part = head
            if head.fileName?.isEmpty == false { file = try openFile(mode) }
          case .content(let bytes):
            guard let part else { continue }
            if file != nil {
              try write(bytes, to: &file, of: part)
            } else if part.fileName == nil {
              try hold(bytes, &value)
            } else {
              try passOver(bytes, of: part)
            }
          case .partEnd:
            if let part { try close(part, &value, &file) }
            part = nil
          }
        }
      }
      guard reader.isComplete else { throw WebRefusal.malformedForm }
    } catch {
      file?.discard()
      throw error
    }
  }

  private mutating func openFile(_ mode: Files) throws -> TemporaryFile? {
    guard mode == .keep, isProven else {
      droppedFiles = true
      return nil
    }
    guard files.count < limits.files else { throw WebRefusal.formTooLarge }
    return try TemporaryFile(in: limits.folder, named: world.newID(UploadedFile.self).description)
  }

  private func write(_ bytes: [UInt8], to file: inout TemporaryFile?, of part: PartHead) throws {
    guard (file?.size ?? 0) + Int64(bytes.count) <= limits.file else {
      throw WebRefusal.fileTooLarge(limit: limits.file, field: part.field)
    }
    try file?.append(bytes)
  }

  /// Whoever may not send files at all does not send them without end either.
  private mutating func passOver(_ bytes: [UInt8], of part: PartHead) throws {
    passedOver += Int64(bytes.count)
    guard passedOver <= limits.file else {
      throw WebRefusal.fileTooLarge(limit: limits.file, field: part.field)
    }
  }

  private func hold(_ bytes: [UInt8], _ value: inout [UInt8]) throws {
    guard read + value.count + bytes.count <= limits.fields else { throw WebRefusal.formTooLarge }
    value.append(contentsOf: bytes)
  }

  private mutating func close(_ part: PartHead, _ value: inout [UInt8], _ file: inout TemporaryFile?) throws {
    if let done = file.take() {
      files.append(try done.close(field: part.field, name: part.fileName ?? "", mediaType: part.mediaType))
    } else if part.fileName == nil {
      guard let text = String(validating: value, as: UTF8.self) else { throw WebRefusal.malformedForm }
      read += value.count
      try take(part.field, text)
      value = []
    }
  }

  private mutating func take(_ name: String, _ value: String) throws {
    guard pairs.count < limits.fieldCount else { throw WebRefusal.formTooLarge }
    // PostgreSQL keeps no NUL in a text, and no keyboard types one.
    guard !value.utf8.contains(0) else { throw WebRefusal.malformedForm }
    let lines = value.utf8.contains(0x0D) ? value.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : value
    pairs.append((name, lines.precomposedStringWithCanonicalMapping))
  }

  /// The boundary of a `multipart/form-data` content type.
  static func boundary(of type: String) -> String? {
    guard type.lowercased().hasPrefix("multipart/form-data") else { return nil }
    for parameter in type.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, parts[0].lowercased() == "boundary" else { continue }
      let boundary = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      return (1...70).contains(boundary.utf8.count) ? boundary : nil
    }
    return nil
  }
}
