public import Access
import Kernel

extension Permission {
  public static let raiseProblems = Permission(
    "protection.problems.raise", Phrase(zh: "登记走访所得问题", en: "Raise problems heard on visits"))
  public static let handleProblems = Permission(
    "protection.problems.handle", Phrase(zh: "办理企业问题", en: "Handle problems of enterprises"))
}
