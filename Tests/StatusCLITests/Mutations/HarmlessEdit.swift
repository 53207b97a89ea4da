import Testing

/// An edit that changes how a file says what it says, and nothing that it says.
struct HarmlessEdit: Sendable, CustomTestStringConvertible {
  /// What it does, for people.
  let name: String
  /// The files that it is for, by path.
  let applies: @Sendable (String) -> Bool
  /// The file's text after it.
  let edit: @Sendable (String) -> String

  var testDescription: String { name }

  /// The task list and the plans.
  private static let markdown: @Sendable (String) -> Bool = { Breakage.todo($0) || Breakage.plan($0) }
  /// The registries and the project states.
  private static let json: @Sendable (String) -> Bool = { $0.hasSuffix(".json") }
  /// What looks like the contents of each file and is not.
  private static let lookAlikes = """
    ### 999. An example
    - **Status**: [DONE]
    - **Completed**: 2024-02-30

    ### Phase 99: Example [TODO]
    - **Started**: TBD
    """

  /// The edits of Markdown and of JSON.
  static let all = blocks + lines + values

  private static let blocks = [
    HarmlessEdit(name: "a code fence at the end", applies: markdown) {
      "\($0)\n```markdown\n\(lookAlikes)\n```\n"
    },
    HarmlessEdit(name: "a fence of tildes at the end", applies: markdown) {
      "\($0)\n~~~\n\(lookAlikes)\n~~~\n"
    },
    HarmlessEdit(name: "an HTML comment at the end", applies: markdown) {
      "\($0)\n<!--\n\(lookAlikes)\n-->\n"
    },
    HarmlessEdit(name: "a block quote at the end", applies: markdown) { "\($0)\n\(quoted)\n" },
    HarmlessEdit(name: "a code fence in each phase or task", applies: markdown) {
      beforeHeadings("```markdown\n\(lookAlikes)\n```\n", in: $0)
    },
    HarmlessEdit(name: "an HTML comment in each phase or task", applies: markdown) {
      beforeHeadings("<!--\n\(lookAlikes)\n-->\n", in: $0)
    },
    HarmlessEdit(name: "a block quote in each phase or task", applies: markdown) {
      beforeHeadings("\(quoted)\n", in: $0)
    },
    HarmlessEdit(name: "another section", applies: markdown) {
      "\($0)\n## Minutes of the meeting\n\nNobody said [DONE] about **Status**.\n"
    },
    HarmlessEdit(name: "another field", applies: markdown) {
      $0.replacing(#/(\n- \*\*Effort\*\*: .*)/#) { "\($0.1)\n- **Owner**: Anna" }
    },
  ]

  private static let lines = [
    HarmlessEdit(name: "CR LF", applies: { markdown($0) || json($0) }) { $0.replacing("\n", with: "\r\n") },
    HarmlessEdit(name: "no line end at the end", applies: { markdown($0) || json($0) }) {
      String($0.reversed().drop { $0 == "\n" }.reversed())
    },
    HarmlessEdit(name: "blank lines at the end", applies: { markdown($0) || json($0) }) { $0 + "\n\n\n" },
    HarmlessEdit(name: "asterisks as bullets", applies: markdown) { bullets("* ", in: $0) },
    HarmlessEdit(name: "plus signs as bullets", applies: markdown) { bullets("+ ", in: $0) },
    HarmlessEdit(name: "two blanks at the end of each line", applies: markdown) {
      everyLine(of: $0) { $0 + "  " }
    },
    HarmlessEdit(name: "a tab at the end of each line", applies: markdown) {
      everyLine(of: $0) { $0 + "\t" }
    },
    HarmlessEdit(name: "a tab after each name of a field", applies: markdown) {
      $0.replacing("**: ", with: "**:\t")
    },
    HarmlessEdit(name: "a blank before each heading", applies: markdown) {
      everyLine(of: $0) { $0.hasPrefix("#") ? " \($0)" : $0 }
    },
    HarmlessEdit(name: "number signs after each heading", applies: markdown) {
      everyLine(of: $0) { $0.hasPrefix("#") ? "\($0) ##" : $0 }
    },
    HarmlessEdit(name: "a blank line between the lines", applies: markdown) {
      $0.replacing("\n- **", with: "\n\n- **")
    },
  ]

  private static let values = [
    HarmlessEdit(name: "JSON in one line", applies: json) { text in
      text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    },
    HarmlessEdit(name: "JSON with four blanks", applies: json) {
      everyLine(of: $0) { String($0.prefix { $0 == " " }) + $0 }
    },
    HarmlessEdit(name: "JSON with tabs", applies: json) {
      everyLine(of: $0) {
        String($0.prefix { $0 == " " }.replacing("  ", with: "\t") + $0.drop { $0 == " " })
      }
    },
    HarmlessEdit(name: "JSON with blanks before colons", applies: json) {
      $0.replacing("\": ", with: "\"  :  ")
    },
    HarmlessEdit(name: "an escape in each key", applies: json) {
      $0.replacing(#/"(\w*)a(\w*)": /#) { "\"\($0.1)\\u0061\($0.2)\": " }
    },
    HarmlessEdit(name: "an escape in each value", applies: json) {
      $0.replacing(#/": "([^"]*?)e/#) { "\": \"\($0.1)\\u0065" }
    },
    HarmlessEdit(name: "slashes with escapes", applies: json) { $0.replacing("/", with: "\\/") },
    HarmlessEdit(name: "a key that nothing knows", applies: json) {
      $0.replacing(#/(\n *)("project_number": )/#) {
        "\($0.1)\"owner\": {\"name\": \"Anna\", \"status\": \"done\"},\($0.1)\($0.2)"
      }
    },
    HarmlessEdit(name: "keys in another order", applies: json) {
      $0.replacing(#/( *"project_number": .*\n)( *"project_name": .*\n)((?: *"\w*": ["\d].*,\n)*)/#) {
        "\($0.3)\($0.2)\($0.1)"
      }
    },
  ]

  private static var quoted: String { everyLine(of: lookAlikes) { "> \($0)" } }

  private static func beforeHeadings(_ block: String, in text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { Breakage.isTask($0) || Breakage.isPhase($0) ? "\(block)\n\($0)" : String($0) }
      .joined(separator: "\n")
  }

  private static func bullets(_ bullet: String, in text: String) -> String {
    text.replacing(#/\n( *)- /#) { "\n\($0.1)\(bullet)" }
  }

  /// The text with what `change` makes of each line that is not empty, except for front matter.
  private static func everyLine(of text: String, _ change: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty || $0 == "---" ? String($0) : change(String($0)) }.joined(separator: "\n")
  }
}
