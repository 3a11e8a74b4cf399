import Kernel
import Markup

/// What stands at the foot of the last page (版记): who else gets the letter, who printed it and when.
struct LetterImprint {
  private var rows: [TypeLine] = []
  private let copies: Int

  init(_ letter: OfficialLetter, measure: @escaping TypeMeasure) {
    let size = TypePage.smallSize
    let cutter = TypeCutter(language: letter.language, size: size, cell: size, measure: measure)
    if !letter.copies.isEmpty {
      let text =
        letter.language == .zh
        ? "抄送：\(letter.copies.joined(separator: "，"))。" : "Copies: \(letter.copies.joined(separator: ", "))."
      rows = TypeBreaker(width: TypePage.width - size, first: size, others: 4 * size, fills: letter.language == .zh)
        .lines(cutter.atoms(text, .text))
    }
    copies = rows.count
    guard let imprint = letter.imprint else { return }
    let day = LongDay(imprint.day).phrase
    let printed = Phrase(zh: day.zh + "印发", en: "Printed \(day.en)").text(in: letter.language)
    let left = TypeLine.single(cutter.atoms(imprint.body, .text), at: size)
    let right = TypeLine.single(cutter.atoms(printed, .text))
    let moved = right.moved(by: TypePage.width - size - right.end)
    rows.append(TypeLine(atoms: left.atoms + moved.atoms, places: left.places + moved.places))
  }

  /// How many lines of the page it takes.
  var lines: Int { rows.count }

  /// The lowest rule lies on the lower edge of the type area.
  func set(on page: inout SetPage) {
    guard !rows.isEmpty else { return }
    let (thick, thin) = (TypePage.millimetres(0.35), TypePage.millimetres(0.25))
    let first = TypePage.linesPerPage - rows.count
    for (place, row) in rows.enumerated() { page.place(row, size: TypePage.smallSize, line: first + place) }
    func rule(_ line: Int, _ thickness: Double) {
      page.rules.append(SetPage.Rule(y: TypePage.top + Double(line) * TypePage.pitch, thickness: thickness))
    }
    rule(first, thick)
    if copies > 0, copies < rows.count { rule(first + copies, thin) }
    rule(TypePage.linesPerPage, thick)
  }
}
