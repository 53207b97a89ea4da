extension Workspace {
  /// The project state in a task's directory; nil if it has none.
  package func projectState(in directory: ProjectDirectory) -> TrackedFile? { file(at: directory.statePath) }
}
