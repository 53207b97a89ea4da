import StatusDiagnostics
import StatusModel
import StatusRules
import StatusTestTrees
import StatusText

/// The tree of an example, checked with all rules.
struct ExampleTree {
  /// The tree.
  let tree: MemoryTree
  /// What the example marks: "specs/TODO.md:2:13 "[DONE]"".
  let marks: [String]
  /// What the rules find, in the order of the marks.
  let findings: [Finding]

  /// The rules that report what a tree lacks, wherever it may: a short example lacks most of it.
  private static let rulesAboutWholeness = [
    "missing-task-field", "missing-plan-field", "missing-plan-section", "missing-phase-field",
    "missing-project-state", "missing-state-field", "unlinked-artifact",
  ]

  /// The example of the rule `name`, which is on even if the profile turns it off.
  init(_ example: RuleExample, rule name: String, now: Timestamp) throws {
    // An example leaves out what its fault does not need: the rules about that do not judge it.
    let selection = try RuleSelection([
      RuleChoice(select: ["all", name], ignore: Self.rulesAboutWholeness.filter { $0 != name })
    ])
    func memoryTree(_ files: [RuleExample.File]) -> MemoryTree {
      var tree = MemoryTree(files: [:], now: now)
      for file in files {
        tree.files[file.path] = file.bytes
        if file.markedText == nil { tree.absent.insert(file.path) }
      }
      tree.selection = selection
      return tree
    }
    let tree = memoryTree(example.files)
    self.tree = tree
    marks = example.files.sorted { $0.path < $1.path }.flatMap { file in
      // A file that does not exist is marked by being missing.
      let ranges = file.markedText.map { MarkedText($0).marks } ?? [.zero]
      return ranges.map { Self.place(Location(path: file.path, range: $0), in: tree) }
    }
    findings = tree.findings(since: example.earlier.isEmpty ? nil : memoryTree(example.earlier))
  }

  /// What was found, and where: "timestamp-order at specs/TODO.md:2:13 "[DONE]"".
  var found: [String] {
    findings.map { finding in
      "\(finding.rule) at \(finding.location.map { Self.place($0, in: tree) } ?? "no place")"
    }
  }

  private static func place(_ location: Location, in tree: MemoryTree) -> String {
    let source = SourceText(path: location.path, bytes: tree.files[location.path] ?? [])
    let before = source.bytes[..<location.range.lower]
    let line = before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    return "\(location.path):\(line):\(column) \"\(source.text(location.range))\""
  }
}
