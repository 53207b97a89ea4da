import StatusDiagnostics
import StatusModel
import StatusText

/// The links of a tree at whose end something is wrong, each with the file that it stands in.
struct BadLinks: Sequence, IteratorProtocol {
  /// A link, the text it stands in, and what its task is called there.
  struct Element {
    let link: ArtifactLink
    let source: SourceText
    let subject: Finding.Subject
  }

  private let workspace: Workspace
  private let isBad: (ArtifactLink.Target) -> Bool
  private var position = 0
  private var file: TrackedFile?

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
      if file?.path != link.file { file = workspace.file(at: link.file) }
      guard let file else { continue }
      return Element(link: link, source: file.source, subject: file.kind == .taskList ? .task : .entry)
    }
    return nil
  }
}
