/// A report could not be created: the XML writer failed, which only happens without memory or for a report
/// over 2 GiB.
package struct ReportError: Error, Sendable, CustomStringConvertible {
  /// The format that failed.
  package let format: ReportFormat
  /// The call that failed.
  package let call: String

  /// The message for people.
  package var description: String { "cannot write the \(format) report: \(call) failed" }
}
