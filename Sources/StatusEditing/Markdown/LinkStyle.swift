import StatusModel
import StatusText

/// How TODO.md writes links to artifacts.
package struct LinkStyle {
  /// `[name](path)` rather than `[path]`.
  private let isMarkdown: Bool
  /// From the specs root rather than from the repository root.
  private let isFromTree: Bool
  private let root: SpecsRoot

  /// The style of most links in `list`; without links, the style of the profile.
  package init(of list: TaskList, _ root: SpecsRoot, _ profile: Profile) {
    self.root = root
    var markdown = 0
    var fromTree = 0
    var count = 0
    for link in list.allLinks() {
      count += 1
      let before = link.range.lower - 1
      if before >= 0, list.source.bytes[before] == UInt8(ascii: "(") { markdown += 1 }
      if Self.isFromTree(link.path) { fromTree += 1 }
    }
    let isGenerated = profile.authority.first == .registry
    isMarkdown = count == 0 ? isGenerated : markdown * 2 > count
    isFromTree = count == 0 ? isGenerated : fromTree * 2 > count
  }

  /// Whether a path begins with a task's directory.
  package static func isFromTree(_ path: String) -> Bool {
    let first = path.utf8.prefix { $0 != UInt8(ascii: "/") }
    return ProjectDirectory.parse(String(Substring(first))) != nil
  }

  /// The link to the file at `path`, from the repository root.
  package func link(_ path: String) -> String {
    let written = Self.escaped(isFromTree ? root.inside(path) ?? path : path)
    guard isMarkdown else { return "[\(written)]" }
    let name = PathText.name(of: path)
    return "[\(name.filter { $0 != "[" && $0 != "]" })](\(written))"
  }

  /// A path without the bytes that would end a link or keep it from being read as one (RFC 3986, section 2.1).
  private static func escaped(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if byte <= ASCII.space || byte == 0x7F || ASCII.isOne(byte, of: "%#()[]<>\"*?{}$`\\") {
        bytes += "%\(byte.zeroPadded(to: 2, radix: 16, uppercase: true))".utf8
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension SpecsRoot {
  /// The part of a path from the repository root that is in the tree; nil for a path outside.
  package func inside(_ path: String) -> String? {
    PathText.rest(of: path, below: self.path)
  }
}
