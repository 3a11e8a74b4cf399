public import Access
import Kernel
import Learning
public import LearningStore
public import Markup
public import Matters

/// What stands below an order: the lecture that answers it, as soon as it is announced.
public func lectureSection(of matter: Matter, desk: LearningDesk, for account: Account) async throws -> HTML {
  guard matter.procedure == LectureOrder.head.code, account.may(.readLectures),
    let lecture = try await desk.lecture(of: matter.id, by: account)
  else { return "" }
  let line = try await desk.find(lecture.id, by: account)
  let phase = lecture.phase(at: desk.now)
  return """
    <h2>\(Phrase(zh: "对应的讲座", en: "The lecture"))</h2>
    \(definitions([
      (
        Phrase(zh: "题目", en: "Title"),
        "<a href=\"\(LecturePath.show(lecture.id))\">\(marked(lecture.plan.title))</a> \(badge(phase.phrase, tone(of: phase)))"
      ),
      (Phrase(zh: "时间", en: "When"), hours(lecture.plan)), (Phrase(zh: "地点", en: "Where"), marked(lecture.plan.place)),
      (
        Phrase(zh: "报名", en: "Registered"),
        "\(Count(line.load.seated)) / \(Count(lecture.plan.capacity))"
      ),
    ]))
    \(if: account.may(.handleLectures), "<p class=\"actions\">\(staffLinks(lecture))</p>")
    """
}
