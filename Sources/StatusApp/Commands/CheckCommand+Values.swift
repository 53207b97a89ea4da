import StatusDiagnostics
import StatusReport

extension CheckCommand {
  /// How much a finding matters: what `--severity` and `--fail-on` take.
  package typealias Severity = StatusDiagnostics.Severity
  /// How a report is written: what `--format` and `--report` take.
  package typealias Format = ReportFormat
}
