public import Access
import Kernel

extension Permission {
  /// Asking the window, with or without an account.
  public static let askWindow = Permission("protection.tickets.ask", Phrase(zh: "向综合窗口提出事项", en: "Ask the window"))
  public static let handleTickets = Permission(
    "protection.tickets.handle", Phrase(zh: "办理窗口服务单", en: "Handle window tickets"))
}
