/// The relative links of a page in Markdown.
enum MarkdownLinks {
  /// Each link of `page` that does not lead to one of `files`, to a directory that contains one, or to a heading.
  static func broken(in page: ProjectFile, among files: [ProjectFile]) -> [String] {
    lines(page.text).flatMap { line in
      line.replacing(/`[^`]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
    }
    .filter { !$0.contains("://") && !resolves($0, from: page, among: files) }
    .map { "\(page.path): \($0) does not resolve" }
  }

  private static func resolves(_ link: String, from page: ProjectFile, among files: [ProjectFile]) -> Bool {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].isEmpty ? page.path : resolved(parts[0], from: page)
    guard let path else { return false }
    guard parts.count == 2 else {
      return path.isEmpty || files.contains { $0.path == path || $0.path.hasPrefix("\(path)/") }
    }
    return files.first { $0.path == path }.map { anchors($0.text).contains(String(parts[1])) } ?? false
  }

  /// The path from the project's directory; nil above it.
  private static func resolved(_ link: Substring, from page: ProjectFile) -> String? {
    var path = page.directories
    for part in link.split(separator: "/") where part != "." {
      if part != ".." {
        path.append(String(part))
      } else if path.popLast() == nil {
        return nil
      }
    }
    return path.joined(separator: "/")
  }

  /// The anchors that GitHub gives to the headings of a page.
  private static func anchors(_ text: String) -> Set<String> {
    Set(
      lines(text).filter { $0.wholeMatch(of: /#{1,6} .*/) != nil }.map { heading in
        let title = heading.drop { $0 == "#" }.dropFirst().lowercased()
        return title.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.replacing(" ", with: "-")
      })
  }

  /// The lines outside of fenced code blocks.
  private static func lines(_ text: String) -> [Substring] {
    var fence: Substring?
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let mark = line.prefix { $0 == "`" }
      if let open = fence {
        if mark.count >= open.count && mark.count == line.count { fence = nil }
        return false
      }
      if mark.count >= 3 { fence = mark }
      return fence == nil
    }
  }
}
