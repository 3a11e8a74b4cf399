import API
import Kernel
import Premises

/// A site as programs see it.
struct SiteView: APIValue {
  let id: ID<PremisesSite>
  let code: String
  let name: Phrase
  let area: Phrase
  let stage: String
  let lettableArea: String
  let occupiedArea: String
  let vacancyBasisPoints: Int?
  let tenants: Int

  init(_ site: PremisesSite, _ vacancy: Vacancy) {
    id = site.id
    code = site.code.rawValue
    name = site.code.name
    area = site.code.area
    stage = site.stage.rawValue
    lettableArea = vacancy.area.description
    occupiedArea = vacancy.occupiedArea.description
    vacancyBasisPoints = vacancy.vacantShare
    tenants = vacancy.tenants.count
  }

  static var schema: APISchema {
    .object(
      "PremisesSite",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("code", .choice(SiteCode.allCases.map(\.rawValue)), Phrase(zh: "代码", en: "Its code")),
        APIField("name", .phrase, Phrase(zh: "名称", en: "Its name")),
        APIField("area", .phrase, Phrase(zh: "所在片区", en: "Where it is")),
        APIField("stage", .choice(TenantStage.allCases.map(\.rawValue)), Phrase(zh: "入驻对象", en: "Whom it is for")),
        APIField("lettableArea", .text, Phrase(zh: "可租用面积，平方米", en: "Area for letting, in m²")),
        APIField("occupiedArea", .text, Phrase(zh: "已用面积，平方米", en: "Occupied area, in m²")),
        APIField(
          "vacancyBasisPoints", .integer(), Phrase(zh: "空置率，万分之一", en: "Vacancy in hundredths of a percent"), .sometimes
        ),
        APIField("tenants", .integer(), Phrase(zh: "在驻机构数", en: "Number of tenants")),
      ])
  }
}

/// A room on a day.
struct RoomView: APIValue {
  let id: ID<Room>
  let floor: ID<Floor>
  let site: String
  let number: String
  let area: String
  let use: String
  let tenant: String?
  let tenantName: String?
  let vacantSince: Day?

  init(_ state: RoomState, at site: SiteCode) {
    id = state.room.id
    floor = state.room.floor
    self.site = site.rawValue
    number = state.room.number
    area = state.room.area.description
    use = state.room.use.rawValue
    tenant = state.occupancy?.tenant.description
    tenantName = state.occupancy?.tenantName
    vacantSince = state.room.use.isLettable ? state.vacantSince : nil
  }

  static var schema: APISchema {
    .object(
      "PremisesRoom",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("floor", .id, Phrase(zh: "楼层", en: "Its floor")),
        APIField("site", .choice(SiteCode.allCases.map(\.rawValue)), Phrase(zh: "片区", en: "Its site")),
        APIField("number", .text, Phrase(zh: "房间编号", en: "What stands on the door")),
        APIField("area", .text, Phrase(zh: "面积，平方米", en: "Its area in m²")),
        APIField("use", .choice(RoomUse.allCases.map(\.rawValue)), Phrase(zh: "用途", en: "What it is for")),
        APIField("tenant", .text, Phrase(zh: "机构代码", en: "The tenant's social credit code"), .sometimes),
        APIField("tenantName", .text, Phrase(zh: "机构名称", en: "The tenant's name"), .sometimes),
        APIField("vacantSince", .day, Phrase(zh: "空置自", en: "Vacant since"), .sometimes),
      ])
  }
}

/// An occupancy; contract, decisions and dispute only for who manages the premises.
struct OccupancyView: APIValue {
  let id: ID<Occupancy>
  let room: ID<Room>
  let site: String
  let tenant: String
  let tenantName: String
  let first: Day
  let last: Day?
  let stage: String?
  let departure: String?
  let contract: String?
  let decision: String?
  let dispute: String?
  let withdrawn: Bool
  let revision: Int64

  init(_ occupancy: Occupancy) {
    id = occupancy.id
    room = occupancy.room
    site = occupancy.site.rawValue
    tenant = occupancy.tenant.description
    tenantName = occupancy.tenantName
    first = occupancy.stay.first
    last = occupancy.stay.last
    stage = occupancy.stage?.rawValue
    departure = occupancy.departure?.reason.rawValue
    contract = occupancy.contract
    decision = occupancy.decision
    dispute = occupancy.dispute
    withdrawn = occupancy.isWithdrawn
    revision = occupancy.revision
  }

