import Testing

/// The habits of CONTRIBUTING.md that a machine can hold the sources to.
struct SourceHabitTests {
  /// A habit: its name, and the lines of a file that break it.
  struct Habit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The lines from 1, or 0 for the file as a whole.
    let violations: @Sendable (ProjectFile, SwiftSource) -> [Int]
  }

  private static let longestFile = 400

  private static let habits = [
    Habit(testDescription: "a file has at most \(longestFile) lines") { _, source in
      source.lines.count > longestFile + 1 ? [0] : []
    },
    Habit(testDescription: "one type a file, the file named after it") { file, source in
      isNamedAfterItsType(file, source) ? [] : [0]
    },
    Habit(testDescription: "nothing is left for later") { _, source in
      source.comments.filter { isForLater($0.text) }.map(\.line)
    },
    Habit(testDescription: "nothing is public: no library promises anything") { _, source in
      source.tokens.filter { $0.text == "public" }.map(\.line)
    },
    Habit(testDescription: "what other modules see is described") { _, source in
      source.undocumented(requirements: ParsedFile.requirements)
    },
    Habit(testDescription: "no name says nothing") { file, _ in
      ["Utils", "Helper", "Helpers", "Manager", "Misc"].contains { file.name.hasSuffix($0) } ? [0] : []
    },
  ]

  /// What holds for libraries, not for programs, which end and print.
  private static let libraryHabits = [
    Habit(testDescription: "no library writes to standard output by itself") { _, source in
      calls(of: "print", in: source) + calls(of: "debugPrint", in: source)
    },
    Habit(testDescription: "no library ends the process") { _, source in
      calls(of: "fatalError", in: source) + calls(of: "exit", in: source) + calls(of: "abort", in: source)
    },
    Habit(testDescription: "no error is ignored with a crash") { _, source in
      source.codeLines.indices.filter { source.codeLines[$0].contains("try!") }.map { $0 + 1 }
    },
  ]

  /// What holds for programs, which only read command lines.
  private static let programHabits = [
    Habit(testDescription: "a default stands once, in the command") { _, source in
      source.lines.indices.filter {
        source.lines[$0].contains(/\bvar \w+(: \w+\??)? = ("|\d|\.)/)
      }.map { $0 + 1 }
    }
  ]

  @Test("the program keeps it", arguments: programHabits)
  func program(_ habit: Habit) throws {
    let files = try ParsedFile.sources.get().filter { $0.file.directories[1] == "statuslint" }
    let violations = Self.violations(of: habit, in: files)
    #expect(!files.isEmpty && violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  @Test("sources keep it", arguments: habits)
  func sources(_ habit: Habit) throws {
    let violations = Self.violations(of: habit, in: try ParsedFile.sources.get())
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  @Test("libraries keep it", arguments: libraryHabits)
  func libraries(_ habit: Habit) throws {
    let files = try ParsedFile.sources.get().filter { $0.file.directories[1].hasPrefix("Status") }
    let violations = Self.violations(of: habit, in: files)
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  @Test("tests keep the first three", arguments: habits.prefix(3))
  func tests(_ habit: Habit) throws {
    let violations = Self.violations(of: habit, in: try ParsedFile.tests.get())
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  @Test(
    "a break is seen",
    arguments: [
      String(repeating: "\n", count: longestFile + 1) + "struct A {}",
      "struct A {}\nstruct B {}", "struct B {}", "let x = 1", "extension A {}", "private struct A {}",
      "struct A {}  // TODO: more", "struct A {}\n/* FIXME */", "struct A {\n  // XXX later\n}",
      "public struct A {}",
      "package struct A {}", "/// A.\npackage struct A {\n\n  package let b = 1\n}",
      "/// A.\n\npackage struct A {}", "/// A.\nstruct A {\n  @X package static func f() {}\n}",
      "struct A {\n  func f() { print(1) }\n}", "struct A {\n  func f() { let a = try! g() }\n}",
      "struct A {\n  @Option var b = \"text\"\n}",
      "struct A {\n  func f() { Swift.fatalError() }\n}", "struct A {\n  let a = \"\\(print(\")\"))\"\n}",
    ])
  func seen(text: String) {
    let file = ProjectFile(path: "Sources/StatusText/A.swift", text: text)
    let broken = (Self.habits + Self.libraryHabits + Self.programHabits).filter {
      !$0.violations(file, SwiftSource(text)).isEmpty
    }
    #expect(broken.count >= 1)
  }

  @Test(
    "what is no break is none",
    arguments: [
      ("A", "/// A.\npackage struct A {\n  let b = \"try! print(1) // TODO: x\"\n  // In TODO.md.\n}"),
      (
        "A",
        "struct A {\n  enum B {}\n  func print(_ a: Int) throws { try print(a); b.print(a) }\n}\nextension A {}"
      ),
      ("A", "/// A.\n@frozen\npackage enum A { case b }\nprivate struct B {}"),
      ("A+More", "import StatusText\n\nextension A {\n  /// B.\n  package static var b: Int { 1 }\n}"),
      ("B+More", "extension A.B {\n  package static func == (a: Self, b: Self) -> Bool { true }\n}"),
      (
        "A",
        "struct A {\n  let b = #\"\\\"#\n  let c = \"\"\"\n    \"public\" \\(d ? \"}\" : \"{\")\n    \"\"\"\n}"
      ),
    ])
  func unseen(name: String, text: String) {
    let file = ProjectFile(path: "Sources/StatusText/\(name).swift", text: text)
    let broken = (Self.habits + Self.libraryHabits + Self.programHabits).filter {
      !$0.violations(file, SwiftSource(text)).isEmpty
    }
    #expect(broken.map(\.testDescription) == [])
  }

  private static func violations(of habit: Habit, in files: [ParsedFile]) -> [String] {
    files.flatMap { parsed in
      habit.violations(parsed.file, parsed.source).map {
        $0 == 0 ? parsed.file.path : "\(parsed.file.path):\($0)"
      }
    }
  }

  /// `A.swift` declares A and no other type that other files see; `A+Topic.swift` extends A, or a type in it, and
  /// declares none.
  private static func isNamedAfterItsType(_ file: ProjectFile, _ source: SwiftSource) -> Bool {
    let found = source.topLevel
    guard let plus = file.name.firstIndex(of: "+") else { return found.types == [file.name] }
    let base = file.name[..<plus]
    return found.types.isEmpty && found.extended.contains { $0.split(separator: ".").contains(base) }
  }

  /// Whether a comment puts something off. TODO.md is a file that we have much to say about.
  private static func isForLater(_ comment: String) -> Bool {
    let words = comment.split { !$0.isLetter && $0 != "." && $0 != ":" && $0 != "(" }.map(String.init)
    return words.contains { word in
      ["FIXME", "XXX", "HACK"].contains { word.hasPrefix($0) } || word.hasPrefix("TODO:")
        || word.hasPrefix("TODO(")
    } || words.first == "TODO"
  }

  /// The lines with a call of a global function; methods of that name are called on something or declared here.
  private static func calls(of name: String, in source: SwiftSource) -> [Int] {
    let tokens = source.tokens
    // A type with a method of that name means its own.
    if tokens.indices.contains(where: { tokens[$0].text == name && $0 > 0 && tokens[$0 - 1].text == "func" })
    {
      return []
    }
    return tokens.indices.filter { index in
      guard tokens[index].text == name, index + 1 < tokens.count, tokens[index + 1].text == "(" else {
        return false
      }
      let before = index > 0 ? tokens[index - 1].text : ""
      return before != "." || (index > 1 && ["Swift", "Glibc"].contains(tokens[index - 2].text))
    }.map { tokens[$0].line }
  }
}
