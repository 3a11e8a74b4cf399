import Foundation
import Journal

extension JournalLine {
  /// The entry as far as it is about `subject`: for who may not read the rest.
  ///
  /// Facts and the record it was about go, too, where that was another; so does what it vouches for altogether.
  func cut(to subject: Subject) throws -> JournalLine {
    var content = try JSONDecoder().decode(EntryDetails.self, from: Data(details.utf8))
    content.changes = content.changes.filter { $0.table == subject.table && $0.key == subject.number }
    let isAboutIt = self.subject == nil || self.subject == subject
    if !isAboutIt { content.facts = [:] }
    return JournalLine(
      number: number, happenedAt: happenedAt, actor: actor, actorName: actorName, action: action,
      actionPhrase: actionPhrase, subject: isAboutIt ? self.subject : nil, reason: isAboutIt ? reason : nil,
      details: try content.canonicalText(), added: .none, hash: hash)
  }
}
