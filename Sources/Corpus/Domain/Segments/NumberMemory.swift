#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Memory for many numbers, to be given back with `free`.
///
/// Much of it lies in pages of two mebibytes: writing to places all over half a gigabyte then needs no look-up of a page.
enum NumberMemory {
  private static let page = 1 << 21

  static func allocate<Number: FixedWidthInteger>(_ capacity: Int) -> UnsafeMutablePointer<Number> {
    let bytes = max(capacity, 1) * MemoryLayout<Number>.stride
    var memory: UnsafeMutableRawPointer?
    if bytes < 4 * page || posix_memalign(&memory, page, bytes) != 0 {
      memory = malloc(bytes)
    } else {
      #if canImport(Glibc)
        // A wish: without it everything is as right, and slower.
        madvise(memory, bytes, MADV_HUGEPAGE)
      #endif
    }
    guard let memory else {
      // As with any other allocation there is nothing to go on with.
      fatalError("out of memory")
    }
    return memory.bindMemory(to: Number.self, capacity: capacity)
  }

  static func release<Number>(_ numbers: UnsafeMutablePointer<Number>) { free(numbers) }
}
