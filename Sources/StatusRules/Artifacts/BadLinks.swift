import StatusDiagnostics
import StatusModel
import StatusText

/// The links of a tree with a bad target, each with the file that contains it.
struct BadLinks: Sequence, IteratorProtocol {
  /// A link, the text it is in, and what its task is called there.
  struct Element {
    let link: ArtifactLink
    let source: SourceText
    let subject: Finding.Subject
    /// How important a finding in that file can be: a plan that is not current is history.
    let severity: Severity
    /// What identifies the finding: the path, since the bytes of a plan may have been let go. A task's directory may be
    /// renamed, so only its number counts.
    var evidence: String {
      let parts = PathText.components(of: link.text)
      let names = parts.enumerated().map { index, part in
        index + 1 < parts.count ? ProjectDirectory.parse(part).map { "\($0.number)" } ?? part : part
      }
      let isAbsolute = link.text.utf8.first == UInt8(ascii: "/")
      return String(((isAbsolute ? "/" : "") + names.joined(separator: "/")).prefix(120))
    }
  }

  private let workspace: Workspace
  private let isBad: (ArtifactLink.Target) -> Bool
  private var position = 0
  private var file: TrackedFile?
  private var severity = Severity.error

  /// The links of `workspace` whose target is bad.
  init(of workspace: Workspace, where isBad: @escaping (ArtifactLink.Target) -> Bool) {
    self.workspace = workspace
    self.isBad = isBad
  }

  mutating func next() -> Element? {
    while position < workspace.links.count {
      let link = workspace.links[position]
      position += 1
      guard isBad(link.target) else { continue }
      // Links come file by file.
      if file?.path != link.file, let index = workspace.fileIndex(at: link.file) {
        file = workspace.files[index]
        severity =
          workspace.files[index].kind != .plan || workspace.currentPlans.contains(index) ? .error : .info
      }
      guard let file else { continue }
      return Element(
        link: link, source: file.source, subject: subject(of: file), severity: severity)
    }
    return nil
  }

  private func subject(of file: TrackedFile) -> Finding.Subject {
    switch file.kind {
    case .taskList: .task
    case .plan: .plan
    default: .entry
    }
  }
}
