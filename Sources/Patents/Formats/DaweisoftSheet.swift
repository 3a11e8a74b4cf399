public import Kernel
import Tables

/// A list of patents exported by Daweisoft Innojoy (大为), by its field codes or their Chinese labels.
public struct DaweisoftSheet: SheetFormat {
  public let code = "daweisoft-sheet"
  public let name = Phrase(zh: "大为 innojoy 导出表格", en: "Daweisoft Innojoy export")
  public let precedence = 200
  public let citation = "据大为 innojoy 字段表：字段代码与中文名称；Daweisoft Innojoy's list of fields, codes and Chinese labels"

  public init() {}

  static let vendor = SheetVendor(
    DaweisoftSheet(),
    headers: """
      AN¦AD¦PNM¦PD¦PR¦EPRD¦DAN¦TI¦ABST¦CLM¦CL¦DESCR¦PA¦PPA¦CAS¦AR¦ADDRP¦ADDRC¦ADDRDC¦CASP¦CASC¦CASD¦PAN¦INN¦SIC¦PIC¦PIPC¦IPCSC
      ICG¦LOC¦GBC1¦GBC2¦GBC3¦GBC4¦EINDC¦FIC¦FTERM¦IDX¦DPI¦DPIT¦DPIL¦DPIE¦DPIM¦DPIS¦CO¦ED¦GD¦QLFQR¦AGC¦AGT¦REFP¦REFPN¦REFBYN¦IAN
      IAD¦IPN¦IPD¦DEN¦LS¦CLS¦CLSD¦CFP¦PRCP¦POCP¦TSFT¦TEFD¦TLSD¦TRSF¦ASSI¦LICT¦LEFD¦LSOC¦LCRN¦PLDO¦PLDE¦PLDT¦PEFD¦PDSD¦PSOC¦PCRN¦LV
      TZH¦SFMLC¦ITZH¦IFMLN¦IFMLC¦BZ¦WINPS¦WINPDY¦EAR¦CRAI¦SQRLX¦TRA¦LIC¦PLE¦INV¦PERIOD¦RET¦PTAD¦PTED¦PTEN¦UC
      申请号¦申请日¦公开(公告)号¦公开(公告)日¦优先权¦最早优先权¦分案原申请号¦名称¦摘要¦权利要求¦主权项¦说明书¦申请(专利权)人¦主申请人
      当前专利权人¦申请人地址¦省市¦地市¦区县¦申请人数¦发明(设计)人¦分类号¦主分类号¦IPC¦小类¦大组¦CPC¦国民经济分类¦战略新兴产业
      国省代码¦实审公告日¦授权公告日¦权利失效日¦专利代理机构¦代理人¦引证¦法律状态履历¦当前法律状态¦同族¦标准专利¦专利奖¦复审决定
      无效决定¦申请人类型¦存活期¦剩余有效期¦药品名称¦有效性
      """)
}
