import StatusText

/// A number at the head of TODO.md that says how many tasks there are.
package struct TaskCountClaim: Sendable {
  /// What it is called.
  package enum Name: Sendable, Equatable {
    /// A field of the overview.
    case field(FieldName)
    /// A key of the front matter's `task_counts`.
    case key(String)
  }

  /// What it is called.
  package let name: Name
  /// The name as written.
  package let text: String
  /// The number.
  package let value: Int
  /// Its digits.
  package let range: ByteRange
  /// Whether more follows it: a share, a unit.
  package var goesOn = false
}

extension TaskList {
  /// The numbers of the overview, then those of the front matter that can be counted in the file: the others of
  /// `task_counts` take in what was archived.
  package var countClaims: [TaskCountClaim] {
    let overview = fields.compactMap { field -> TaskCountClaim? in
      guard let name = field.name, let (value, range) = overviewCount(field) else { return nil }
      let rest = source.bytes[range.upper..<max(field.valueRange.upper, field.region.upper)]
      return TaskCountClaim(
        name: .field(name), text: source.text(field.nameRange), value: value, range: range,
        goesOn: Self.goesOn(rest))
    }
    return overview
      + ["active", "in_progress", "not_started"].compactMap { key in
        frontMatterNumber("task_counts", key).map {
          TaskCountClaim(name: .key(key), text: $0.path, value: $0.value, range: $0.range)
        }
      }
  }

  /// Whether a figure or a unit stands behind a number, which would have to change with it.
  private static func goesOn(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.contains { ASCII.isDigit($0) || $0 == UInt8(ascii: "%") }
      || rest.first { !ASCII.isBlank($0) }.map(ASCII.isLetter) ?? false
  }

  /// The number that a field of the overview begins with; a value that is not a number counts nothing.
  private func overviewCount(_ field: Field) -> (value: Int, range: ByteRange)? {
    switch field.name {
    case .totalTasks, .completed, .highPriority, .mediumPriority, .lowPriority: break
    default: return nil
    }
    let bytes = source.bytes[field.valueRange.indices]
    let digits = bytes.prefix { ASCII.isDigit($0) }
    guard !digits.isEmpty, digits.count < 10,
      digits.endIndex == bytes.endIndex || bytes[digits.endIndex] == ASCII.space
    else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (value, ByteRange(digits.startIndex, digits.endIndex))
  }
}
