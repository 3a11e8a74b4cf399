import API
import Foundation
import Kernel
import Learning
import LearningStore

/// A lecture in the API.
struct LectureView: APIValue {
  let id: ID<Lecture>
  let number: String
  let title: String
  let series: String
  let medium: String
  let lecturer: String
  let place: String
  let startsAt: Date
  let endsAt: Date
  let phase: String
  let capacity: Int
  let registered: Int
  let waiting: Int
  let signedIn: Int

  init(_ line: LectureLine, at now: Date) {
    let (lecture, plan) = (line.lecture, line.lecture.plan)
    (id, number, title) = (lecture.id, "\(lecture.number)", plan.title)
    (series, medium, lecturer, place) = (plan.series.rawValue, plan.medium.rawValue, plan.lecturer, plan.place)
    (startsAt, endsAt, phase) = (plan.startsAt, plan.endsAt, lecture.phase(at: now).rawValue)
    (capacity, registered, waiting) = (plan.capacity, line.load.seated, line.load.waiting)
    signedIn = line.load.signedIn
  }

  static let schema = APISchema.object(
    "Lecture",
    [
      APIField("id", .id, Phrase(zh: "编号", en: "The id")),
      APIField("number", .text, Phrase(zh: "场次编号", en: "The number")),
      APIField("title", .text, Phrase(zh: "题目", en: "The title")),
      APIField("series", .choice(Lecture.Series.allCases.map(\.rawValue)), Phrase(zh: "类别", en: "What it is part of")),
      APIField("medium", .choice(Lecture.Medium.allCases.map(\.rawValue)), Phrase(zh: "形式", en: "On site or online")),
      APIField("lecturer", .text, Phrase(zh: "讲师", en: "The lecturer")),
      APIField("place", .text, Phrase(zh: "地点", en: "The place")),
      APIField("startsAt", .instant, Phrase(zh: "开始", en: "When it begins")),
      APIField("endsAt", .instant, Phrase(zh: "结束", en: "When it ends")),
      APIField("phase", .choice(Lecture.Phase.allCases.map(\.rawValue)), Phrase(zh: "状态", en: "Where it stands")),
      APIField("capacity", .integer(), Phrase(zh: "名额", en: "How many seats there are")),
      APIField("registered", .integer(), Phrase(zh: "已报名", en: "How many are taken")),
      APIField("waiting", .integer(), Phrase(zh: "候补", en: "How many wait")),
      APIField("signedIn", .integer(), Phrase(zh: "已签到", en: "How many signed in")),
    ])
}

/// What somebody gets who registered.
struct TicketValue: APIValue {
  let id: ID<Booking>
  let number: String
  let stage: String
  let code: String

  init(_ booking: Booking, _ code: String) {
    (id, number, stage, self.code) = (booking.id, "\(booking.number)", booking.stage.rawValue, code)
  }

  static let schema = APISchema.object(
    "LectureTicket",
    [
      APIField("id", .id, Phrase(zh: "编号", en: "The id")),
      APIField("number", .text, Phrase(zh: "报名编号", en: "The number")),
      APIField(
        "stage", .choice(Booking.Stage.allCases.map(\.rawValue)), Phrase(zh: "有席位或候补", en: "A seat or the waiting list")
      ),
      APIField("code", .text, Phrase(zh: "报名码", en: "The code of the ticket")),
    ])
}

struct CountsView: APIValue {
  let year: Int
  let people: Int
  let attendances: Int
  let firms: Int
  let lectures: Int
  let certificates: Int

  init(_ counts: LearningCounts, of year: Int) {
    self.year = year
    (people, attendances, firms) = (counts.people, counts.attendances, counts.firms)
    (lectures, certificates) = (counts.lectures, counts.certificates)
  }

  static let schema = APISchema.object(
    "LectureCounts",
    [
      APIField("year", .integer(), Phrase(zh: "年度", en: "The year")),
      APIField("people", .integer(), Phrase(zh: "人数（去重）", en: "Persons, each once")),
      APIField("attendances", .integer(), Phrase(zh: "人次", en: "Sign-ins")),
      APIField("firms", .integer(), Phrase(zh: "单位", en: "Organisations, each once")),
      APIField("lectures", .integer(), Phrase(zh: "场次", en: "Lectures that somebody came to")),
      APIField("certificates", .integer(), Phrase(zh: "证书", en: "Certificates issued")),
    ])
}

