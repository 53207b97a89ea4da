import StatusText

/// The files that a command line writes, moves or removes, as far as its words tell.
package struct ShellTargets {
  /// A file that a command changes.
  package struct Target: Equatable, Sendable {
    /// Its path, from the working directory of the command line.
    package let path: String
    /// The program that changes it; `>` for the output of one.
    package let program: String
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
        words.removeFirst()
      }
      guard let program = words.popFirst().map(PathText.name) else { continue }
      if program == "cd" {
        if let path = words.first { directory = Self.join(directory, path) }
      } else if ["sh", "bash", "zsh", "dash"].contains(program),
        let flag = words.firstIndex(where: Self.isCommandFlag),
        flag + 1 < words.endIndex, depth < Self.depthLimit
      {
        read(words[flag + 1], depth: depth + 1)
      } else {
        for path in Self.paths(program, Array(words)) { add(path, program) }
      }
    }
  }

  private mutating func add(_ path: String, _ program: String) {
    targets.append(Target(path: Self.join(directory, path), program: program))
  }

  /// What may come before the name of the program.
  private static let prefixes: Set = [
    "sudo", "env", "command", "nohup", "time", "exec", "builtin", "then", "do", "else", "if", "while", "{",
    "!", "xargs",
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
  private static func paths(_ program: String, _ arguments: [String]) -> [String] {
    let files = arguments.filter { !$0.hasPrefix("-") }
    switch program {
    case "tee", "rm", "truncate", "shred", "unlink", "sponge", "ed", "ex", "patch", "mv": return files
    case "cp", "install", "ln": return files.suffix(1)
    case "sed", "gsed", "perl", "ruby", "yq", "jaq":
      return arguments.contains(where: editsInPlace) ? files : []
    case "awk", "gawk": return arguments.contains("inplace") ? files : []
    case "dd": return arguments.filter { $0.hasPrefix("of=") }.map { String($0.dropFirst(3)) }
    default: return []
    }
  }

  /// `-i`, `-i.bak`, `-ni`, `-pi`, `--in-place`, `--inplace`
  private static func editsInPlace(_ word: String) -> Bool {
    if word.hasPrefix("--") { return word.hasPrefix("--in-place") || word.hasPrefix("--inplace") }
    guard word.hasPrefix("-") else { return false }
    return word.dropFirst().prefix { $0.isLetter }.contains("i")
  }
}
