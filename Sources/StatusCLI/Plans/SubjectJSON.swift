import StatusClaims
import StatusReport
import StatusText

/// The JSON of what a root of another format keeps (schemas/show.schema.json).
struct SubjectJSON {
  private let root: PlanRoots.Root
  private let places: ClaimPlaces

  init(_ root: PlanRoots.Root) {
    self.root = root
    places = ClaimPlaces(root)
  }

  /// Writes the members of the root and everything in it.
  func write(to json: inout JSONWriter) {
    writeRoot(&json)
    json.array("subjects", root.subjects.all) { json, subject in json.object { write(subject, &$0) } }
  }

  /// Writes the members of one subject, with its root and its parts.
  func write(_ subject: PlanSubject, to json: inout JSONWriter) {
    writeRoot(&json)
    write(subject, &json)
    json.array("parts", root.subjects.parts(of: subject)) { json, part in json.object { write(part, &$0) } }
  }

  private func writeRoot(_ json: inout JSONWriter) {
    json.member("root", root.location.root.path)
    json.member("format", root.format.name)
  }

  private func write(_ subject: PlanSubject, _ json: inout JSONWriter) {
    json.member("kind", subject.kind)
    json.member("id", subject.id)
    json.member("title", subject.title)
    json.member("parent", subject.parent)
    json.member("status", subject.status)
    json.member("stage", subject.stage.map { "\($0)" })
    json.member("wanted", subject.isWanted)
    let progress = root.subjects.progress(of: subject)
    json.member("partsDone", progress?.done)
    json.member("partsTotal", progress?.total)
    json.strings("statuses", subject.statuses.words.map(\.text))
    json.array("claims", subject.claims) { json, claim in
      json.object { json in
        json.member("facet", claim.facet.rawValue)
        json.member("name", claim.name)
        json.member("written", claim.place.text)
        json.member("status", claim.word)
        let (location, position) = (claim.place.location, places.position(of: claim))
        json.member("path", location.path)
        json.member("line", position.line)
        json.member("column", position.column)
        json.member("start", location.range.lower)
        json.member("end", location.range.upper)
      }
    }
  }
}
