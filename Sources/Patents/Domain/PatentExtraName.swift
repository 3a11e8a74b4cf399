public import Kernel

/// What is known of a name under which sources say more than the register's fields hold.
public struct PatentExtraName: Equatable, Sendable {
  /// Stable, stored with the value: `cited-by`.
  public let code: String
  public let phrase: Phrase
  /// The headers under which exports carry it.
  public let headers: [String]

  /// Every name that is known.
  ///
  /// A header that is none of theirs is its own name.
  public static let all: [PatentExtraName] = lines.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else { return nil }
    let more = parts[3].isEmpty ? [] : parts[3].split(separator: ";").map(String.init)
    return PatentExtraName(
      code: parts[0], phrase: Phrase(zh: parts[1], en: parts[2]), headers: [parts[1], parts[2]] + more)
  }

  /// The words for a name; a header is its own word in both languages.
  public static func phrase(of name: String) -> Phrase { phrases[name] ?? Phrase(zh: name, en: name) }

  private static let phrases = Dictionary(all.map { ($0.code, $0.phrase) }, uniquingKeysWith: { first, _ in first })

  /// Code, Chinese, English, further headers of exports.
  ///
  /// Source: the headers of exports of incoPat, PatSnap, Daweisoft, CNIPR, Lens, Google Patents, PATENTSCOPE and
  /// Espacenet, as they write them. Brackets and width do not count.
  private static let lines = """
    publication-given|公开（公告）号（原文）|Publication number as given|
    claims|权利要求|Claims|
    cpc|CPC分类号|CPC symbols|
    row|序号|Row number|No;#;No.
    application-family|专利族号|Family number|Family ID;family_id;同族编号
    title-translated|标题(翻译)|Title (translated)|标题(译)(English);标题(英文);标题 (英文);TI_EN
    title-original|标题(小语种原文)|Title (original language)|标题(原文)
    abstract-translated|摘要(翻译)|Abstract (translated)|摘要(译)(English);摘要(英文)
    abstract-original|摘要(小语种原文)|Abstract (original language)|摘要(原文)
    link|链接|Link|链接到incoPat;URL;URLs;result link;href;链接地址;网址
    figure-link|代表附图链接|Representative figure|representative figure link;摘要附图存储路径;摘要附图;Image;附图
    release-path|发布路径|Path of publication|
    industry|国民经济分类|Industry (GB/T 4754)|国民经济行业分类;GBC1;GBC2;GBC3;GBC4
    emerging-industry|新兴产业分类|Strategic emerging industry|战略新兴产业分类;战略新兴产业;EINDC
    application-field|应用领域分类|Field of application|技术领域
    technical-topic|技术主题分类|Technical topic|分类
    category|范畴分类|Category|
    kind-code|文献种类代码|Kind code|文献类型;Kind of document
    document-type|文献类型说明|Document type|Type
    ipc-section|IPC主分类-部|IPC section|IPC主分类号(部)
    ipc-section-name|IPC主分类-部(释义)|Meaning of the IPC section|IPC主分类号(部)释义
    ipc-subclass|小类代码|IPC subclass|IPC主分类号(小类);主IPC分类号-小类;IPCSC;小类
    ipc-group|大组|IPC main group|ICG;IPC主分类号(大组)
    ipc-current|IPC(现行)|IPC (current)|PIPC
    european-class|EC|European class|欧洲主分类号;ECLA
    us-class|UC|US class|UPC分类号;US Classifications;UPC
    national-class|本国主分类号|National class|
    fi|FI|FI|FIC
    f-term|F-term|F-term|FTERM;F-Term
    applicant-score|申请人贡献分|Applicant's score|
    applicants-translated|申请人(翻译)|Applicants (translated)|
    applicants-other|申请人(其他)|Applicants (other)|
    applicants-standard|标准化申请人|Applicants (standardised)|
    original-applicants|原始申请(专利权)人|Original applicants|原始申请人
    first-applicant|第一申请人|First applicant|主申请人;PPA;第一原始申请(专利权)人;第一当前申请(专利权)人
    applicant-count|申请人数量|Number of applicants|申请人数;PAN;当前申请(专利权)人数量;原始申请(专利权)人数量
    applicant-kind|申请人类型|Kind of applicant|SQRLX;当前申请(专利权)人类型;原始/当前申请(专利权)人类型
    original-applicant-kind|原始申请(专利权)人类型|Kind of original applicant|
    applicant-country|申请人国别代码|Applicant's country|
    applicant-region|申请人省市代码|Applicant's region|申请人省市
    applicant-city|中国申请人地市|Applicant's city|地市;ADDRC;申请人地市;当前申请(专利权)人地市;当前申请(专利权)人地市/区县
    applicant-district|中国申请人区县|Applicant's district|区县;ADDRDC;申请人区县;当前申请(专利权)人区县
    original-province|原始申请(专利权)人州/省|Province of the original applicant|
    original-address|原始申请(专利权)人地址|Address of the original applicant|
    owners|当前权利人|Current owners|当前专利权人;CAS;Owners;专利权人
    owners-standard|标准化当前权利人|Current owners (standardised)|
    owner-province|当前权利人省市|Province of the current owner|CASP
    owner-city|当前权利人地市|City of the current owner|CASC
    owner-district|当前权利人区县|District of the current owner|CASD
    firm-alias|工商别名|Firm's other names|
    firm-english|工商英文名|Firm's English name|
    firm-address|工商注册地址|Firm's registered address|
    firm-kind|工商公司类型|Kind of firm|
    firm-founded|工商成立日期|Firm founded|
    firm-credit-code|工商统一社会信用代码|Unified social credit code|统一社会信用代码
    firm-number|工商注册号|Firm's registration number|
    firm-listing|工商上市代码|Firm's stock code|
    firm-status|工商企业状态|Firm's status|
    first-inventor|第一发明人|First inventor|
    inventors-current|当前发明人名称|Current inventors|
    inventor-count|发明人数量|Number of inventors|发明(设计)人数量
    inventor-country|发明人国别|Inventors' countries|
    inventor-address|发明人地址|Inventors' addresses|
    examiner|审查员|Examiner|
    priority|优先权信息|Priority|优先权;PR;Priorities Data;Priority Data
    priority-number|优先权号|Priority numbers|Priority Numbers
    first-priority-day|最早优先权日|Earliest priority date|EPRD;Earliest Priority Date;Earliest priority
    priority-country|优先权国别|Priority countries|优先权国家/地区
    pct-application|PCT国际申请号|PCT application number|国际申请;国际申请号;IAN
    pct-application-day|国际申请日|PCT application date|IAD
    pct-publication|PCT国际公布号|PCT publication number|国际公布;国际公布号;IPN;PCT公开
    pct-publication-day|国际公布日|PCT publication date|IPD
    national-phase-day|PCT进入国家阶段日|Entry into the national phase|进入国家日期;DEN;进入国家阶段日
    national-phases|国家阶段|National phase entries|National Phase Entries
    first-publication-day|首次公开日|First publication|Earliest publication
    examination-day|实质审查生效日|Request for examination|实审公告日;ED
    examination-request-time|提出实审时长|Time to request of examination|
    examination-time|审查时长|Time of examination|
    end-day|失效日|End of the right|权利失效日;QLFQR
    lifetime|专利寿命(月)|Life in months|存活期;PERIOD
    rest-lifetime|剩余有效期|Rest of the term|RET
    certificate-day|颁证日|Certificate date|
    standard-kind|标准类型|Kind of standard|
    standard-project|标准项目|Standard project|
    standard-number|标准号|Standard number|
    standard-patent|标准专利|Standard-essential|BZ;SEP信息
    value|专利价值|Value|合享价值度;DPI;IDX DPI;IDX
    value-technical|技术价值|Technical value|DPIT
    value-legal|法律价值|Legal value|DPIL
    value-market|市场价值|Market value|DPIM
    value-economic|经济价值|Economic value|DPIE
    value-strategic|战略价值|Strategic value|DPIS
    technical-stability|技术稳定性|Technical stability|
    technical-advance|技术先进性|Technical advance|
    scope|保护范围|Scope of protection|
    independent-claims|独立权利要求|Independent claims|
    claim-count|权利要求数量|Number of claims|权利要求数
    independent-claim-count|独立权利要求数量|Number of independent claims|
    dependent-claim-count|从属权利要求数量|Number of dependent claims|
    page-count|文献页数|Pages|页数
    first-claim-words|首权字数|Words of the first claim|
    problem-phrases|技术问题短语|Technical problem|
    effect-phrases|技术功效短语|Technical effect (phrases)|
    effect-sentences|技术功效句|Technical effect (sentences)|
    effect-level-1|技术功效1级|Technical effect, level 1|
    effect-level-2|技术功效2级|Technical effect, level 2|
    effect-level-3|技术功效3级|Technical effect, level 3|
    effect-levels|技术功效1级/2级/3级|Technical effect, levels|
    effect-triz|技术功效TRIZ参数|Technical effect (TRIZ)|
    citations|引证专利|Cited patents|REFP;引证;Cites Patents
    cited-by-patents|被引证专利|Citing patents|REFBYN;被引证
    family-citations|家族引证|Patents cited by the family|
    family-cited-by|家族被引证|Patents citing the family|
    citation-count|引证次数|Patents cited|引用专利数量;Cites Patent Count
    cited-by|被引证次数|Times cited|被引用专利数量;Cited by Patent Count
    cited-by-3-years|3年内被引用次数|Times cited in 3 years|3年内被引用数量
    cited-by-5-years|5年内被引用次数|Times cited in 5 years|5年内被引用数量
    family-citation-count|家族引证次数|Patents cited by the family (number)|
    family-cited-by-count|家族被引证次数|Times the family is cited|简单同族被引用专利总数
    inpadoc-cited-by-count|INPADOC同族被引用专利总数|Times the INPADOC family is cited|
    patsnap-cited-by-count|PatSnap同族被引用专利总数|Times the PatSnap family is cited|
    literature|引证科技文献|Literature cited|参考文献;REFPN;NPL Citations
    literature-count|非专利引用文献数量|Literature cited (number)|NPL Citation Count
    literature-resolved-count|已解析非专利引用数量|Literature resolved (number)|NPL Resolved Citation Count
    literature-lens|非专利引用Lens编号|Literature, Lens IDs|NPL Resolved Lens ID(s)
    literature-ids|非专利引用外部编号|Literature, other IDs|NPL Resolved External ID(s)
    citation-kinds|引证类别|Kinds of citation|
    family-simple|简单同族|Simple family|同族专利项;同族;TZH;Simple Family Members
    family-simple-id|简单同族ID|Simple family ID|SFMLC
    family-simple-count|简单同族个数|Simple family size|简单同族专利申请数量;Simple Family Size
    family-simple-offices|简单同族国家|Offices of the simple family|Simple Family Member Jurisdictions
    family-extended|扩展同族|Extended family|ITZH;Extended Family Members
    family-extended-id|扩展同族ID|Extended family ID|IFMLN
    family-extended-count|扩展同族个数|Extended family size|INPADOC同族专利申请数量;IFMLC;Extended Family Size
    family-extended-offices|扩展同族国家|Offices of the extended family|Extended Family Member Jurisdictions
    family-docdb|DocDB同族|DOCDB family|
    family-docdb-id|DocDB同族ID|DOCDB family ID|
    family-docdb-count|DocDB同族个数|DOCDB family size|
    family-patsnap-count|PatSnap同族专利申请数量|PatSnap family size|
    family-offices|同族国家/地区|Offices of the family|同族国家
    parent|母案|Parent application|
    divisions|分案|Divisional applications|
    division-of|分案原申请号|Divided from|DAN
    twin|一案双申|Filed twice on one day|
    validity|专利有效性|Validity|有效性;LV
    status-events|法律事件|Legal events|法律状态履历;LS
    status-day|当前法律状态日期|Date of the legal status|CLSD;法律文书日期
    status-document|法律文书编号|Number of the legal document|
    inpadoc-status|INPADOC法律状态|INPADOC legal status|
    reexamination-requester|复审请求人|Requester of re-examination|
    invalidation-requester|无效请求人|Requester of invalidation|
    reexamination|复审决定|Decision on re-examination|EAR
    invalidation|无效决定|Decision on invalidation|CRAI
    invalidation-count|无效次数|Invalidations|INV
    review-day|复审无效决定日|Date of the decision|
    transfer-count|转让次数|Transfers|TRA
    transfer-day|转让执行日|Date of transfer|权利转移生效日;TEFD
    transferor|转让人|Transferor|TRSF
    transferee|受让人|Transferee|ASSI
    transferee-standard|标准受让人|Transferee (standardised)|
    transfer-former|变更前权利人|Owner before the transfer|PRCP
    transfer-later|变更后权利人|Owner after the transfer|POCP
    transfer-kind|转让类型|Kind of transfer|TSFT
    transfer-last-day|最近转让日|Last transfer|TLSD
    licence-count|许可次数|Licences|LIC
    licence-day|许可合同备案日期|Licence recorded|许可生效日;LEFD
    licensor|许可人|Licensor|
    licensee|被许可人|Licensee|
    licensee-current|当前被许可人|Current licensee|
    licence-kind|许可类型|Kind of licence|LICT
    licence-state|许可备案阶段|Stage of the licence|LSOC
    licence-number|许可合同备案号|Number of the licence|LCRN
    pledge-count|质押次数|Pledges|PLE
    pledge-term|质押期限|Term of the pledge|
    pledgor|出质人|Pledgor|PLDO
    pledgee|质权人|Pledgee|PLDE
    pledgee-current|当前质权人|Current pledgee|
    pledge-kind|质押类型|Kind of pledge|PLDT
    pledge-day|质押生效日|Pledge in force|PEFD
    pledge-end-day|质押解除日|Pledge ended|PDSD
    pledge-state|质押状态|Stage of the pledge|PSOC
    pledge-number|质押登记号|Number of the pledge|PCRN
    lawsuit-count|诉讼次数|Lawsuits|诉讼案件数
    plaintiff|原告|Plaintiff|
    defendant|被告|Defendant|
    lawsuit-kind|诉讼类型|Kind of lawsuit|
    court|法庭|Court|
    customs|海关备案|Customs record|CFP
    hearing-day|口审日期|Date of the hearing|
    prize|专利奖|Prize|WINPS
    prize-year|专利奖届次|Year of the prize|WINPDY
    drug-name|药品名称|Name of the drug|PTEN
    term-compensation-day|期限补偿起始日|Term compensation from|PTAD
    term-compensation-end|期限补偿届满日|Term compensation to|PTED
    filing-year|申请年|Year of filing|申请年份
    grant-year|授权年|Year of grant|
    publication-year|公开年份|Year of publication|Publication Year
    patent-number|专利号|Patent number|
    country-code|国省代码|Country or province code|CO;申请国代码
    country|公开国别|Country of publication|Country
    application-source|申请来源|Source of the application|
    disc|光盘号|Disc number|
    description|说明书|Description|DESCR
    drawings|说明书附图|Drawings|
    lens-id|Lens编号|Lens ID|
    patentscope-id|PATENTSCOPE编号|PATENTSCOPE application ID|Application Id
    full-text|有无全文|Full text|Has Full Text
    sequence-count|序列数量|Sequences|Sequence Count
    collection|数据库|Collection|public;数据来源
    note|备注|Note|
    """
}
