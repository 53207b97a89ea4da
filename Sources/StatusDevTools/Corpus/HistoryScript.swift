import StatusFileSystem
import StatusSyntax

/// What git knows of the tree of a case: the directories 1, 2, … of the case are the files of its commits, whole. The last
/// one is checked out.
struct HistoryScript: Sendable {
  /// A commit.
  struct Commit: Sendable {
    /// Its files.
    let files: CorpusFiles
    /// The numbers, from 1, of the commits before it.
    let parents: [Int]
  }

  /// The commits, in the order of their numbers.
  private(set) var commits: [Commit] = []
  /// The numbers of the commits that other branches than main are at, by their names.
  let branches: [String: Int]

  /// The files that are checked out.
  var files: CorpusFiles? { commits.last?.files }

  /// The commits of the case in `directory`. In `root`, `parents` has those of a commit, by its number, where it is not
  /// the one before it.
  init(_ root: JSONValue, in directory: String) throws(CorpusCase.Malformed) {
    var branches: [String: Int] = [:]
    if let members = root["branches"]?.members {
      for member in members { branches[member.key] = member.integer }
    }
    self.branches = branches
    do {
      while true {
        let number = commits.count + 1
        let files = try CorpusFiles(in: "\(directory)/\(number)")
        if files.bytes.isEmpty { break }
        let given = root["parents"]?["\(number)"].map { $0.elements.compactMap(\.integer) }
        commits.append(Commit(files: files, parents: given ?? (number == 1 ? [] : [number - 1])))
      }
    } catch {
      throw CorpusCase.Malformed(message: error.message.plain)
    }
    let isValid = commits.enumerated().allSatisfy { index, commit in
      commit.parents.allSatisfy { (1...max(1, index)).contains($0) && $0 <= index }
    }
    guard isValid, branches.values.allSatisfy({ (1...max(1, commits.count)).contains($0) }) else {
      throw CorpusCase.Malformed(
        message: "\(directory)/history.json names a commit that does not come before")
    }
  }
}