struct TopicView: APIValue {
  let id: ID<Topic>
  let title: String
  let quarter: String
  let votes: Int
  let stage: String
  let lecture: ID<Lecture>?
  let reason: String?

  init(_ standing: TopicStanding) {
    let topic = standing.topic
    (id, title, quarter, votes) = (topic.id, topic.title, "\(topic.quarter)", standing.votes)
    (stage, lecture, reason) = (topic.stage.rawValue, topic.lecture, topic.reason)
  }

  static let schema = APISchema.object(
    "LectureTopic",
    [
      APIField("id", .id, Phrase(zh: "编号", en: "The id")),
      APIField("title", .text, Phrase(zh: "选题", en: "The topic")),
      APIField("quarter", .text, Phrase(zh: "季度", en: "The quarter")),
      APIField("votes", .integer(), Phrase(zh: "票数", en: "The votes")),
      APIField("stage", .choice(Topic.Stage.allCases.map(\.rawValue)), Phrase(zh: "答复", en: "How it was answered")),
      APIField("lecture", .nullable(.id), Phrase(zh: "排成的讲座", en: "The lecture that it became"), .sometimes),
      APIField("reason", .nullable(.text), Phrase(zh: "不排课的理由", en: "Why it was declined"), .sometimes),
    ])
}

struct CertificateView: APIValue {
  let number: String
  let name: String
  let lecture: String
  let heldOn: Day
  let issuedOn: Day

  init(_ found: VerifiedCertificate) {
    (number, name) = (found.number, found.maskedName)
    (lecture, heldOn, issuedOn) = (found.lecture.plan.title, found.lecture.day, found.issuedOn)
  }

  static let schema = APISchema.object(
    "LectureCertificate",
    [
      APIField("number", .text, Phrase(zh: "证书编号", en: "The number")),
      APIField("name", .text, Phrase(zh: "打码的姓名", en: "The name, masked")),
      APIField("lecture", .text, Phrase(zh: "培训", en: "The lecture")),
      APIField("heldOn", .day, Phrase(zh: "举办日期", en: "When it was held")),
      APIField("issuedOn", .day, Phrase(zh: "签发日期", en: "When it was issued")),
    ])
}

struct RegistrationBody: Decodable {
  let name: String
  let identity: String
  let email: String?
  let organisation: String?
  let employer: String?
  let district: String?
  let isForOther: Bool?

  static let schema = APISchema.object(
    "LectureRegistration",
    [
      APIField("name", .text, Phrase(zh: "姓名", en: "The name")),
      APIField(
        "identity", .text, Phrase(zh: "证件号码；不保存，只留带密钥的摘要", en: "The identity number; only a keyed hash is kept")),
      APIField("email", .nullable(.text), Phrase(zh: "邮箱", en: "An e-mail address"), .sometimes),
      APIField("organisation", .nullable(.text), Phrase(zh: "单位信用代码", en: "The employer’s credit code"), .sometimes),
      APIField("employer", .nullable(.text), Phrase(zh: "单位", en: "The employer"), .sometimes),
      APIField("district", .nullable(.text), Phrase(zh: "区县", en: "The district"), .sometimes),
      APIField(
        "isForOther", .nullable(.boolean),
        Phrase(zh: "是否为他人报名；是则不记在本账号名下", en: "Whether it is somebody else, and not the account itself"), .sometimes),
    ])
}

struct SignInBody: Decodable {
  let ticket: String

  static let schema = APISchema.object(
    "LectureSignIn", [APIField("ticket", .text, Phrase(zh: "报名码", en: "The code of the ticket"))])
}

struct TopicBody: Decodable {
  let title: String
  let wish: String?

  static let schema = APISchema.object(
    "LectureTopicBody",
    [
      APIField("title", .text, Phrase(zh: "选题", en: "The topic")),
      APIField("wish", .nullable(.text), Phrase(zh: "想解决的问题", en: "What it is to solve"), .sometimes),
    ])
}
