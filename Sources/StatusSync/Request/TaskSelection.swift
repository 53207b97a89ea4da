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

  /// No task.
  package static let none = TaskSelection(items: [])

  private init(items: [Item]) { self.items = items }

  /// A single task.
  package init(_ number: Int) { items = [Item(number: number, isNamed: true)] }

  /// A longer range is a typo.
  private static let longestRange = 1000

  /// Why a text is not a selection.
  package struct Fault: Error {
    /// In one line, with what was found in quotes.
    package let text: String

    fileprivate static func number(_ text: Substring) -> Fault {
      let isNumber = !text.isEmpty && text.utf8.allSatisfy { ASCII.isDigit($0) }
      return Fault(
        text: isNumber
          ? "\"\(text)\" is above the highest task number, 999999999" : "\"\(text)\" does not name a task")
    }
    fileprivate static func backward(_ range: Substring) -> Fault {
      Fault(text: "the range \"\(range)\" begins after its end")
    }
    fileprivate static func long(_ range: Substring) -> Fault {
      Fault(text: "the range \"\(range)\" has more than \(longestRange) numbers")
    }
  }

  /// Reads a selection from the command line.
  package init(_ text: String) throws(Fault) {
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
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      switch ends.count {
      case 1: add(try Self.number(part), isNamed: true)
      case 2 where !ends.contains(""):
        for number in try Self.range(part, ends) { add(number, isNamed: false) }
      default: throw .number(part)
      }
    }
    self.items = items
  }

  private static func range(_ text: Substring, _ ends: [Substring]) throws(Fault) -> ClosedRange<Int> {
    let (first, last) = (try number(ends[0]), try number(ends[1]))
    if first > last { throw .backward(text) }
    if last - first >= longestRange { throw .long(text) }
    return first...last
  }

  /// The number in `text`, ignoring spaces at both ends.
  private static func number(_ text: Substring) throws(Fault) -> Int {
    var digits = text
    while let first = digits.utf8.first, ASCII.isBlank(first) { digits.removeFirst() }
    while let last = digits.utf8.last, ASCII.isBlank(last) { digits.removeLast() }
    guard !digits.isEmpty, digits.utf8.count <= 9, digits.utf8.allSatisfy({ ASCII.isDigit($0) }) else {
      throw .number(digits)
    }
    return digits.utf8.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
