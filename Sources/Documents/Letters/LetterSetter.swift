import Kernel
import Markup

/// Sets a letter line by line and then page by page.
struct LetterSetter {
  let letter: OfficialLetter
  let measure: TypeMeasure
  private var rows: [Row] = []
  private var head = SetPage(number: 0)

  /// A line of the type area.
  private struct Row {
    var line = TypeLine()
    var size = TypePage.textSize
    /// Signature, day and remark stay together, with words of the text above them.
    var isEnd = false

    var isBlank: Bool { line.atoms.isEmpty }
  }

  init(_ letter: OfficialLetter, measure: @escaping TypeMeasure) {
    self.letter = letter
    self.measure = measure
  }

  private var cell: Double { TypePage.cell }

  mutating func pages() -> [SetPage] {
    setHead()
    setTitle()
    if let addressee = letter.addressee { add(addressee + colon) }
    for (number, paragraph) in letter.numbered { set(paragraph, number) }
    setAttachments()
    setEnd()
    return paged()
  }

  // The red head: 35 mm below the type area's edge, two lines, the number, a rule, two lines.
  private mutating func setHead() {
    guard let mark = letter.mark else { return }
    let widest = mark.count > 0 ? TypePage.width / Double(mark.count) : 0
    let size = min(44, widest)
    let row = centred(cutter(size: size, cell: size).atoms(mark, .title))
    head.place(row, size: size, line: 0)
    let drop = TypePage.top + TypePage.millimetres(35) + 0.88 * size - TypePage.baseline(ofLine: 0, size: size)
    head.pieces = head.pieces.map { $0.red(droppedBy: drop) }
    rows += Array(repeating: Row(), count: 7)
    rows.append(Row(line: centred(cutter().atoms(letter.number ?? "", .text))))
    let foot = TypePage.baseline(ofLine: 7, size: TypePage.textSize) + 0.12 * TypePage.textSize
    head.rules.append(
      SetPage.Rule(y: foot + TypePage.millimetres(4), thickness: TypePage.millimetres(0.5), isRed: true))
    rows += Array(repeating: Row(), count: 3)
  }

  private mutating func setTitle() {
    let size = TypePage.titleSize
    let atoms = cutter(size: size, cell: size).atoms(letter.title, .title)
    let whole = atoms.reduce(0) { $0 + $1.width }
    let count = (whole / TypePage.width).rounded(.up)
    let even = count > 1 ? min(TypePage.width, (whole / count / size).rounded(.up) * size + size) : TypePage.width
    for line in TypeBreaker(width: even, fills: false).lines(atoms) {
      rows.append(Row(line: centred(line.atoms), size: size))
    }
    if letter.mark == nil, let number = letter.number { rows.append(Row(line: centred(cutter().atoms(number, .text)))) }
    rows.append(Row())
  }

  private mutating func set(_ paragraph: OfficialLetter.Paragraph, _ number: String) {
    let face: LetterFace =
      switch paragraph.level {
      case .first: .heading
      case .second: .subheading
      case .third, .fourth, nil: .text
      }
    let gap = letter.language == .en && paragraph.heading != nil ? " " : ""
    let lead = cutter().atoms(number + (paragraph.heading ?? "") + gap, face)
    add(lead + cutter().atoms(paragraph.text, paragraph.isHeading ? face : .text), first: 2 * cell)
  }

  /// Two characters in, after a line; each name begins where the first does.
  private mutating func setAttachments() {
    guard !letter.attachments.isEmpty else { return }
    rows.append(Row())
    let word = Phrase(zh: "附件：", en: letter.attachments.count > 1 ? "Attachments: " : "Attachment: ")
    let label = cutter().atoms(word.text(in: letter.language), .text)
    let start = 2 * cell + label.reduce(0) { $0 + $1.width }
    for (place, name) in letter.attachments.enumerated() {
      let number = letter.attachments.count > 1 ? cutter().atoms("\(place + 1). ", .text) : []
      let indent = start + number.reduce(0) { $0 + $1.width }
      let name = cutter().atoms(name, .text)
      let lead = (place == 0 ? label : []) + number
      let first = TypeLine.single(lead, at: place == 0 ? 2 * cell : start)
      for (at, line) in breaker(first: indent, others: indent).lines(name).enumerated() {
        let whole = at == 0 ? TypeLine(atoms: first.atoms + line.atoms, places: first.places + line.places) : line
        rows.append(Row(line: whole))
      }
    }
  }

