public import Kernel
import Tables

/// A list of patents in the columns of CNIPR (知识产权出版社) and the systems that follow it.
public struct CNIPRSheet: SheetFormat {
  public let code = "cnipr-xlsx"
  public let name = Phrase(zh: "专利信息检索表格（CNIPR）", en: "CNIPR patent table")
  public let precedence = 200
  public let citation =
    "据三个表格：申请号、公开（公告）号、名称等25列，代理机构与代码相连；"
    + "as observed in three tables, one of 25 columns in which agency and code are one"

  public init() {}

  static let vendor = SheetVendor(
    CNIPRSheet(),
    headers: """
      序号¦公开（公告）号¦公开（公告）日¦申请号¦申请日¦专利号¦名称¦专利名称¦主分类号¦分类号¦申请（专利权）人¦发明（设计）人¦摘要¦主权项¦优先权
      同族专利项¦国省代码¦分案原申请号¦地址¦专利代理机构¦代理人¦审查员¦颁证日¦国际申请¦国际公布¦进入国家日期¦摘要附图存储路径
      欧洲主分类号¦本国主分类号¦发布路径¦页数¦申请国代码¦专利类型¦申请来源¦参考文献¦范畴分类¦权利要求书¦说明书¦说明书附图¦光盘号
      PCT公开¦公开号¦主IPC分类号-小组¦主IPC分类号-小类
      """)
}
