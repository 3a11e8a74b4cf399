import Foundation
public import Access
public import Hummingbird
public import Kernel
public import Markup
import NIOCore

/// What is known of a request: who asks, in which language, for which page of which zone.
public struct PortalContext: RequestContext {
  public var coreContext: CoreRequestContextStorage
  public internal(set) var language: Language = .zh
  /// A visitor where nobody is signed in.
  public internal(set) var account: Account = .visitor([])
  public internal(set) var session: SessionView?
  public internal(set) var site = Site()
  /// The page's own address, its query included, in no language.
  public internal(set) var address = Link("/")
  public internal(set) var query = Query()
  /// Names the request in logs and on pages that report a fault.
  public internal(set) var requestID = ""
  /// Whether the request came by https, as far as can be told.
  public internal(set) var isSecure = false
  /// How many of one's notices are unread.
  var unread = 0
  var formToken = FormToken.none
  var stamps = AssetStamps()
  /// What a form is to show at once: typed values that a lost session left behind.
  var offered: FormState?
  /// What the page is to say was done.
  var success: Success?
  /// Where the way back leads, when it is known.
  var cameFrom: Link?

  /// The client's network address, as far as it can be told.
  public internal(set) var clientAddress: String?
  /// What the client calls itself.
  public internal(set) var clientName: String?

  public init(source: Source) {
    coreContext = .init(source: source)
    clientAddress = source.channel.remoteAddress?.ipAddress
  }

  /// The id in the path.
  ///
  /// - Throws: ``NoSuchPage`` if the segment is not an id.
  public func id<Entity>(_ name: Substring = "id", of _: Entity.Type = Entity.self) throws(NoSuchPage) -> ID<Entity> {
    guard let id = coreContext.parameters[name].flatMap({ ID<Entity>($0) }) else { throw NoSuchPage() }
    return id
  }

  /// A segment of the path, percent-decoded.
  ///
  /// - Throws: ``NoSuchPage`` if it is no UTF-8.
  public func segment(_ name: Substring) throws(NoSuchPage) -> String {
    guard let segment = coreContext.parameters[name].flatMap({ String($0).removingPercentEncoding }) else {
      throw NoSuchPage()
    }
    return segment
  }
}

/// An address under which there is nothing.
public struct NoSuchPage: Refusal, Equatable {
  public init() {}

  public var kind: RefusalKind { .missing }
  public var code: String { "web.no-such-page" }
  public var phrase: Phrase {
    Phrase(
      zh: "没有这个页面：地址可能有误，或内容已移走。请核对地址，或从首页查找",
      en:
        "There is no such page: the address may be wrong, or the content has moved. Please check it, or start at the home page"
    )
  }
}
