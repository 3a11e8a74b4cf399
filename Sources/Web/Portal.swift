public import Kernel
import Markup

/// What the portal is composed of; `Assembly` fills it in once.
public struct Portal: Sendable {
  public let site: Site
  public let keeper: SessionKeeper
  public let forms: FormKeeper
  public let world: World
  public let assets: Assets
  /// The key of visitors' form tokens: equal in all processes of one zone, and secret.
  let secret: [UInt8]

  /// `secret`: at least 16 bytes.
  public init(
    site: Site, keeper: SessionKeeper, forms: FormKeeper = .forgetful, world: World, assets: Assets, secret: [UInt8]
  ) {
    self.site = site
    self.keeper = keeper
    self.forms = forms
    self.world = world
    self.assets = assets
    self.secret = secret
  }
}
