public import Kernel

extension EvidenceRefusal {
  public var phrase: Phrase {
    switch self {
    case .held:
      Phrase(
        zh: "这份材料随办件提交，只在办件中提供给有关人员", en: "It was handed in with a matter, which shows it to those concerned alone")
    case .unknown: Phrase(zh: "没有这份佐证；请从佐证列表中选择", en: "There is no such evidence; please choose it from the list")
    case .withdrawn: Phrase(zh: "这份佐证已经撤回；请另行登记", en: "This evidence is withdrawn; please add it anew")
    case .several(let number):
      Phrase(
        zh: "文号“\(number)”的佐证不止一份；请改填佐证编号",
        en: "Several pieces of evidence have the number “\(number)”; please give the id instead")
    case .reasonMissing: Phrase(zh: "请写明撤回理由，它将记入留痕", en: "Please give a reason; it goes into the journal")
    case .titleMissing: Phrase(zh: "请填写标题", en: "Please give a title")
    case .tooLong(_, let limit): Phrase(zh: "不超过 \(limit) 字，请精简", en: "At most \(limit) characters; please shorten it")
    case .issuerMissing(let grade):
      Phrase(
        zh: "\(grade.code) 级佐证须写明出具单位；没有出具单位的请选 G3 或 G4",
        en: "Evidence of grade \(grade.code) names its issuer; without one choose G3 or G4")
    case .numberMissing:
      Phrase(zh: "G1 级佐证须有文号；没有文号的请选 G2", en: "Evidence of grade G1 has a document number; without one choose G2")
    case .issuedInFuture: Phrase(zh: "出具日期不能晚于今天", en: "It cannot be issued after today")
    case .empty: Phrase(zh: "文件是空的（0 字节），请重新选择", en: "The file is empty (0 bytes); please choose another")
    case .tooLarge(let limit):
      Phrase(
        zh: "文件超过上限 \(limit / 1_048_576) MB，请压缩扫描分辨率或拆分后再上传",
        en: "The file is larger than \(limit / 1_048_576) MiB; please scan at a lower resolution or split it")
    case .notTaken:
      Phrase(
        zh: "只收 PDF、PNG、JPEG、XLSX、DOCX 和文本（CSV，UTF-8 或 GB18030）；请另存为其中一种",
        en: "Only PDF, PNG, JPEG, XLSX, DOCX and text (CSV; UTF-8 or GB18030) are taken; please save it as one of them")
    case .incomplete:
      Phrase(zh: "文件不完整或已损坏，请重新导出后再上传", en: "The file is incomplete or damaged; please export it again")
    case .encryptedOrOld:
      Phrase(
        zh: "文件设有密码，或为 2007 年以前的 Office 格式；请取消密码并另存为 .xlsx、.docx 或 PDF",
        en:
          "The file has a password or is of Office before 2007; remove the password and save it as .xlsx, .docx or PDF")
    case .hasMacros:
      Phrase(zh: "文件中有宏程序，不予接收；请另存为不含宏的文件或 PDF", en: "The file carries macros; please save it without them or as PDF")
    case .looksLikeMarkup:
      Phrase(zh: "网页、XML 和脚本不予接收；请打印为 PDF 后再上传", en: "Web pages, XML and scripts are not taken; please print it to PDF")
    case .damaged:
      Phrase(
        zh: "存储中的文件缺失或与登记时的指纹不符，已停止提供；请联系管理员从备份恢复",
        en:
          "The stored file is gone or differs from what was registered, so it is not given out; the administrator can restore it from a backup"
      )
    }
  }
}
