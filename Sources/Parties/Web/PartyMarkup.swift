import Kernel
import Markup
import Parties
import Web

/// A party's name in the language it is written in.
func partyName(_ name: String) -> HTML { "\(name, in: nameLanguage(name))" }

func partyTitle(_ party: Party) -> Title { .text(party.name, lang: nameLanguage(party.name)) }

func partyLink(_ party: Party) -> HTML {
  "<a href=\"\(PartyPath.show(party.id))\">\(partyName(party.name))</a>"
}

/// Chinese where a Chinese character stands in it.
private func nameLanguage(_ name: String) -> Language {
  name.unicodeScalars.contains { $0.properties.isIdeographic } ? .zh : .en
}
