import StatusDiagnostics
import StatusText

/// Locations and replacements: places in files as lines and columns for people, and as bytes for programs (3.30).
struct SARIFPlaces {
  private var positions: FindingPositions
  private let pathBytes: @Sendable (String) -> [UInt8]

  /// The places in the files of `result`.
  init(_ result: CheckResult, _ options: ReportOptions) {
    positions = FindingPositions(result.files)
    pathBytes = options.pathBytes
  }

  /// Writes the members of a location (3.28).
  mutating func write(_ location: Location, to json: inout JSONWriter) {
    json.object("physicalLocation") { json in
      writeArtifact(location.path, to: &json)
      writeRegion("region", location.range, in: location.path, to: &json)
    }
  }

  /// Writes the members of a location that is a whole file.
  func write(fileAt path: String, to json: inout JSONWriter) {
    json.object("physicalLocation") { writeArtifact(path, to: &$0) }
  }

  /// Writes the member for the file at `path` (3.4).
  func writeArtifact(_ path: String, to json: inout JSONWriter) {
    json.object("artifactLocation") { json in
      json.member("uri", String(decoding: RelativeURI.escaped(pathBytes(path)), as: UTF8.self))
      json.member("uriBaseId", "%SRCROOT%")
    }
  }

  /// Writes the members of a replacement (3.57).
  mutating func write(_ edit: TextEdit, in path: String, to json: inout JSONWriter) {
    writeRegion("deletedRegion", edit.range, in: path, to: &json)
    json.object("insertedContent") { json in
      if let text = String(validating: edit.replacement, as: UTF8.self) {
        json.member("text", text)
      } else {
        json.member("binary", Base64.encoded(edit.replacement))
      }
    }
  }

  private mutating func writeRegion(
    _ name: StaticString, _ range: ByteRange, in path: String, to json: inout JSONWriter
  ) {
    let location = Location(path: path, range: range)
    let start = positions.start(of: location)
    let end = positions.end(of: location)
    json.object(name) { json in
      json.member("startLine", start.line)
      json.member("startColumn", start.column)
      json.member("endLine", end.line)
      json.member("endColumn", end.column)
      json.member("byteOffset", range.lower)
      json.member("byteLength", range.count)
    }
  }
}