  static var schema: APISchema {
    .object(
      "Occupancy",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("room", .id, Phrase(zh: "房间", en: "The room")),
        APIField("site", .choice(SiteCode.allCases.map(\.rawValue)), Phrase(zh: "片区", en: "The site")),
        APIField("tenant", .text, Phrase(zh: "统一社会信用代码", en: "The tenant's social credit code")),
        APIField("tenantName", .text, Phrase(zh: "签约时的名称", en: "Its name as of the contract")),
        APIField("first", .day, Phrase(zh: "入驻日", en: "The first day")),
        APIField("last", .day, Phrase(zh: "最后一天", en: "The last day"), .sometimes),
        APIField(
          "stage", .choice(TenantStage.allCases.map(\.rawValue)), Phrase(zh: "入驻时分期", en: "Stage when it came"),
          .sometimes),
        APIField(
          "departure", .choice(DepartureReason.allCases.map(\.rawValue)), Phrase(zh: "迁出原因", en: "Why it left"),
          .sometimes),
        APIField("contract", .text, Phrase(zh: "合同编号，仅管理人员", en: "The contract, for the staff"), .sometimes),
        APIField("decision", .text, Phrase(zh: "入驻决定，仅管理人员", en: "The decision, for the staff"), .sometimes),
        APIField("dispute", .text, Phrase(zh: "异议，仅管理人员", en: "The dispute, for the staff"), .sometimes),
        APIField("withdrawn", .boolean, Phrase(zh: "已撤回，不计数", en: "Withdrawn: counts on no day")),
        APIField("revision", .integer(), Phrase(zh: "版次，用于 If-Match", en: "For If-Match")),
      ])
  }
}

/// What is sent to let a tenant in.
struct MoveInBody: Decodable {
  let room: ID<Room>
  let tenant: String
  let tenantName: String
  let first: Day
  let last: Day?
  let contract: String
  let decision: String
  let matter: String?
  let lateReason: String?

  static var schema: APISchema {
    .object(
      "MoveIn",
      [
        APIField("room", .id, Phrase(zh: "房间", en: "The room")),
        APIField("tenant", .text, Phrase(zh: "统一社会信用代码", en: "Unified social credit code")),
        APIField("tenantName", .text, Phrase(zh: "签约时的名称", en: "The name as of the contract")),
        APIField("first", .day, Phrase(zh: "入驻日", en: "The first day")),
        APIField("last", .day, Phrase(zh: "合同最后一天", en: "The last day by the contract"), .sometimes),
        APIField("contract", .text, Phrase(zh: "合同编号", en: "Number of the contract")),
        APIField("decision", .text, Phrase(zh: "入驻决定文件", en: "Document of the decision")),
        APIField(
          "matter", .text,
          Phrase(zh: "入驻办件编号，补录的不填", en: "Number of the matter (RZ); left out where it comes late"), .sometimes),
        APIField(
          "lateReason", .text,
          Phrase(
            zh: "补录理由，没有办件编号或日期早于今天时必填",
            en: "Why it comes late: for days before today, and where there is no matter"), .sometimes),
      ])
  }
}

/// What is sent when a tenant leaves.
struct MoveOutBody: Decodable {
  let last: Day
  let reason: String
  let decision: String
  let matter: String?
  let dispute: String?
  let lateReason: String?

  static var schema: APISchema {
    .object(
      "MoveOut",
      [
        APIField("last", .day, Phrase(zh: "最后一天，仍算在驻", en: "The last day, still in")),
        APIField("reason", .choice(DepartureReason.allCases.map(\.rawValue)), Phrase(zh: "迁出原因", en: "Why it leaves")),
        APIField("decision", .text, Phrase(zh: "迁出决定文件", en: "Document of the decision")),
        APIField("dispute", .text, Phrase(zh: "机构的异议", en: "What the tenant contests"), .sometimes),
        APIField(
          "matter", .text,
          Phrase(zh: "迁出办件编号，补录的不填", en: "Number of the matter (QC); left out where it comes late"), .sometimes),
        APIField(
          "lateReason", .text,
          Phrase(
            zh: "补录理由，没有办件编号或日期早于今天时必填",
            en: "Why it comes late: for days before today, and where there is no matter"), .sometimes),
      ])
  }
}
