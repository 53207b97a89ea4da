import StatusText

/// The tasks that an update is for: `221`, a list `1,4,7`, a range `105-107`, or a list of both.
package struct TaskSelection: Sendable, Equatable {
  /// One number of a selection.
  package struct Item: Sendable, Equatable {
    /// The task's number.
    package let number: Int
    /// Whether the number itself was given; a number in a range does not have to exist.
    package let isNamed: Bool
  }

  /// The numbers, each once, in the given order.
  package let items: [Item]

  /// The numbers alone.
  package var numbers: [Int] { items.map(\.number) }

  /// A single task.
  package init(_ number: Int) { items = [Item(number: number, isNamed: true)] }

  /// A longer range is a typo.
  private static let longestRange = 1000

  /// Reads a selection from the command line; nil for anything else.
  package init?(_ text: String) {
    var items: [Item] = []
    var places: [Int: Int] = [:]
    func add(_ number: Int, isNamed: Bool) {
      if let place = places[number] {
        if isNamed { items[place] = Item(number: number, isNamed: true) }
        return
      }
      places[number] = items.count
      items.append(Item(number: number, isNamed: isNamed))
    }
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(Self.number)
      switch ends.count {
      case 1:
        guard let number = ends[0] else { return nil }
        add(number, isNamed: true)
      case 2:
        guard let first = ends[0], let last = ends[1], first <= last, last - first < Self.longestRange else {
          return nil
        }
        for number in first...last { add(number, isNamed: false) }
      default: return nil
      }
    }
    self.items = items
  }

  /// The number in `text`, ignoring spaces at both ends.
  private static func number(_ text: Substring) -> Int? {
    var digits = text.utf8[...]
    while let first = digits.first, ASCII.isBlank(first) { digits = digits.dropFirst() }
    while let last = digits.last, ASCII.isBlank(last) { digits = digits.dropLast() }
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ ASCII.isDigit($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
