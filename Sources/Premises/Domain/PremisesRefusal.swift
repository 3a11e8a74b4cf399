public import Kernel

/// What is wrong with a site, building, floor or room, or with any record of the premises.
public enum PremisesRefusal: Refusal, Equatable {
  case unknown(Thing)
  case establishedAlready
  case missing(WrittenField)
  case tooLong(WrittenField, limit: Int)
  case withdrawnAlready
  case wrongArea, wrongOutline
  case usableAboveGross
  case roomLargerThanFloor(FloorArea)
  case numberTaken(String)
  case roomInUse(until: Day?)

  public enum Thing: String, Sendable {
    case site, building, floor, room, occupancy, criteria, cluster, service
  }

  public var kind: RefusalKind {
    switch self {
    case .unknown: .missing
    case .establishedAlready, .withdrawnAlready, .numberTaken, .roomInUse: .conflict
    case .missing, .tooLong, .wrongArea, .wrongOutline, .usableAboveGross, .roomLargerThanFloor: .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknown(let thing): "premises.unknown-\(thing.rawValue)"
    case .establishedAlready: "premises.established-already"
    case .missing(let field): "premises.missing-\(field.rawValue)"
    case .tooLong(let field, _): "premises.too-long-\(field.rawValue)"
    case .withdrawnAlready: "premises.withdrawn-already"
    case .wrongArea: "premises.wrong-area"
    case .wrongOutline: "premises.wrong-outline"
    case .usableAboveGross: "premises.usable-above-gross"
    case .roomLargerThanFloor: "premises.room-larger-than-floor"
    case .numberTaken: "premises.number-taken"
    case .roomInUse: "premises.room-in-use"
    }
  }

  public var field: String? {
    switch self {
    case .missing(let field), .tooLong(let field, _): field.rawValue
    case .wrongArea, .roomLargerThanFloor: "area"
    case .wrongOutline: "outline"
    case .usableAboveGross: "usable"
    case .numberTaken: "number"
    case .roomInUse: "last"
    case .unknown, .establishedAlready, .withdrawnAlready: nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown(let thing): thing.unknown
    case .establishedAlready:
      Phrase(zh: "一中心、两基地已经建立，请直接添加楼栋", en: "The three sites are there already; please add buildings to them")
    case .missing(let field): field.missing
    case .tooLong(_, let limit):
      Phrase(zh: "不超过 \(limit) 字，请精简", en: "At most \(limit) characters; please shorten it")
    case .withdrawnAlready: Phrase(zh: "这条记录已经撤回", en: "This record was withdrawn already")
    case .wrongArea:
      Phrase(zh: "请填写面积，平方米，最多两位小数，如 86.50", en: "Please give square metres with at most two decimals, such as 86.50")
    case .wrongOutline:
      Phrase(
        zh: "请按“x,y x,y x,y”填写至少三个角点，以分米计，如 0,0 60,0 60,45 0,45",
        en: "Please give at least three corners as “x,y x,y x,y” in decimetres, such as 0,0 60,0 60,45 0,45")
    case .usableAboveGross:
      Phrase(zh: "使用面积不能大于建筑面积，请核对", en: "The usable area cannot exceed the gross area; please check both")
    case .roomLargerThanFloor(let area):
      Phrase(
        zh: "房间面积不能大于本层使用面积 \(area) 平方米，请核对",
        en: "A room cannot be larger than its floor's usable \(area) m²; please check")
    case .numberTaken(let number):
      Phrase(zh: "已有“\(number)”，请换一个编号", en: "“\(number)” exists already; please choose another number")
    case .roomInUse(let until):
      Phrase(
        zh: "房间仍有机构使用" + (until.map { "至 \($0)" } ?? "") + "，请先办理迁出",
        en: "The room is still in use" + (until.map { " until \($0)" } ?? "") + "; please record the move-out first")
    }
  }
}

extension PremisesRefusal.Thing {
  fileprivate var unknown: Phrase {
    switch self {
    case .site: Phrase(zh: "没有这个片区，请从空间布局图进入", en: "There is no such site; please start at the map")
    case .building: Phrase(zh: "没有这栋楼，请从空间布局图进入", en: "There is no such building; please start at the map")
    case .floor: Phrase(zh: "没有这一楼层，请从空间布局图进入", en: "There is no such floor; please start at the map")
    case .room: Phrase(zh: "没有这个房间，请从楼层平面图选择", en: "There is no such room; please choose one on a floor's plan")
    case .occupancy: Phrase(zh: "没有这条入驻记录，请从房间页面进入", en: "There is no such occupancy; please start at its room")
    case .criteria: Phrase(zh: "没有这版分期标准", en: "There is no such version of the criteria")
    case .cluster: Phrase(zh: "没有这个产业集群，请从清单中选择", en: "There is no such cluster; please choose one of the list")
    case .service: Phrase(zh: "没有这条服务记录", en: "There is no such record of a service")
    }
  }
}
