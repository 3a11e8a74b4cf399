import Kernel
import Markup

/// The values that an entry changed in one record, before and after.
func changeTable(_ change: RecordChange, caption: Phrase) -> HTML {
  table(
    caption,
    columns: [
      Column(Phrase(zh: "字段", en: "Field"), .name), Column(Phrase(zh: "改动前", en: "Before")),
      Column(Phrase(zh: "改动后", en: "After")),
    ],
    rows: change.values.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { name, values in
      ["<code>\(name)</code>", shown(values.from), shown(values.to)]
    })
}

private func shown(_ value: ChangedValue?) -> HTML {
  switch value {
  case nil: "<span class=\"not-known\">\(Phrase(zh: "（空）", en: "(none)"))</span>"
  case .text(let text): "\(text, in: .zh)"
  case .whole(let whole): "\(whole)"
  case .real(let real): "\(real)"
  case .bytes(let digits): "<code>\(digits.prefix(16))\(if: digits.utf8.count > 16, "…")</code>"
  case .personal(let hash):
    "\(badge(Phrase(zh: "个人信息（哈希）", en: "Personal data (hash)"))) <code>\(hash.prefix(16))…</code>"
  }
}
