public import Kernel

extension MatterDesk {
  /// The same desk in another world: for demonstrations, whose matters were filed on days that are past.
  public func acting(in world: World) -> MatterDesk {
    MatterDesk(book: book, rules: rules, ledgers: ledgers, around: around, database: database, world: world)
  }
}
