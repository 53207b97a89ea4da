import StatusFileSystem

/// A file of the documentation.
package struct TextFile: Sendable {
  private let path: String

  /// The file at `path`.
  package init(_ path: String) { self.path = path }

  /// Whether `change` keeps the text. If it does not and `writing` is true, writes the new text.
  package func update(writing: Bool, _ change: (String) async throws -> String) async throws -> Bool {
    let old = String(decoding: try Directory(opening: ".").read(path, limit: 1 << 24), as: UTF8.self)
    let new = try await change(old)
    if new != old && writing { try SingleFile(path).write(Array(new.utf8)) }
    return new == old
  }
}