  /// Signature, day and remark.
  private mutating func setEnd() {
    rows += Array(repeating: Row(isEnd: true), count: letter.isSealed ? 2 : 1)
    let day = TypeLine.single(cutter().atoms(LongDay(letter.date).phrase.text(in: letter.language), .text))
    let signature = TypeLine.single(cutter().atoms(letter.signature, .text))
    var (signatureAt, dayAt): (Double, Double)
    if letter.isSealed {
      dayAt = TypePage.width - 4 * cell - day.end
      signatureAt = min(dayAt + (day.end - signature.end) / 2, TypePage.width - signature.end)
    } else {
      signatureAt = TypePage.width - 2 * cell - signature.end
      dayAt = min(signatureAt + 2 * cell, TypePage.width - 2 * cell - day.end)
      signatureAt = min(signatureAt, dayAt - 2 * cell)
    }
    signatureAt = max(0, signatureAt)
    rows.append(Row(line: signature.moved(by: signatureAt), isEnd: true))
    rows.append(Row(line: day.moved(by: max(0, dayAt)), isEnd: true))
    guard let note = letter.note else { return }
    let text = letter.language == .zh ? "（\(note)）" : "(\(note))"
    for line in breaker(first: 2 * cell).lines(cutter().atoms(text, .text)) {
      rows.append(Row(line: line, isEnd: true))
    }
  }

  private func paged() -> [SetPage] {
    let imprint = LetterImprint(letter, measure: measure)
    var pages: [[Row]] = []
    var open: [Row] = []
    let ending = rows.firstIndex(where: \.isEnd) ?? rows.count
    for (place, row) in rows.enumerated() {
      if place == ending, open.count + rows.count - ending > TypePage.linesPerPage { carry(&open, into: &pages) }
      if open.count == TypePage.linesPerPage {
        pages.append(open)
        open = []
      }
      if row.isBlank, open.isEmpty, !pages.isEmpty { continue }
      open.append(row)
    }
    if open.count + imprint.lines > TypePage.linesPerPage {
      pages.append(open)
      open = []
    }
    return (pages + [open]).enumerated().map { place, rows in
      var page = SetPage(number: place + 1)
      if place == 0 { (page.pieces, page.rules) = (head.pieces, head.rules) }
      for (line, row) in rows.enumerated() { page.place(row.line, size: row.size, line: line) }
      if place == pages.count { imprint.set(on: &page) }
      page.placeNumber(measure: measure)
      return page
    }
  }

  /// A page must not have a signature and nothing else: the last two lines of the text go with it.
  private func carry(_ open: inout [Row], into pages: inout [[Row]]) {
    let kept = max(0, open.count - 2)
    pages.append(Array(open[..<kept]))
    open = Array(open[kept...])
  }

  private mutating func add(_ text: String) { add(cutter().atoms(text, .text), first: 0) }

  private mutating func add(_ atoms: [TypeAtom], first: Double) {
    for line in breaker(first: first).lines(atoms) { rows.append(Row(line: line)) }
  }

  private func breaker(first: Double, others: Double = 0) -> TypeBreaker {
    TypeBreaker(first: first, others: others, fills: letter.language == .zh)
  }

  private func cutter(size: Double = TypePage.textSize, cell: Double = TypePage.cell) -> TypeCutter {
    TypeCutter(language: letter.language, size: size, cell: cell, measure: measure)
  }

  private var colon: String { letter.language == .zh ? "：" : "," }

  private func centred(_ atoms: [TypeAtom]) -> TypeLine {
    let line = TypeLine.single(atoms)
    return line.moved(by: max(0, (TypePage.width - line.end) / 2))
  }
}

extension SetPage.Piece {
  fileprivate func red(droppedBy distance: Double) -> SetPage.Piece {
    SetPage.Piece(
      text: text, face: face, size: size, x: x, width: width, baseline: baseline + distance, isRed: true)
  }
}

extension SetPage {
  /// Below the type area, 7 mm down: on odd pages on the right, on even ones on the left, a character in.
  mutating func placeNumber(measure: TypeMeasure) {
    let (size, text) = (TypePage.smallSize, "— \(number) —")
    let width = measure(text, .number, size)
    let x =
      number.isMultiple(of: 2)
      ? TypePage.left + TypePage.cell : TypePage.left + TypePage.width - TypePage.cell - width
    // The dash, which the 7 mm are measured to, lies about 0.35 of the size above the baseline.
    let baseline = TypePage.top + TypePage.height + TypePage.millimetres(7) + 0.35 * size
    pieces.append(Piece(text: text, face: .number, size: size, x: x, width: width, baseline: baseline))
  }
}
