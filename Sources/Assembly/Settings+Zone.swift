public import Access
public import Web

extension Settings {
  /// What these settings say about pages; the menu is the portal's.
  public func site(for zone: Zone) -> Site {
    var site = Site()
    if let zoneName { site.zoneName = zoneName }
    if let platformName { site.platformName = platformName }
    site.isDemonstration = zone.record.isDemonstration
    site.footer.host = footerHost
    site.footer.contact = footerContact
    site.footer.siteCode = siteCode
    site.footer.icpNumber = icpNumber
    site.footer.policeNumber = policeNumber
    site.limits.file = uploadLimit
    site.limits.folder = zone.place.temporary
    site.isSecure = secureCookies
    site.origin = origin
    site.hasTrustedProxy = trustedProxy
    return site
  }

  public func accessPolicy(isDemonstration: Bool) -> AccessPolicy {
    var policy = AccessPolicy()
    policy.staffSession = SessionLife(idle: staffIdle, whole: staffSession)
    policy.publicSession = SessionLife(idle: publicIdle, whole: publicSession)
    policy.isDemonstration = isDemonstration
    return policy
  }
}
