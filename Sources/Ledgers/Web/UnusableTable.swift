import Kernel

/// What is wrong with a file that was sent as a table.
struct UnusableTable: Refusal {
  let cause: any Refusal

  var kind: RefusalKind { .invalid }
  var code: String { cause.code }
  var phrase: Phrase { cause.phrase }
  var field: String? { "file" }
}
