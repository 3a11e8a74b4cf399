import Foundation
import Kernel
import Markup
import Navigation
import NavigationStore
import Web

/// Which documents of a dataset are asked for; it stands in the address.
struct DatasetQuestion: Equatable {
  /// In the language of searches; of what is left after cleaning.
  var text = ""
  /// The place of a branch.
  var branch: Int?
  var state = State.left
  var reason: RemovalReason?
  var page = 1

  enum State: String, CaseIterable {
    case left, removed, all

    var phrase: Phrase {
      switch self {
      case .left: Phrase(zh: "保留的", en: "Left")
      case .removed: Phrase(zh: "移出的", en: "Taken out")
      case .all: Phrase(zh: "全部冻结的", en: "All that were frozen")
      }
    }
  }

  init(
    text: String = "", branch: Int? = nil, state: State = .left, reason: RemovalReason? = nil, page: Int = 1
  ) {
    self.text = text
    self.branch = branch
    self.state = state
    self.reason = reason
    self.page = page
  }

  init(_ query: Query) {
    text = query.text("q").trimmingCharacters(in: .whitespacesAndNewlines)
    branch = Int(query.text("branch"))
    state = State(rawValue: query.text("state")) ?? .left
    reason = RemovalReason(rawValue: query.text("reason"))
    page = max(1, min(Int(query.text("page")) ?? 1, 10_000))
  }

  var query: [(String, String)] {
    var query: [(String, String)] = []
    if !text.isEmpty { query.append(("q", text)) }
    if let branch { query.append(("branch", "\(branch)")) }
    if state != .left { query.append(("state", state.rawValue)) }
    if let reason { query.append(("reason", reason.rawValue)) }
    if page > 1 { query.append(("page", "\(page)")) }
    return query
  }

  /// Whether a document is asked for, but for the text.
  func selects(_ line: DatasetLine) -> Bool {
    if let branch, !line.document.branches.contains(branch) { return false }
    if let reason, line.removal?.reason != reason { return false }
    switch state {
    case .left: return line.removal == nil
    case .removed: return line.removal != nil
    case .all: return true
    }
  }
}
