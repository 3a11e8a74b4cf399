extension Day {
  /// The day as official documents write it: 2026年10月14日, 14 October 2026.
  public var long: Phrase {
    Phrase(zh: "\(year)年\(month)月\(day)日", en: "\(day) \(Self.months[month - 1]) \(year)")
  }

  /// The English names of the months.
  public static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
