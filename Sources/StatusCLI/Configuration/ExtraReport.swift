import StatusConfiguration
import StatusReport

/// A report in addition to standard output.
struct ExtraReport {
  /// Its format.
  let format: ReportFormat
  /// The file it goes to.
  let path: String

  /// The report as a setting of the command line.
  var setting: Setting.Value {
    let origin = SettingOrigin.option("--report")
    return .members([
      Setting.Member("format", Setting(.text(format.rawValue), from: origin)),
      Setting.Member("path", Setting(.text(path), from: origin)),
    ])
  }
}
