public import Kernel

extension PortfolioDesk {
  /// The same desk in another world: for demonstrations, whose reviews were closed in years that are past.
  public func acting(in world: World) -> PortfolioDesk {
    PortfolioDesk(
      rules: rules, holidays: holidays, around: around, outbox: outbox, database: database, world: world)
  }
}
