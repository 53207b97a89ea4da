import StatusSyntax

/// What a tool of an agent is called with. The same tools have other spellings of names and members in each agent.
struct ToolInput {
  private let tool: String
  private let input: JSONValue

  /// The input of the tool with that name.
  init(_ tool: String, _ input: JSONValue) {
    self.tool = tool.lowercased()
    self.input = input
  }

  /// The command line, if the tool is a shell. As a call of `apply_patch` it is an edit.
  var command: String? { edits.isEmpty ? shellCommand : nil }

  private var shellCommand: String? {
    guard ["bash", "shell", "local_shell", "exec_command"].contains(tool) else { return nil }
    if let words = input["command"], words.kind == .array {
      return words.elements.compactMap(\.string).map(ShellWord.quoted).joined(separator: " ")
    }
    return text("command", "cmd")
  }

  /// The files that the tool changes; none for a tool that changes none.
  var edits: [FileEdit] {
    switch tool {
    case "write": (content ?? replacement).map { [$0] } ?? []
    case "edit", "multiedit", "str_replace", "strreplace", "search_replace": replacement.map { [$0] } ?? []
    case "delete": path.map { [FileEdit(path: $0, change: .deletion)] } ?? []
    case "apply_patch", "patch":
      text("command", "patchText", "patch", "input").map { PatchReader.edits($0) } ?? []
    default: shellCommand.map(Self.patched) ?? []
    }
  }

  /// The files of the patch that a command line gives to `apply_patch`, in a here-document or as a word.
  private static func patched(by line: String) -> [FileEdit] {
    let isCalled = ShellReader.commands(line).contains { $0.words.first == "apply_patch" }
    return isCalled ? PatchReader.edits(line) : []
  }

  private var path: String? { text("file_path", "filePath", "path") }

  private var content: FileEdit? {
    guard let path, let content = text("content", "contents") else { return nil }
    return FileEdit(path: path, change: .content(Array(content.utf8)))
  }

  private var replacement: FileEdit? {
    guard let path else { return nil }
    guard let edits = input["edits"] else {
      return Self.replacement(input).map { FileEdit(path: path, change: .replacements([$0])) }
    }
    let replacements = edits.elements.map { Self.replacement($0) }
    let known = replacements.compactMap { $0 }
    guard known.count == replacements.count, !known.isEmpty else { return nil }
    return FileEdit(path: path, change: .replacements(known))
  }

  private static func replacement(_ input: JSONValue) -> TextReplacement? {
    guard let old = (input["old_string"] ?? input["oldString"])?.string,
      let new = (input["new_string"] ?? input["newString"])?.string
    else { return nil }
    let isForAll = (input["replace_all"] ?? input["replaceAll"])?.bool ?? false
    return TextReplacement(old: Array(old.utf8), new: Array(new.utf8), isForAll: isForAll)
  }

  /// The text of the first member that is one.
  private func text(_ names: String...) -> String? {
    for name in names {
      if let text = input[name]?.string { return text }
    }
    return nil
  }
}
