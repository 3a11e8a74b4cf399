/// How many bytes from the first on are neither below `least` nor one of two others: text that needs no closer look.
///
/// Eight at a time. Taking `least` from a byte borrows only where the byte is smaller, so a word without a borrow has
/// nothing of the kind; where it has, the bytes are looked at one by one.
public func plainLength(
  of bytes: UnsafeBufferPointer<UInt8>, least: UInt8, without first: UInt8, _ second: UInt8
) -> Int {
  guard let base = bytes.baseAddress else { return 0 }
  let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
  let (leasts, firsts, seconds) = (ones &* UInt64(least), ones &* UInt64(first), ones &* UInt64(second))
  let raw = UnsafeRawPointer(base)
  var at = 0
  while at + 8 <= bytes.count {
    let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    let (one, other) = (word ^ firsts, word ^ seconds)
    let hits = (word &- leasts) & ~word | (one &- ones) & ~one | (other &- ones) & ~other
    if hits & tops != 0 { break }
    at += 8
  }
  while at < bytes.count, base[at] >= least, base[at] != first, base[at] != second { at += 1 }
  return at
}
