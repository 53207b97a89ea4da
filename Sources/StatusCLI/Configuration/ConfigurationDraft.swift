import StatusConfiguration
import StatusModel
import StatusText

/// The first configuration of a project, as `statuslint init` writes it: what was found, and comments about what else
/// can be said.
struct ConfigurationDraft {
  private let workspace: Workspace?
  private let roots: [String]
  private let formats: [String]
  private let baseline: String?

  /// A configuration for the trees at `roots`, from its directory, the first of which is `workspace`, and for roots of other
  /// `formats`, with a `baseline` if there is one.
  init(_ workspace: Workspace?, roots: [String], formats: [String] = [], baseline: String? = nil) {
    self.workspace = workspace
    self.roots = roots
    self.formats = formats
    self.baseline = baseline
  }

  /// The text of the file.
  var text: String {
    let keys = ConfigurationKeys(.current).all
    let suggested: [ConfigurationKey.Name] = [
      .ignore, .severity, .perPath, .transitions, .reports, .failOn, .log,
    ]
    let more = keys.filter { suggested.contains($0.name) }.map { key in
      "  // \(key.summary)\n  // \(Self.quoted(key.name.rawValue)): \(key.example),\n"
    }
    return """
      {
        // `statuslint config` shows all settings. `statuslint schema configuration` prints a JSON Schema for editors.

      \(trees)\(others)\(accepted)
      \(statuses)\(more.joined(separator: "\n"))}

      """
  }

  private static func quoted(_ text: String) -> String { Setting(.text(text), from: .standard).shown }

  /// The lines for specs trees; empty without one.
  private var trees: String {
    guard let workspace else { return "" }
    return """
        // \(workspace.detection.reason)
        "profile": \(Self.quoted(workspace.profile.name)),
        // The trees of a command without a path.
        "roots": [\(roots.map(Self.quoted).joined(separator: ", "))],

      """
  }

  /// The line about roots of other formats; empty without one.
  private var others: String {
    formats.isEmpty
      ? "" : "  // Roots of other formats are found by themselves: \(formats.joined(separator: ", ")).\n"
  }

  /// The line for the baseline; empty if there is none.
  private var accepted: String {
    baseline.map {
      "  // Findings that do not count. `check --update-baseline` removes those that are gone.\n"
        + "  \"baseline\": \(Self.quoted($0)),\n"
    } ?? ""
  }

  // MARK: Statuses

  /// The statuses that the tree has and the profile does not, as a suggestion; empty if there are none.
  private var statuses: String {
    guard let workspace else { return "" }
    let met = unknownMarkers(in: workspace)
    if met.isEmpty { return "" }
    let kinds = StatusKind.allCases.map(\.rawValue).joined(separator: ", ")
    let lines = met.map { "  //   \(Self.quoted($0)): {\"kind\": \"waiting\"},\n" }.joined()
    return """
        // The tree has statuses that are not in the profile. If they are meant, give each its kind
        // (\(kinds)), and the transitions to it.
        // "statuses": {
      \(lines)  // },


      """
  }

  /// The markers of tasks and phases that could be statuses of the project's own, sorted.
  private func unknownMarkers(in workspace: Workspace) -> [String] {
    var met: Set<String> = []
    for file in workspace.files {
      let markers = (file.taskList?.tasks.map(\.marker) ?? []) + (file.plan?.phases.map(\.marker) ?? [])
      for marker in markers.compactMap({ $0 }) {
        guard marker.isBracketed, case .unknown(let suggestion) = marker.reading else { continue }
        let text = file.source.text(ByteRange(marker.range.lower + 1, marker.range.upper - 1))
        let meant = suggestion.map { workspace.profile.vocabulary.word($0) }
        // A slip of the pen is not a status.
        if Self.isMarker(text), EditDistance.closest(to: text, among: [meant ?? ""]) == nil {
          met.insert(text)
        }
      }
    }
    return met.sorted()
  }

  private static func isMarker(_ text: String) -> Bool {
    text.utf8.count <= StatusVocabulary.mostLetters
      && text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty && word.allSatisfy { 0x41...0x5A ~= $0 }
      }
  }
}
