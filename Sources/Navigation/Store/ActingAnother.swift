public import Kernel

extension NavigationDesk {
  /// The same desk in another world: for demonstrations, whose projects were opened in weeks that are past.
  public func acting(in world: World) -> NavigationDesk {
    NavigationDesk(
      corpus: corpus, rules: rules, holidays: holidays, around: around, database: database, world: world)
  }
}
