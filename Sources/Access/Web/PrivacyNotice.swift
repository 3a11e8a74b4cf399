import Kernel

/// What people agree to when they register.
enum PrivacyNotice {
  /// The notice's date, which the journal keeps with each registration; changed with its words.
  static let day = Day(number: 20_779)
}
