import StatusConfiguration
import StatusText
import Testing

/// Formats that a project declares: what is wrong with one, where, and what to do.
@Suite struct OwnFormatTests {
  /// A ledger with one of its parts replaced.
  private static func ledger(_ change: (part: String, by: String) = ("", "")) -> String {
    let text = #"""
      {"formats": {"ledger": {
        "root": "LEDGER.md",
        "subjects": {"item": {"id": "L-{number}"}},
        "statuses": {"open": "todo", "active": ["doing", "[~]"], "done": "done", "spellings": {"finished": "done"}},
        "claims": [
          {"in": "table", "files": "LEDGER.md", "of": "item", "says": "status", "id": "Item", "name": "State"}
        ]
      }}}
      """#
    return change.part.isEmpty ? text : text.replacing(change.part, with: change.by)
  }

  private static func faults(_ text: String) -> [String] {
    let read = ReadConfiguration(text)
    return (read.reader.faults + read.configuration().formatFaults).map { fault in
      let line = "\(fault.text)".dropFirst("statuslint.json:".count)
      return line + (fault.help.map { " (\($0))" } ?? "")
    }
  }

  @Test("a ledger is a format")
  func ledger() throws {
    #expect(Self.faults(Self.ledger()) == [])
    let format = try #require(ReadConfiguration(Self.ledger()).configuration().ownFormats.first)
    #expect(format.name == "ledger" && format.title == "ledger" && format.marks == ["LEDGER.md"])
    #expect(format.rules.isSuperset(of: ["duplicate-id", "unknown-marker", "nonstandard-marker"]))
    #expect(!format.rules.contains("status-mismatch"))
  }

  @Test(
    "a mistake has its place, and says what is valid",
    arguments: [
      ("\"ledger\":", "\"Ledger\":", "1:14: \"Ledger\" is not a name (write small letters"),
      ("\"ledger\":", "\"kiro\":", "1:14: \"kiro\" is a format of statuslint (choose another name)"),
      ("\"root\": \"LEDGER.md\",", "", "1:24: \"root\" is missing (give a pattern, or a list)"),
      (
        "\"root\": \"LEDGER.md\"", "\"root\": \"/L\"",
        "2:11: the pattern \"/L\" begins with a slash (paths begin in the root"
      ),
      ("\"root\": \"LEDGER.md\"", "\"root\": \"**/L\"", "2:11: \"**\" does not mark a root in \"**/L\""),
      ("\"root\": \"LEDGER.md\"", "\"root\": \"{id}/L\"", "2:11: a placeholder does not mark a root"),
      ("{\"item\": {\"id\": \"L-{number}\"}}", "{}", "3:15: the format has no subjects"),
      (
        "L-{number}", "L-{digits}",
        "3:31: {digits} is not a placeholder in \"L-{digits}\" (use one of number, numbers, word"
      ),
      (
        "L-{number}", "L-{title}",
        "3:31: {title} is not a part of an id in \"L-{title}\" (use {number}, {numbers} or {word})"
      ),
      (
        "\"L-{number}\"}", "\"L-{number}\", \"parent\": \"book\"}",
        "3:55: \"book\" is not a kind of subjects (use one of item)"
      ),
      (
        "\"L-{number}\"}", "\"L-{number}\", \"by\": \"prefix\"}",
        "3:51: \"by\" says how a parent is found, but there is no \"parent\""
      ),
      (
        "\"L-{number}\"}", "\"L-{number}\", \"scope\": \"book\"}",
        "3:54: \"book\" is not a scope (use one of root, directory, file)"
      ),
      ("\"todo\"", "[\"todo\", \"Done\"]", "4:78: \"done\" already is the status \"Done\""),
      ("\"[~]\"", "\"[x]\"", "4:52: \"[x]\" means the same in every format"),
      ("\"[~]\"", "\"[wip]\"", "4:52: \"[wip]\" is not a box (write one character of ASCII"),
      (
        "{\"finished\": \"done\"}", "{\"finished\": \"closed\"}",
        "4:90: \"closed\" is not a status (use one of todo"
      ),
      ("{\"finished\": \"done\"}", "{\"todo\": \"done\"}", "4:90: \"todo\" is a status itself"),
      ("\"table\"", "\"tabel\"", "6:12: \"tabel\" is not a kind of place (did you mean \"table\"?"),
      ("\"files\": \"LEDGER.md\"", "\"files\": \"a//b\"", "6:30: the pattern \"a//b\" contains \"//\""),
      (
        "\"files\": \"LEDGER.md\"", "\"files\": \"**/**/b\"",
        "6:30: the pattern \"**/**/b\" contains \"**\" twice"
      ),
      ("\"files\": \"LEDGER.md\"", "\"files\": \"../b\"", "6:30: the pattern \"../b\" contains \"..\""),
      (
        "\"of\": \"item\"", "\"of\": \"itme\"",
        "6:49: \"itme\" is not a kind of subjects (did you mean \"item\"?"
      ),
      ("\"says\": \"status\"", "\"says\": \"state\"", "6:65: \"state\" is not a fact"),
      ("\"says\": \"status\"", "\"says\": \"exists\"", "6:65: \"exists\" is not said in a \"table\""),
      ("\"says\": \"status\"", "\"says\": \"parent\"", "6:65: the kind \"item\" has no parent"),
      (", \"id\": \"Item\"", "", "6:5: \"id\" is missing: \"in\" is \"table\", and \"says\" is \"status\""),
      ("\"id\": \"Item\"", "\"id\": \"Item\", \"path\": \"a\"", "6:97: \"path\" has no effect"),
      ("\"id\": \"Item\"", "\"id\": \"Item\", \"from\": \"done\"", "6:97: \"from\" has no effect"),
      ("\"id\": \"Item\"", "\"id\": \"Item\", \"to\": \"item\"", "6:95: \"to\" has no effect"),
      (
        "\"id\": \"Item\"", "\"id\": \"Item\", \"copy\": 1",
        "6:97: \"copy\" must be true or false, not a number"
      ),
      ("  ]\n", "  ],\"relations\": [\"count\"]\n", "7:19: \"count\" is not a relation"),
      (
        "  ]\n", "  ],\"relations\": [\"stale-pointer\"]\n",
        "7:19: no two claims can be compared by \"stale-pointer\""
      ),
    ])
  func mistakes(part: String, by: String, fault: String) {
    let faults = Self.faults(Self.ledger((part, by)))
    #expect(faults.first?.hasPrefix(fault) == true, "\(faults)")
  }

  @Test(
    "a claim that makes no sense is refused",
    arguments: [
      (#"{"in": "heading", "files": "a.md", "of": "item", "says": "title"}"#, "\"text\" is missing"),
      (
        #"{"in": "heading", "files": "a.md", "of": "item", "says": "title", "text": "{title}"}"#,
        "nothing says which subject this is about"
      ),
      (
        #"{"in": "checkbox", "files": "a.md", "of": "item", "says": "status", "text": "{id"}"#,
        "a brace of the pattern \"{id\" is not closed"
      ),
      (
        #"{"in": "checkbox", "files": "a.md", "of": "item", "says": "title", "text": "{id} {title}{text}"}"#,
        "nothing stands between two placeholders"
      ),
      (
        #"{"in": "checkbox", "files": "a.md", "of": "item", "says": "title", "text": "{id} {id}"}"#,
        "{id} occurs twice"
      ),
      (
        #"{"in": "json", "files": "a.json", "of": "item", "says": "status", "path": "a..b"}"#,
        "a key of the path \"a..b\" is empty"
      ),
      (
        #"{"in": "json", "files": "a.json", "of": "item", "says": "status", "path": "{id}.{id}"}"#,
        "the path \"{id}.{id}\" contains {id} twice"
      ),
      (
        #"{"in": "json", "files": "a.json", "of": "item", "says": "status", "path": "a.b"}"#,
        "nothing says which subject this is about"
      ),
      (
        #"{"in": "file", "files": "done.md", "of": "item", "says": "exists"}"#,
        "nothing says which subject this is about"
      ),
      (
        #"{"in": "directory", "files": "done/{id}.md", "of": "item", "says": "status", "value": "gone"}"#,
        "\"gone\" is not a status"
      ),
      (
        #"{"in": "field", "files": "a.md", "of": "item", "says": "count", "name": "Done", "to": "item", "value": "{text}"}"#,
        "\"value\" does not show where the count is"
      ),
      (
        #"{"in": "heading", "files": "a.md", "of": "item", "says": "status", "text": "{id}: {title}"}"#,
        "\"text\" does not show where the status is"
      ),
      (
        #"{"in": "field", "files": "{id}.md", "of": "item", "says": "status", "name": "State", "value": "{text}"}"#,
        "\"value\" does not show where the status is"
      ),
      (
        #"{"in": "checkbox", "files": "a.md", "of": "item", "says": "depends", "text": "{id} {text}"}"#,
        "\"text\" does not show where the depends is"
      ),
      (
        #"{"in": "field", "files": "a.md", "of": "item", "says": "count", "name": "Done", "value": "{done}"}"#,
        "\"to\" is missing"
      ),
    ])
  func claims(claim: String, fault: String) {
    let table =
      #"{"in": "table", "files": "LEDGER.md", "of": "item", "says": "status", "id": "Item", "name": "State"}"#
    let faults = Self.faults(Self.ledger((table, claim)))
    #expect(faults.first.map { $0.hasPrefix("6:") && $0.contains(fault) } == true, "\(faults)")
  }

  @Test("statuses are needed only where they are written in words")
  func statuses() {
    let statuses =
      #""statuses": {"open": "todo", "active": ["doing", "[~]"], "done": "done", "spellings": {"finished": "done"}},"#
    #expect(Self.faults(Self.ledger((statuses, ""))).first?.contains("the format has no statuses") == true)
  }

  @Test("a file that extends another adds its formats")
  func extended() {
    let base = ReadConfiguration(Self.ledger()).reader.layers
    let own = ReadConfiguration(Self.ledger(("\"ledger\"", "\"book\""))).reader.layers
    let both = Configuration(files: base + own, commandLine: ConfigurationLayer())
    #expect(both.ownFormats.map(\.name) == ["ledger", "book"])
  }
}
