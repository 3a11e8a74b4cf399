import HTTPTypes
import Hummingbird

extension FormLimits {
  /// Refuses a request that says beforehand that it brings more than `limit` bytes.
  ///
  /// - Throws: ``WebRefusal/fileTooLarge(limit:field:)`` where files may come, ``WebRefusal/formTooLarge`` otherwise.
  func refuseTooLarge(_ request: Request, in limit: Int64) throws(WebRefusal) {
    guard let length = request.headers[.contentLength].flatMap({ Int64($0) }), length > limit else { return }
    throw limit >= file ? .fileTooLarge(limit: file, field: "") : .formTooLarge
  }
}
