import StatusText

/// A duration in reports; without Foundation and independent of the locale.
package struct ElapsedTime {
  /// Whole milliseconds, from 0 to about ten thousand years.
  let milliseconds: Int

  /// `seconds` to the nearest millisecond; 0 for an invalid value or a reproducible report.
  package init(seconds: Double, reproducible: Bool) {
    let usable = !reproducible && seconds > 0 && seconds < 1e11
    milliseconds = usable ? Int((seconds * 1000).rounded()) : 0
  }

  /// "0.012": seconds with three decimals, for JUnit and JSON.
  var decimalSeconds: String { "\(milliseconds / 1000).\((milliseconds % 1000).zeroPadded(to: 3))" }

  /// "12 ms" below a second, "1.2 s" above.
  package var phrase: String {
    guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
    let tenths = (milliseconds + 50) / 100
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
