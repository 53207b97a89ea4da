/// The change of one file by a tool of an agent.
package struct FileEdit: Sendable, Equatable {
  /// How the file changes.
  package enum Change: Sendable, Equatable {
    /// It gets these bytes.
    case content([UInt8])
    /// These texts are replaced, one after the other.
    case replacements([TextReplacement])
    /// These lines are replaced.
    case hunks([PatchHunk])
    /// It is removed.
    case deletion
  }

  /// What a file becomes.
  package enum Result: Sendable, Equatable {
    /// A file with these bytes.
    case bytes([UInt8])
    /// Nothing: it is removed.
    case absent

    /// The bytes of the file; nil if it is removed.
    package var bytes: [UInt8]? {
      if case .bytes(let bytes) = self { bytes } else { nil }
    }
  }

  /// Its path, as the agent gives it.
  package let path: String
  /// How it changes.
  package let change: Change
  /// The path that it has afterwards; nil if it stays where it is.
  package let newPath: String?

  /// A change of the file at `path`, which is moved to `newPath`, if there is one.
  package init(path: String, change: Change, movedTo newPath: String? = nil) {
    self.path = path
    self.change = change
    self.newPath = newPath
  }

  /// What the file with the bytes `old` becomes; nil `old` for a file that does not exist. Nil if the tool refuses the
  /// edit itself, for example because the text to replace is not there.
  package func result(of old: [UInt8]?) -> Result? {
    switch change {
    case .content(let bytes): .bytes(bytes)
    case .replacements(let replacements): TextReplacement.apply(replacements, to: old).map { .bytes($0) }
    case .hunks(let hunks): old.flatMap { PatchHunk.apply(hunks, to: $0) }.map { .bytes($0) }
    case .deletion: .absent
    }
  }

  /// What the file was before the edit, which made it `new`. Nil if the edit does not tell.
  package func origin(of new: [UInt8]) -> [UInt8]? {
    switch change {
    case .content, .deletion: nil
    case .replacements(let replacements):
      TextReplacement.apply(replacements.reversed().map(\.reversed), to: new)
    case .hunks(let hunks): PatchHunk.apply(hunks.map(\.reversed), to: new)
    }
  }
}
