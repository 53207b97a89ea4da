import StatusClaims
import StatusText

/// What a format reads outside of a root, by paths from the repository root. Nothing of it need exist.
package struct PlanSurroundings {
  /// The files, and how they are parsed.
  package var files: [(path: String, reading: PlanFile.Reading)] = []
  /// The directories of which the names are listed.
  package var directories: [String] = []
}
