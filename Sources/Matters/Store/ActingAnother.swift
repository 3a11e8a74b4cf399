public import Kernel
package import Storage

extension MatterDesk {
  /// The same desk in another world: for demonstrations, whose matters were filed on days that are past.
  public func acting(in world: World) -> MatterDesk {
    MatterDesk(
      book: book, rules: rules, ledgers: ledgers, around: around, database: database, world: world, counts: counts)
  }

  /// The same desk on another way to its database: for tests that make statements fail.
  package func reaching(_ database: any Database) -> MatterDesk {
    MatterDesk(book: book, rules: rules, ledgers: ledgers, around: around, database: database, world: world)
  }
}
