import Glibc

extension Array where Element == UInt8 {
  /// Whether both have the same bytes. Uses memcmp(3), because a commit compares files five times and `==`
  /// goes byte by byte.
  func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { left in
      other.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return memcmp(left, right, count) == 0
      }
    }
  }
}
