public import Kernel
import Tables

/// A list of patents exported by PatSnap (智慧芽).
public struct PatSnapSheet: SheetFormat {
  public let code = "patsnap-xlsx"
  public let name = Phrase(zh: "智慧芽导出表格", en: "PatSnap export")
  public let precedence = 200
  public let citation =
    "据2024年4月1日导出的33列表格：[标]为标准化名称，“-”为空，“|”分隔多值；"
    + "as observed in an export of 33 columns of 1 April 2024"

  public init() {}

  /// Several names stand between bars.
  ///
  /// Commas stay: `姓, 名` is one person.
  static let vendor = SheetVendor(
    PatSnapSheet(),
    headers: """
      序号¦标题¦申请号¦申请日¦授权日¦专利类型¦法律状态/事件¦当前申请(专利权)人¦原始申请(专利权)人¦发明人¦技术领域¦技术问题短语
      技术功效短语¦IPC分类号¦IPC主分类号¦IPC主分类号(部)释义¦IPC主分类号(小类)¦申请年¦CPC分类号¦发明人数量¦代理机构
      当前申请(专利权)人州/省¦原始申请(专利权)人州/省¦原始/当前申请(专利权)人类型¦公开(公告)号¦公开(公告)日¦授权年¦战略新兴产业分类
      应用领域分类¦技术主题分类¦失效日¦简单同族被引用专利总数¦被引用专利数量¦5年内被引用数量¦权利要求数¦专利价值¦技术价值¦市场价值
      权利转移生效日¦许可类型¦许可次数¦许可生效日¦转让人¦受让人¦受理局¦第一原始申请(专利权)人¦原始申请(专利权)人地址
      工商统一社会信用代码¦当前申请(专利权)人地市/区县¦非专利引用文献数量¦引用专利数量¦标题(译)(简体中文)¦标题(译)(English)
      摘要(译)(简体中文)¦摘要(译)(English)¦优先权国家/地区¦简单同族专利申请数量¦3年内被引用次数¦5年内被引用次数¦INPADOC同族专利申请数量
      INPADOC同族被引用专利总数¦INPADOC法律状态¦PatSnap同族被引用专利总数¦Patsnap同族专利申请数量¦当前申请(专利权)人数量¦诉讼案件数
      SEP信息¦UPC分类号
      """, separators: ["|"])
}
