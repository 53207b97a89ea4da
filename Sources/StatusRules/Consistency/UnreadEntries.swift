import StatusModel
import StatusText

/// What TODO.md has that may be the entry of a task although that is not certain: entries that a code fence or a
/// comment hides, and headings with a task's fields but without a number that can be read. No task is added beside its
/// own entry.
struct UnreadEntries {
  private var numbers: Set<Int>
  private var titles: Set<String> = []

  init(_ list: TaskList) {
    numbers = Set(list.hidden.tasks)
    for heading in list.unnumbered {
      let words = Self.words(list.source.text(heading))
      numbers.formUnion(words.compactMap { Int($0) })
      titles.insert(Self.title(words))
    }
  }

  /// Whether one of them may be the entry of `state`.
  func mayHold(_ state: StateEntry) -> Bool {
    if numbers.isEmpty && titles.isEmpty { return false }
    return state.number.map(numbers.contains) ?? false
      || state.name.map { titles.contains(Self.title(Self.words($0))) } ?? false
  }

  private static func words(_ text: String) -> [String] {
    text.utf8.split { !(ASCII.isAlphanumeric($0) || $0 >= 0x80) }.map {
      String(decoding: $0.map(ASCII.lowercased), as: UTF8.self)
    }
  }

  /// The words without numbers, which cannot be read.
  private static func title(_ words: [String]) -> String {
    words.filter { Int($0) == nil }.joined(separator: " ")
  }
}
