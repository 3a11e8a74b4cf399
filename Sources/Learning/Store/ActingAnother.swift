public import Kernel

extension LearningDesk {
  /// The same desk in another world: for demonstrations, whose lectures were held on days that are past.
  public func acting(in world: World) -> LearningDesk { LearningDesk(self, in: world) }
}
