/// The version of statuslint.
package enum Version {
  /// As in `statuslint version`, and in reports.
  package static let current = "0.1.0"
}
