import StatusText

/// The files that a command line writes, moves or removes, as far as its words tell.
package struct ShellTargets {
  /// A file that a command changes.
  package struct Target: Equatable, Sendable {
    /// Its path, from the working directory of the command line.
    package let path: String
    /// The program that changes it; `>` for the output of one.
    package let program: String
    /// Whether everything below it is removed or moved with it.
    package let isWholeTree: Bool
    /// Where it is moved to; nil if it is not moved.
    package var destination: String?

    /// Whether a shell puts the files that match in its place.
    package var isPattern: Bool { path.utf8.contains { ASCII.isOne($0, of: "*?[") } }
  }

  private var targets: [Target] = []
  /// The directory that the commands so far have changed to, from that of the command line.
  private var directory = ""

  /// The files that `line` changes.
  package static func of(_ line: String) -> [Target] {
    var found = ShellTargets()
    found.read(line, depth: 0)
    return found.targets
  }

  /// Command lines in command lines, as of `sh -c`.
  private static let depthLimit = 3

  private mutating func read(_ line: String, depth: Int) {
    for command in ShellReader.commands(line) {
      for path in command.outputs { add(path, ">") }
      var words = command.words[...]
      while let first = words.first, Self.prefixes.contains(first) || Self.isAssignment(first) {
        words = words.dropFirst().drop { $0.hasPrefix("-") || $0.utf8.first.map(ASCII.isDigit) ?? false }
      }
      guard let program = words.popFirst().map(PathText.name) else { continue }
      if program == "cd" || program == "pushd" {
        if let path = words.first { directory = Self.join(directory, path) }
      } else if let line = Self.line(of: program, words), depth < Self.depthLimit {
        read(line, depth: depth + 1)
      } else {
        add(program, words.flatMap(ShellBraces.expanded))
      }
    }
  }

  /// The command line that a program is given to run: `sh -c LINE`, `eval LINE`.
  private static func line(of program: String, _ words: ArraySlice<String>) -> String? {
    if program == "eval" { return words.joined(separator: " ") }
    guard ["sh", "bash", "zsh", "dash"].contains(program),
      let flag = words.firstIndex(where: isCommandFlag), flag + 1 < words.endIndex
    else { return nil }
    return words[flag + 1]
  }

  /// Adds what a program does with its arguments: `git rm` and `git mv` do the same as `rm` and `mv`.
  private mutating func add(_ program: String, _ words: [String]) {
    let outer = directory
    defer { directory = outer }
    var (name, arguments) = (program, words)
    if program == "git", let command = ShellGitCommand(words), ["rm", "mv"].contains(command.name) {
      (name, arguments) = (command.name, command.arguments)
      if let inner = command.directory { directory = Self.join(directory, inner) }
    }
    if name == "mv" { return add(ShellMove(arguments), program) }
    let isWholeTree =
      name == "rm" && arguments.contains(where: Self.isRecursive)
      || name == "find" && ShellSearch(arguments)?.name == nil
      || name == "rsync" && arguments.contains { $0.hasPrefix("--del") }
    for path in Self.paths(name, arguments) { add(path, program, isWholeTree: isWholeTree) }
  }

  private mutating func add(_ path: String, _ program: String, isWholeTree: Bool = false) {
    targets.append(Target(path: Self.join(directory, path), program: program, isWholeTree: isWholeTree))
  }

  private mutating func add(_ move: ShellMove, _ program: String) {
    let destination = move.destination.map { Self.join(directory, $0) }
    for path in move.sources {
      let source = Self.join(directory, path)
      targets.append(Target(path: source, program: program, isWholeTree: true, destination: destination))
    }
    guard let destination = move.destination else { return }
    for path in [destination] + move.sources.map({ Self.inside(destination, $0) }) { add(path, program) }
  }

  /// `-r`, `-rf`, `-R`, `--recursive`
  private static func isRecursive(_ word: String) -> Bool {
    if word.hasPrefix("--") { return word == "--recursive" }
    return word.hasPrefix("-") && word.contains { $0 == "r" || $0 == "R" }
  }

  /// What may come before the name of the program.
  private static let prefixes: Set = [
    "sudo", "env", "command", "nohup", "time", "exec", "builtin", "then", "do", "else", "if", "while", "{",
    "!", "xargs", "timeout", "nice",
  ]

  private static func isAssignment(_ word: String) -> Bool {
    guard let sign = word.utf8.firstIndex(of: UInt8(ascii: "=")), sign != word.startIndex else {
      return false
    }
    return word.utf8[..<sign].allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
  }

  private static func isCommandFlag(_ word: String) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word.hasSuffix("c")
  }

  private static func join(_ directory: String, _ path: String) -> String {
    directory.isEmpty || path.hasPrefix("/") ? path : "\(directory)/\(path)"
  }

  /// The paths that `program` changes, of its `arguments`.
  static func paths(_ program: String, _ arguments: [String]) -> [String] {
    let files = arguments.filter { !$0.hasPrefix("-") }
    switch program {
    case "tee", "rm", "truncate", "shred", "unlink", "sponge", "ed", "ex", "patch", "rename": return files
    case "cp", "install", "ln", "rsync": return files.suffix(1) + insides(files)
    case "find": return ShellSearch(arguments).map { search in search.isChanging ? search.places : [] } ?? []
    case "sed", "gsed", "perl", "ruby", "yq", "jaq":
      return arguments.contains(where: editsInPlace) ? files : []
    case "awk", "gawk": return arguments.contains("inplace") ? files : []
    case "dd": return arguments.filter { $0.hasPrefix("of=") }.map { String($0.dropFirst(3)) }
    default: return []
    }
  }

  /// The paths that files get if the last one is a directory.
  private static func insides(_ files: [String]) -> [String] {
    guard let last = files.last else { return [] }
    return files.dropLast().map { inside(last, $0) }
  }

  private static func inside(_ directory: String, _ file: String) -> String {
    PathText.joined(directory, PathText.name(of: file))
  }

  /// `-i`, `-i.bak`, `-ni`, `-pi`, `--in-place`, `--inplace`
  private static func editsInPlace(_ word: String) -> Bool {
    if word.hasPrefix("--") { return word.hasPrefix("--in-place") || word.hasPrefix("--inplace") }
    guard word.hasPrefix("-") else { return false }
    return word.dropFirst().prefix { $0.isLetter }.contains("i")
  }
}
