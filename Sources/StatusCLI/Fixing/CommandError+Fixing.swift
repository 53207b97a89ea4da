import StatusEngine
import StatusFileSystem
import StatusText

extension CommandError {
  /// A bug in the fixes of rules, or a tree that is gone.
  init(_ fault: FixFault) {
    switch fault {
    case .neverEnds(let rules, let paths):
      self = .fault(
        "the fixes of \(Self.list(rules)) do not reach a stable result in \(Self.list(paths))", rules)
    case .breaksFile(let rules, let path):
      self = .fault("a fix of \(Self.list(rules)) would break \(outside: path)", rules)
    case .completes(let task):
      self = .failure(
        "a fix would have marked task \(task) completed, which only a person may do; nothing was written",
        hint: "this is a bug in statuslint: please report it, with the task's files")
    case .unreadable(let error): self = .failure(error)
    }
  }

  private static func fault(_ message: Message, _ rules: [String]) -> CommandError {
    .failure(
      "\(message); nothing was written",
      hint: "this is a bug in statuslint: please report it, with the files; until then use "
        + "--ignore \(rules.joined(separator: ","))")
  }

  private static func list(_ names: [String]) -> Message {
    let shown = names.prefix(3).map { "\(outside: $0)" as Message }.joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}
