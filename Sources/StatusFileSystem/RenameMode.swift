/// What happens to a file that already has the new name (renameat2(2)).
package enum RenameMode: Hashable, Sendable {
  /// It is replaced.
  case replacing
  /// It gets the old name at the same moment (RENAME_EXCHANGE).
  case exchanging
  /// It stays, and the call fails with EEXIST (RENAME_NOREPLACE).
  case keeping
}
