public import Kernel
import Tables

/// A list of patents exported by incoPat (合享).
public struct IncoPatSheet: SheetFormat {
  public let code = "incopat-sheet"
  public let name = Phrase(zh: "incoPat 导出表格", en: "incoPat export")
  public let precedence = 200
  public let citation =
    "据 incoPat 导出表头（含全角与半角括号两种写法），多值以分号分隔；"
    + "the headers of incoPat's exports as written, brackets of either width; values parted by semicolons"

  public init() {}

  static let vendor = SheetVendor(
    IncoPatSheet(),
    headers: """
      标题¦申请人¦公开(公告)号¦摘要¦公开(公告)日¦申请号¦申请日¦专利类型¦公开国别¦链接到incoPat¦IPC主分类¦IPC¦国民经济分类
      文献种类代码¦小类代码¦申请人贡献分¦标题(翻译)¦标题(小语种原文)¦摘要(翻译)¦标准化当前权利人¦当前权利人¦代理机构¦代理人¦审查员
      优先权信息¦优先权号¦优先权日¦最早优先权日¦优先权国别¦PCT国际申请号¦PCT国际公布号¦PCT进入国家阶段日¦首次公开日¦授权公告日
      实质审查生效日¦提出实审时长¦审查时长¦失效日¦专利寿命(月)¦标准类型¦标准项目¦标准号¦合享价值度¦技术稳定性¦技术先进性¦保护范围
      首项权利要求¦独立权利要求¦权利要求数量¦独立权利要求数量¦从属权利要求数量¦文献页数¦首权字数¦技术功效短语¦技术功效句¦技术功效1级
      技术功效2级¦技术功效3级¦技术功效TRIZ参数¦洛迦诺分类号¦EC¦CPC¦UC¦FI¦F-term¦新兴产业分类¦申请人(翻译)¦申请人(其他)
      标准化申请人¦第一申请人¦申请人数量¦申请人类型¦申请人国别代码¦申请人地址¦申请人省市代码¦中国申请人地市¦中国申请人区县
      工商别名¦工商英文名¦工商注册地址¦工商公司类型¦工商成立日期¦工商统一社会信用代码¦工商注册号¦工商上市代码¦工商企业状态¦发明人
      第一发明人¦当前发明人名称¦发明人数量¦发明人国别¦发明人地址¦引证专利¦被引证专利¦家族引证¦家族被引证¦引证次数¦被引证次数
      家族引证次数¦家族被引证次数¦引证科技文献¦引证类别¦简单同族¦简单同族ID¦简单同族个数¦扩展同族¦扩展同族ID¦扩展同族个数
      DocDB同族¦DocDB同族ID¦DocDB同族个数¦同族国家/地区¦母案¦分案¦一案双申¦专利有效性¦当前法律状态¦法律文书日期¦法律状态
      法律文书编号¦复审请求人¦无效请求人¦复审决定¦复审无效决定日¦转让次数¦转让执行日¦转让人¦受让人¦标准受让人¦许可次数
      许可合同备案日期¦许可人¦被许可人¦当前被许可人¦许可类型¦质押次数¦质押期限¦出质人¦质权人¦当前质权人¦诉讼次数¦原告¦被告
      诉讼类型¦法庭¦海关备案¦口审日期¦法律事件¦标题 (中文)¦标题 (英文)¦IPC主分类-部¦IPC主分类-部(释义)
      """)
}
