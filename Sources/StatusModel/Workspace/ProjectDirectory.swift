import StatusText

/// A task's directory: `221_slug`, `OC_511_slug`; also of another form, `007-slug`, `007_`, `007`, or of any name where
/// the task links a plan in it.
package struct ProjectDirectory: Sendable, Equatable {
  /// The task's number.
  package let number: Int
  /// The slug after the number; empty if there is none.
  package let slug: String
  /// The path from the repository root.
  package let path: String
  /// Whether it lies below archive/ or vault/.
  package let isArchived: Bool
  /// Whether the directory, or the one that it lies in, is a symbolic link.
  package let isBehindLink: Bool
  /// Whether its name is a number, an underscore and a slug.
  package let isRegular: Bool

  /// The path of its project state, whether there is one or not.
  package var statePath: String { "\(path)/\(SpecsRoot.stateName)" }
  /// The path of the directory with its plans.
  package var plansPath: String { "\(path)/plans" }

  /// The directory at `path`; nil when its name is not a project directory's, in one of the other forms either.
  package init?(name: String, path: String, isArchived: Bool, isBehindLink: Bool) {
    let regular = Self.parse(name)
    guard let (number, slug) = regular ?? Self.parseIrregular(name) else { return nil }
    isRegular = regular != nil
    self.number = number
    self.slug = slug
    self.path = path
    self.isArchived = isArchived
    self.isBehindLink = isBehindLink
  }

  /// The directory at `path`, whatever its name, in which task `number` has its plan.
  package init(ofTask number: Int, path: String, isArchived: Bool, isBehindLink: Bool) {
    let name = PathText.name(of: path)
    isRegular = Self.parse(name)?.number == number
    self.number = number
    slug = Self.parse(name)?.slug ?? ""
    self.path = path
    self.isArchived = isArchived
    self.isBehindLink = isBehindLink
  }

  /// Whether the file at `place` lies in a directory of its own below plans/: it is a part of a plan.
  package func isNested(_ place: String) -> Bool {
    guard let inside = PathText.rest(of: place, below: path), inside.hasPrefix("plans/") else { return false }
    return inside.utf8.dropFirst("plans/".utf8.count).contains(UInt8(ascii: "/"))
  }

  /// The directory around the first plans/ on the way to `place`; nil where there is none.
  package static func aroundPlans(_ place: String) -> String? {
    place.utf8.offset(ofText: "/plans/").map { String(decoding: place.utf8.prefix($0), as: UTF8.self) }
  }

  /// The name that the standard has for the directory of a task.
  package static func standardName(_ number: Int, slug: String) -> String {
    "\(number.zeroPadded(to: 3))_\(slug)"
  }

  /// Whether its number is padded with zeros to three digits, and to no more.
  package var isPadded: Bool {
    let digits = PathText.name(of: path).utf8.drop { !ASCII.isDigit($0) }.prefix { ASCII.isDigit($0) }
    return digits.count == 3 || digits.count > 3 && digits.first != UInt8(ascii: "0")
  }

  /// The number and slug of a directory's name: an optional prefix of letters and an underscore, digits, an
  /// underscore, the slug.
  package static func parse(_ name: String) -> (number: Int, slug: String)? {
    guard let (number, rest) = leadingNumber(name), rest.count > 1, rest.first == 0x5F else { return nil }
    return (number, String(decoding: rest.dropFirst(), as: UTF8.self))
  }

  /// The number of a directory's name, in any of its forms; nil for a name that is none of a project directory.
  package static func number(of name: String) -> Int? {
    parse(name)?.number ?? parseIrregular(name)?.number
  }

  /// The same of a name with a hyphen for the underscore, or without a slug.
  private static func parseIrregular(_ name: String) -> (number: Int, slug: String)? {
    guard let (number, rest) = leadingNumber(name) else { return nil }
    guard let separator = rest.first else { return (number, "") }
    guard separator == 0x2D || separator == 0x5F && rest.count == 1 else { return nil }
    return (number, String(decoding: rest.dropFirst(), as: UTF8.self))
  }

  /// Whether `name` is a task's directory's but for its number, which is above the highest.
  package static func hasTooLargeNumber(_ name: String) -> Bool {
    guard let (digits, rest) = leadingDigits(name), NearTaskHeading.number(digits) == nil else {
      return false
    }
    return rest.first == 0x5F || rest.first == 0x2D
  }

  private static func leadingNumber(_ name: String) -> (number: Int, rest: ArraySlice<UInt8>)? {
    guard let (digits, rest) = leadingDigits(name), let number = NearTaskHeading.number(digits) else {
      return nil
    }
    return (number, rest)
  }

  private static func leadingDigits(_ name: String) -> (digits: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    let bytes = Array(name.utf8)
    var rest = bytes.drop { ASCII.isLetter($0) }
    if rest.count < bytes.count {
      guard rest.first == 0x5F else { return nil }
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { ASCII.isDigit($0) }
    return digits.isEmpty ? nil : (digits, rest.dropFirst(digits.count))
  }
}
