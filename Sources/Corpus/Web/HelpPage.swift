import Kernel
import Markup
import Web

/// The language of queries on one page, for those who search.
func searchHelpPage() -> Page {
  Page(
    Phrase(zh: "检索说明", en: "How to search"), trail: [Crumb(SearchFrame.title, SearchPath.search)],
    """
    <p class="lead">\(Phrase(
      zh: "不写字段时，在名称、摘要和权利要求中检索。全角半角、大小写、繁简体不加区分。",
      en: "Without a field, words are looked for in title, abstract and claims. Width, case, and traditional or simplified characters make no difference."))</p>
    <h2>\(Phrase(zh: "写法", en: "How to write it"))</h2>
    \(table(Phrase(zh: "检索式的写法", en: "How queries are written"), columns: [
      Column(Phrase(zh: "写法", en: "Written"), .name), Column(Phrase(zh: "含义", en: "Meaning")),
    ], rows: forms.map { [code($0.0), "\($0.1)"] }))
    <h2>\(Phrase(zh: "字段", en: "Fields"))</h2>
    \(table(Phrase(zh: "字段名", en: "Names of fields"), columns: [
      Column(Phrase(zh: "字段", en: "Field"), .name), Column(Phrase(zh: "可用的名称", en: "Names")),
      Column(Phrase(zh: "例", en: "Example")),
    ], rows: fields.map { ["\($0.0)", code($0.1), code($0.2)] }))
    <p>\(Phrase(
      zh: "字段名与值之间用 : 或 =。incoPat、PatSnap 的常用字段名可以照写。不支持位置算符和词中通配符，遇到时会说明改写办法。",
      en: "Between a field and its value stands : or =. The usual names of incoPat and PatSnap are understood. Proximity operators and wildcards inside words are not; you are told what to write instead."))</p>
    """)
}

private func code(_ text: String) -> HTML { "<code translate=\"no\"\(languageAttribute(of: text))>\(text)</code>" }

private let forms: [(String, Phrase)] = [
  (
    "电池隔膜",
    Phrase(
      zh: "连续出现这四个字；汉字无需通配符，一个字也可以",
      en: "These four characters one after the other; no wildcards are needed, one character is enough")
  ),
  ("led*", Phrase(zh: "以 led 开头的词；不带星号只找整词", en: "Words that begin with led; without the asterisk whole words only")),
  ("\"lithium battery\"", Phrase(zh: "引号内连续出现", en: "Exactly so, one after the other")),
  ("电池 隔膜　　电池 AND 隔膜　　电池 与 隔膜", Phrase(zh: "两者都有", en: "Both")),
  ("电池 OR 隔膜　　电池 或 隔膜", Phrase(zh: "至少有一个", en: "At least one")),
  ("电池 NOT 隔膜　　电池 -隔膜", Phrase(zh: "有前者而没有后者", en: "The first without the second")),
  ("(电池 OR 电容) AND 隔膜", Phrase(zh: "括号；NOT 最先，AND 其次，OR 最后", en: "Brackets; NOT binds closest, then AND, then OR")),
  ("TI=(泵 OR 阀)", Phrase(zh: "字段管整个括号", en: "A field for a whole bracket")),
]

private let fields: [(Phrase, String, String)] = [
  (Phrase(zh: "名称", en: "Title"), "TI TTL 名称 标题 title", "TI=隔膜"),
  (Phrase(zh: "摘要", en: "Abstract"), "AB ABST 摘要 abstract", "AB=隔膜"),
  (Phrase(zh: "权利要求", en: "Claims"), "CL CLM CLMS 权利要求 claims", "CL=隔膜"),
  (Phrase(zh: "名称与摘要；加权利要求", en: "Title and abstract; with claims"), "TIAB TA；TIABC TAC 全文", "TIAB=隔膜"),
  (Phrase(zh: "申请人（包含所写字样）", en: "Applicant (contains)"), "AP PA ANCS 申请人 专利权人 applicant", "AP=大学"),
  (Phrase(zh: "发明人；代理机构", en: "Inventor; agency"), "IN INV 发明人；AGC AT 代理机构", "代理机构:知识产权"),
  (Phrase(zh: "申请号", en: "Application number"), "APN AN 申请号", "APN=2019101*"),
  (Phrase(zh: "公开（公告）号；任一号码", en: "Publication number; any number"), "PN PNM 公开号 公告号；号码", "PN=CN1098*"),
  (Phrase(zh: "IPC及其下各级", en: "IPC with all below"), "IPC 分类号", "IPC=G06F16/90"),
  (Phrase(zh: "申请日；公开日", en: "Filed; published"), "AD APD 申请日；PD PBD 公开日", "AD=[20190101 TO 20211231]"),
  (Phrase(zh: "申请年；公开年", en: "Year of filing; of publication"), "ADY 申请年；PDY 公开年", "ADY=2019-2021"),
  (Phrase(zh: "类型；法律状态；来源", en: "Kind; status; source"), "PT 类型；法律状态；来源", "类型:实用新型"),
  (Phrase(zh: "省、市、区", en: "Place"), "省 市 区", "市:南京市"),
]
