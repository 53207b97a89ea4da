import StatusDiagnostics
import StatusText

/// A baseline as JSON Lines.
package enum BaselineLines {
  /// The bytes of its file: a line for each entry.
  package static func render(_ baseline: Baseline) -> [UInt8] {
    var json = JSONWriter(capacity: baseline.entries.count * 200, layout: .line)
    for entry in baseline.entries {
      json.object(entry.write)
      json.endLine()
    }
    return json.buffer.bytes
  }
}

extension Baseline.Entry {
  /// Writes the members of the entry.
  func write(to json: inout JSONWriter) {
    json.member("fingerprint", fingerprint)
    json.member("rule", rule)
    json.member("path", path)
    json.member("task", task)
    json.member("phase", phase)
    json.member("evidence", evidence)
  }
}
