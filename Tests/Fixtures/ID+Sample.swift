public import Kernel

extension ID {
  /// The `number`th id of a test: readable in failures, equal across runs.
  public static func sample(_ number: Int64 = 1) -> ID { ID(number) }
}
