import Patents
import Testing

@Suite struct `The place in an address` {
  @Test(arguments: [
    ("211100江苏省南京市江宁区双龙大道1号", "南京", "江宁区"),
    ("100176北京市大兴区亦庄荣华中路302", "北京", "大兴区"),
    ("542809广西壮族自治区贺州市平桂管理区沙田镇", "贺州", "平桂管理区"),
    ("江苏省苏州市昆山市玉山镇", "苏州", "昆山市"),
    ("上海市浦东新区张江路", "上海", "浦东新区"),
    ("内蒙古自治区呼和浩特市新城区", "呼和浩特", "新城区"),
    ("新疆维吾尔自治区巴音郭楞蒙古自治州库尔勒市", "巴音郭楞蒙古自治州", "库尔勒市"),
    ("浙江省嘉兴市桐乡市", "嘉兴", "桐乡市"),
  ])
  func `is read as far as the address says it`(_ address: String, _ city: String, _ district: String) {
    let place = PlaceInAddress(address)
    #expect(place.city == city)
    #expect(place.district == district)
  }

  @Test(arguments: [
    ("江苏省南京市江宁经济技术开发区将军大道", "南京"), ("江苏省苏州市工业园区星湖街", "苏州"), ("江苏省南京市四牌楼2号", "南京"),
  ])
  func `has no district where none is named`(_ address: String, _ city: String) {
    #expect(PlaceInAddress(address).city == city)
    #expect(PlaceInAddress(address).district == nil)
  }

  @Test(arguments: ["", "江苏省江宁县禄口镇", "Tokyo, Japan", "美国加利福尼亚州", "211100"])
  func `is nowhere where no city is named`(_ address: String) {
    #expect(PlaceInAddress(address).city == nil)
  }
}
