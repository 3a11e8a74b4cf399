import HTTPTypes
import Hummingbird

/// What tells browsers to be careful, on every answer.
enum SafetyHeaders {
  static func add(to response: inout Response, _ context: PortalContext) {
    // No inline style or script, nothing from elsewhere, no foreign frame around a page.
    response.headers[.contentSecurityPolicy] = """
      default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
      """
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.frameOptions] = "DENY"
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    response.headers[.openerPolicy] = "same-origin"
    response.headers[.requestID] = context.requestID
    if context.site.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
  }
}
