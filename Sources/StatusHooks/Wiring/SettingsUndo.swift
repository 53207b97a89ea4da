import StatusReport
import StatusSyntax
import StatusText

/// What takes the entries of the hook out of settings where the entries themselves do not tell what was there before: an
/// object or an array that was empty, or a version that was missing. It is kept in a file beside the skill.
struct SettingsUndo {
  private let edits: EditSet

  /// Where settings may end at most.
  private static let limit = 1 << 30

  /// What turns `settings` after `edits` into `settings` again.
  init(of edits: EditSet, in settings: [UInt8]) {
    var growth = 0
    let inverse = edits.edits.map { edit in
      let start = edit.range.lower + growth
      growth += edit.replacement.count - edit.range.count
      return TextEdit(
        ByteRange(start, start + edit.replacement.count), replacement: Array(settings[edit.range.indices]))
    }
    self.edits = EditSet(inverse) ?? EditSet()
  }

  /// The undo in a file that was written by `text`; nil if it is none.
  init?(reading bytes: [UInt8]) {
    guard let list = JSONTree(SourceText(path: "undo", bytes: bytes)).root?["edits"] else { return nil }
    let read = list.elements.compactMap { edit -> TextEdit? in
      guard let start = edit["start"]?.integer, let end = edit["end"]?.integer,
        (0...Self.limit).contains(start), (start...Self.limit).contains(end), let text = edit["text"]?.string
      else { return nil }
      return TextEdit(ByteRange(start, end), with: text)
    }
    guard read.count == list.elements.count, let edits = EditSet(read) else { return nil }
    self.edits = edits
  }

  /// What the file contains.
  var text: [UInt8] {
    var json = JSONWriter(capacity: 512, layout: .line)
    json.object { json in
      json.member("comment", "Written by `statuslint init --agent`, for --remove.")
      json.array("edits", edits.edits) { json, edit in
        json.object { json in
          json.member("start", edit.range.lower)
          json.member("end", edit.range.upper)
          json.member("text", String(decoding: edit.replacement, as: UTF8.self))
        }
      }
    }
    return json.finish()
  }

  /// What the settings were; nil if the undo is not about these.
  func applied(to settings: [UInt8]) -> [UInt8]? { edits.applied(to: settings) }
}
