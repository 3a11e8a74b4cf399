import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Adds what programs look for at the root of every site.
func addPlainFiles(to routes: inout Routes, _ portal: Portal) {
  routes.file("/robots.txt", needs: nil) { _, _ in text(robots(portal.site)) }
  routes.file("/favicon.ico", needs: nil) { _, _ in
    guard let icon = portal.assets.response(to: "/assets/favicon.ico", stamp: "") else { throw NoSuchPage() }
    return icon
  }
  // Without an address that people can write to there is nothing to say, and so no such file.
  guard let mailbox = mailbox(of: portal.site) else { return }
  routes.file("/.well-known/security.txt", needs: nil) { _, _ in
    text(security(mailbox, portal.site, until: portal.world.now() + 180 * 86_400))
  }
}

/// Search engines find what is public and leave the rest; what must not be seen is kept by permissions, not by this.
private func robots(_ site: Site) -> String {
  let closed = ["/account", "/accounts", "/api/", "/forgotten", "/invitation", "/register", "/reset", "/sign-in"]
  let lines = Language.allCases.flatMap { language in closed.map { "Disallow: \(language.pathPrefix)\($0)" } }
  return (["User-agent: *"] + lines).joined(separator: "\n") + "\n"
}

private func security(_ mailbox: String, _ site: Site, until end: Date) -> String {
  var lines = ["Contact: mailto:\(mailbox)", "Expires: \(end.formatted(.iso8601))", "Preferred-Languages: zh, en"]
  if let origin = site.origin { lines.append("Canonical: \(origin)/.well-known/security.txt") }
  return lines.joined(separator: "\n") + "\n"
}

/// The first e-mail address of the configured contact.
private func mailbox(of site: Site) -> String? {
  guard let contact = site.footer.contact else { return nil }
  return contact.zh.firstMatch(of: /[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+/).map { String($0.0) }
}

private func text(_ text: String) -> Response {
  Response(
    status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=3600"],
    body: .init(byteBuffer: ByteBuffer(string: text)))
}
