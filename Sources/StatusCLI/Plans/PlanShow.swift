import StatusClaims
import StatusEngine
import StatusReport
import StatusText

/// What `show` says of roots of other formats.
struct PlanShow {
  private let roots: [PlanRoots.Root]
  private let workingDirectory: String

  /// What there is to say about `roots`.
  init(_ roots: [PlanRoots.Root], _ surroundings: Surroundings) {
    self.roots = roots
    workingDirectory = surroundings.workingDirectory
  }

  /// Reports the files that could not be read; the exit code for that.
  func complain(_ console: Console) -> ExitCode {
    for root in roots {
      for failure in Self.failures(root) { console.complain(failure, shown(root)) }
    }
    return roots.allSatisfy { $0.snapshot.failures.isEmpty } ? .success : .failure
  }

  /// Whether there is nothing to say.
  var isEmpty: Bool { roots.isEmpty }

  /// A table for each root.
  var tables: [Message] { roots.map { SubjectTable($0).render() } }

  /// All that is said about one subject.
  func text(_ subject: PlanSubject, in root: PlanRoots.Root) -> Message {
    SubjectText(root, shown(root)).render(subject)
  }

  /// Writes the member with all roots.
  func write(to json: inout JSONWriter) {
    json.array("roots", roots) { json, root in
      json.object { json in
        SubjectJSON(root).write(to: &json)
        Self.writeFailures(root, &json)
      }
    }
  }

  /// Writes the members of one subject.
  func write(_ subject: PlanSubject, in root: PlanRoots.Root, to json: inout JSONWriter) {
    SubjectJSON(root).write(subject, to: &json)
    Self.writeFailures(root, &json)
  }

  private static func writeFailures(_ root: PlanRoots.Root, _ json: inout JSONWriter) {
    let failures = failures(root)
    if failures.isEmpty { return json.null("failure") }
    json.array("failure", failures) { json, failure in json.object { failure.write(to: &$0) } }
  }

  private static func failures(_ root: PlanRoots.Root) -> [FileFailure] {
    root.snapshot.failures.sorted { $0.key < $1.key }.map {
      FileFailure(path: $0.key, reason: "cannot be read: \($0.value)")
    }
  }

  private func shown(_ root: PlanRoots.Root) -> ShownPath {
    ShownPath(repository: root.location.repository, workingDirectory: workingDirectory)
  }
}
