import StatusText

/// Class names of test cases. Readers identify a case by class and name, so two files must not have the same
/// class name.
struct ClassNames {
  private var taken: Set<String> = []
  private var repeats: [String: Int] = [:]

  /// The class name of the file at `path`: `/` becomes `.`, and `.` becomes `_`, because for readers the text
  /// before the last dot is a package. A name that is already used gets a number, the same in every run.
  mutating func name(for path: String) -> String {
    let mangled = String(decoding: path.utf8.map(Self.mangled), as: UTF8.self)
    if taken.insert(mangled).inserted { return mangled }
    var count = repeats[mangled, default: 1]
    var name: String
    repeat {
      count += 1
      name = "\(mangled)~\(count)"
    } while !taken.insert(name).inserted
    repeats[mangled] = count
    return name
  }

  private static func mangled(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "."): UInt8(ascii: "_")
    case UInt8(ascii: "/"): UInt8(ascii: ".")
    default: byte
    }
  }
}
