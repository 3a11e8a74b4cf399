/// Which tasks of a plan are shown.
public struct PlanFilter: Equatable, Sendable {
  public var person: String?
  public var department: String?
  public var colour: TaskLight.Colour?

  public init(person: String? = nil, department: String? = nil, colour: TaskLight.Colour? = nil) {
    self.person = person
    self.department = department
    self.colour = colour
  }

  public var isEmpty: Bool { self == PlanFilter() }
}
