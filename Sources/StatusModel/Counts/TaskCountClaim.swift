import StatusSyntax
import StatusText

/// A number at the head of TODO.md or state.json that says how many tasks there are.
package struct TaskCountClaim: Sendable {
  /// What it counts.
  package let counted: CountedTasks
  /// The name as written: "Total Tasks", "task_counts.active".
  package let name: String
  /// The number.
  package let value: Int
  /// Its digits.
  package let range: ByteRange
  /// Whether it is a field of the overview, which people read, and which counts only what is in its file.
  package var isInOverview = false
  /// Whether more follows it that depends on it: a share, a unit.
  package var goesOn = false
}

extension TaskList {
  /// The numbers of the overview, then those of the front matter whose meaning is certain.
  package var countClaims: [TaskCountClaim] {
    let overview = fields.compactMap { field -> TaskCountClaim? in
      guard let counted = CountedTasks(overview: field.name), let (value, range) = overviewCount(field) else {
        return nil
      }
      let rest = source.bytes[range.upper..<max(field.valueRange.upper, field.region.upper)]
      return TaskCountClaim(
        counted: counted, name: source.text(field.nameRange), value: value, range: range, isInOverview: true,
        goesOn: Self.goesOn(rest))
    }
    if frontMatter.isEmpty { return overview }
    return overview
      + CountedTasks.groups.flatMap { group in
        group.counts.compactMap { key, counted in
          frontMatterNumber(group.name, key).map {
            TaskCountClaim(counted: counted, name: $0.path, value: $0.value, range: $0.range)
          }
        }
      }
  }

  /// Whether a figure or a unit follows a number, which would have to change with it.
  private static func goesOn(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.contains { ASCII.isDigit($0) || $0 == UInt8(ascii: "%") }
      || rest.first { !ASCII.isBlank($0) }.map(ASCII.isLetter) ?? false
  }

  /// The number that a field of the overview begins with; a value that is not a number counts nothing.
  private func overviewCount(_ field: Field) -> (value: Int, range: ByteRange)? {
    let bytes = source.bytes[field.valueRange.indices]
    let digits = bytes.prefix { ASCII.isDigit($0) }
    guard !digits.isEmpty, digits.count < 10,
      digits.endIndex == bytes.endIndex || bytes[digits.endIndex] == ASCII.space
    else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (value, ByteRange(digits.startIndex, digits.endIndex))
  }
}

extension TaskCountClaim {
  /// The counts of a group of state.json, such as `task_counts`; none for another member.
  static func all(in member: JSONValue) -> [TaskCountClaim] {
    guard member.kind == .object, let group = CountedTasks.groups.first(where: { member.keyEquals($0.name) })
    else { return [] }
    return group.counts.compactMap { key, counted in
      guard let number = member[key], let value = number.integer else { return nil }
      return TaskCountClaim(
        counted: counted, name: "\(group.name).\(key)", value: value, range: number.range)
    }
  }
}
