import StatusDevTools
import StatusTestTrees
import Testing

/// One edit of a clean tree, which makes one rule find something and no unrelated one.
struct Mutation: Sendable, CustomTestStringConvertible {
  /// Makes the edit; false if the tree has no place for it.
  typealias Edit = @Sendable (inout MemoryTree) -> Bool

  /// The rule that finds it.
  let rule: String
  /// What it does, for people.
  let name: String
  /// The profiles whose trees have a place for it and whose rule is on.
  var profiles = SyntheticProfile.allCases
  /// The other rules that find something too, because the edit is really wrong in their way.
  var also: Set<String> = []
  /// Those that find something in the trees of one profile only.
  var alsoIn: [SyntheticProfile: Set<String>] = [:]
  /// Whether the tree is compared with what it was before the edit.
  var isCompared = false
  /// What it does.
  let edit: Edit

  var testDescription: String { "\(rule): \(name)" }

  /// The rules that find something in the tree of a profile after it.
  func findingRules(_ profile: SyntheticProfile) -> Set<String> {
    also.union(alsoIn[profile] ?? []).union([rule])
  }

  /// The edit that changes the text of the first file, by path, for which `change` returns another text.
  static func text(
    of applies: @escaping @Sendable (String) -> Bool, _ change: @escaping @Sendable (String) -> String
  ) -> Edit {
    { tree in
      for path in tree.files.keys.sorted() where applies(path) {
        let text = String(decoding: tree.files[path] ?? [], as: UTF8.self)
        let changed = change(text)
        if changed == text { continue }
        tree.files[path] = Array(changed.utf8)
        return true
      }
      return false
    }
  }

  /// The edit that replaces the first `old` in the files for which `applies` is true.
  static func replacing(
    _ old: String, with new: String, in applies: @escaping @Sendable (String) -> Bool
  ) -> Edit {
    text(of: applies) { Breakage.replacing(old, with: new)($0).first ?? $0 }
  }

  /// The edit that adds a file below the directory of the first task that has a file for which `applies` is true.
  static func adding(
    _ path: String, _ content: String, whereThereIs applies: @escaping @Sendable (String) -> Bool
  ) -> Edit {
    { tree in
      guard let directory = directory(in: tree, whereThereIs: applies) else { return false }
      return tree.files.updateValue(Array(content.utf8), forKey: "\(directory)/\(path)") == nil
    }
  }

  /// The edit that removes the first file for which `applies` is true, and expects it to be missed.
  static func removing(_ applies: @escaping @Sendable (String) -> Bool) -> Edit {
    { tree in
      guard let path = tree.files.keys.sorted().first(where: applies) else { return false }
      tree.absent.insert(path)
      return tree.files.removeValue(forKey: path) != nil
    }
  }

  /// The edit that changes the paths of all files in the directory of the first task that has a file for which
  /// `applies` is true.
  static func moving(
    whereThereIs applies: @escaping @Sendable (String) -> Bool, _ move: @escaping @Sendable (String) -> String
  ) -> Edit {
    { tree in
      guard let directory = directory(in: tree, whereThereIs: applies) else { return false }
      for (path, bytes) in tree.files where path.hasPrefix(directory + "/") {
        tree.files[path] = nil
        tree.files[move(path)] = bytes
      }
      return true
    }
  }

  /// The directory of the first task that has a file for which `applies` is true.
  private static func directory(
    in tree: MemoryTree, whereThereIs applies: @Sendable (String) -> Bool
  ) -> String? {
    let path = tree.files.keys.sorted().first(where: applies)
    return path.map { $0.split(separator: "/").prefix(2).joined(separator: "/") }
  }
}
