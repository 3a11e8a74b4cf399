/// Some of the patents of a selection.
public struct HighValueFind: Sendable {
  public let survey: HighValueSurvey
  /// By number.
  public let assessments: [HighValueAssessment]
  /// How many there are in all, without those that were asked to be left out.
  public let count: Int

  public init(survey: HighValueSurvey, assessments: [HighValueAssessment], count: Int) {
    self.survey = survey
    self.assessments = assessments
    self.count = count
  }
}
