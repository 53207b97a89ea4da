/// A report could not be made: the XML writer failed, which only lack of memory or a report over 2 GiB can
/// cause.
package struct ReportError: Error, Sendable, CustomStringConvertible {
  /// The format that failed.
  package let format: ReportFormat
  /// The call that failed.
  package let call: String

  /// What to tell people.
  package var description: String { "cannot write the \(format.rawValue) report: \(call) failed" }
}
