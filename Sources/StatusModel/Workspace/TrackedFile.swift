import StatusSyntax
import StatusText

/// One file of a tree: its bytes, how reading and parsing went, and what it says. A class, since what it says is
/// large and looked at by every rule.
package final class TrackedFile: Sendable {
  /// What a file is for.
  package enum Kind: Int, Sendable, CaseIterable {
    /// TODO.md
    case taskList
    /// state.json
    case registry
    /// archive/state.json
    case archiveRegistry
    /// A project directory's state.json.
    case projectState
    /// A Markdown file in a project directory's plans/.
    case plan
    /// A JSON file that is only checked for being JSON: errors.json, reviews/state.json, …
    case record

    /// Whether a file of this kind is JSON; the others are Markdown.
    package var isJSON: Bool {
      switch self {
      case .taskList, .plan: false
      case .registry, .archiveRegistry, .projectState, .record: true
      }
    }

    /// Whether each task may have files of this kind. They are inspected as soon as they are parsed, and their bytes are
    /// not kept.
    package var isOneOfMany: Bool { self == .plan || self == .projectState }
  }

  /// What a file says, once parsed.
  package enum Content: Sendable {
    case taskList(TaskList)
    case registry(StateFile)
    case projectState(StateEntry)
    case plan(Plan)
    /// Nothing of ours: a file that could not be read or parsed, another document in plans/, a record.
    case none
  }

  /// What it is for.
  package let kind: Kind
  /// The index of its project directory in the workspace; -1 for a file of the tree itself.
  package let directory: Int
  /// The `failure` of a file that every tree has and this one has not.
  package static let absent = "it does not exist"

  /// Its bytes; empty when it could not be read, or when they are not kept.
  package let source: SourceText
  /// How many bytes it has.
  package let byteCount: Int
  /// Why it could not be read: "permission denied"; nil when it was.
  package let failure: String?
  /// What is wrong with its bytes and its syntax.
  package let syntax: SyntaxFacts
  /// What it says.
  package let content: Content
  /// The code fences, comments and the like of a Markdown file that are never closed, in order.
  package let unclosed: [UnclosedBlock]
  /// The comments to statuslint in a Markdown file, in order.
  package let suppressions: [SuppressionComment]
  /// Its tree, of a JSON file that is kept to be edited.
  package let json: JSONTree?

  /// The path from the repository root.
  package var path: String { source.path }

  /// Whether what it says cannot be told.
  package var isUnreadable: Bool { fault != nil }

  /// Why it cannot be told what the file says, as the end of a sentence; nil if it can.
  package var fault: String? {
    if let failure { return "cannot be read: \(failure)" }
    if syntax.invalidEncoding != nil { return "is not UTF-8" }
    if !syntax.conflictMarkers.isEmpty { return "contains an unresolved merge conflict" }
    if let error = syntax.jsonError { return "is not JSON: \(error.message)" }
    return isNoObject ? "is not a JSON object" : nil
  }

  /// Whether it is JSON, but not the object that a file of its kind is.
  package var isNoObject: Bool {
    guard failure == nil, syntax.isReadable, kind.isJSON, kind != .record, case .none = content else {
      return false
    }
    return true
  }

  /// The plan that it is.
  package var plan: Plan? {
    if case .plan(let plan) = content { plan } else { nil }
  }

  /// The registry that it is, of the tree or of its archive.
  package var registry: StateFile? {
    if case .registry(let registry) = content { registry } else { nil }
  }

  /// The task list that it is.
  package var taskList: TaskList? {
    if case .taskList(let list) = content { list } else { nil }
  }

  /// The project state that it is.
  package var projectState: StateEntry? {
    if case .projectState(let state) = content { state } else { nil }
  }

  /// A file that could not be read.
  package init(kind: Kind, directory: Int, path: String, failure: String) {
    self.kind = kind
    self.directory = directory
    self.source = SourceText(path: path, bytes: [])
    self.byteCount = 0
    self.failure = failure
    self.syntax = SyntaxFacts()
    self.unclosed = []
    self.suppressions = []
    self.content = .none
    self.json = nil
  }

  /// A file that was read; parses it, as far as `json` or `outline` is not already given. A plan's file is
  /// `isNested` where it is deeper than plans/ itself. A file of the tree in which `tasks` are to be edited is asked no
  /// more about other tasks than their numbers, names and statuses. A file that is to be edited `keepsJSON`. Links of
  /// tasks to other files than plans are read only with `readsLinks`.
  package init(
    kind: Kind, directory: Int, source: SourceText, vocabulary: StatusVocabulary, isNested: Bool = false,
    json: JSONTree? = nil, outline: MarkdownOutline? = nil, editing tasks: Set<Int>? = nil,
    keepsJSON: Bool = false, readsLinks: Bool = true
  ) {
    self.kind = kind
    self.directory = directory
    self.source = source
    self.byteCount = source.bytes.count
    self.failure = nil
    if kind.isJSON {
      let tree = json ?? JSONTree(source)
      self.json = keepsJSON ? tree : nil
      self.syntax = SyntaxFacts(json: tree)
      self.unclosed = []
      self.suppressions = []
      let parser = StateParser(tree, vocabulary: vocabulary, only: tasks, readsLinks: readsLinks)
      switch kind {
      case .registry, .archiveRegistry:
        let state = parser.stateFile(readsClosedDates: kind == .registry)
        self.content = state.map { .registry($0) } ?? .none
      case .projectState: self.content = parser.projectState().map { .projectState($0) } ?? .none
      default: self.content = .none
      }
      return
    }
    self.json = nil
    let outline = outline ?? MarkdownOutline(source)
    self.syntax = SyntaxFacts(markdown: source, outline)
    self.unclosed = UnclosedBlock.all(in: source, outline)
    self.suppressions = SuppressionComment.all(in: source, outline)
    guard syntax.isReadable else {
      self.content = .none
      return
    }
    if kind == .taskList {
      let parser = TaskListParser(
        source, outline, vocabulary: vocabulary, only: tasks, readsLinks: readsLinks)
      self.content = .taskList(parser.parse())
    } else {
      let plan = PlanParser(source, outline, vocabulary: vocabulary).parse()
      let isPlan =
        PlanFileName(path: source.path).isStandard && !isNested || !plan.phases.isEmpty
        || plan.hidden.phaseCount > 0
      self.content = isPlan ? .plan(plan) : .none
    }
  }

  /// The same file without its bytes: what a plan says is known, and a large tree has many.
  package func withoutBytes() -> TrackedFile {
    var content = content
    if case .plan(let plan) = content { content = .plan(plan.withoutBytes()) }
    return TrackedFile(
      self, directory: directory, source: SourceText(path: path, bytes: []), content: content, json: nil)
  }

  /// The same file, of a directory that has another index.
  package func moved(to directory: Int) -> TrackedFile {
    TrackedFile(self, directory: directory, source: source, content: content, json: json)
  }

  private init(
    _ file: TrackedFile, directory: Int, source: SourceText, content: Content, json: JSONTree?
  ) {
    kind = file.kind
    self.directory = directory
    self.source = source
    byteCount = file.byteCount
    failure = file.failure
    syntax = file.syntax
    unclosed = file.unclosed
    suppressions = file.suppressions
    self.content = content
    self.json = json
  }
}
