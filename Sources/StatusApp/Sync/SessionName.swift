/// Names for sessions.
enum SessionName {
  /// A unique name: `sess_1767225600_3fa91c`. `now` is in seconds since 1970.
  static func make(at now: Int) -> String {
    let random = String(UInt32.random(in: 0..<1 << 24), radix: 16)
    return "sess_\(now)_" + String(repeating: "0", count: 6 - random.utf8.count) + random
  }
}
