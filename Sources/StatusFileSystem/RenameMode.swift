/// What becomes of what already has the new name (renameat2(2)).
package enum RenameMode: Hashable, Sendable {
  /// It is replaced.
  case replacing
  /// It gets the old name, in the same instant (RENAME_EXCHANGE).
  case exchanging
  /// It stays, and the call fails with EEXIST (RENAME_NOREPLACE).
  case keeping
}
