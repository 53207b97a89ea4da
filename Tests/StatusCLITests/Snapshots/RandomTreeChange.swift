import StatusDevTools
import StatusTestSupport

/// A random change of some files of a tree: others come, some go, and some say something else.
struct RandomTreeChange {
  /// The new bytes by path; nil for a file that is gone.
  private(set) var contents: [String: [UInt8]?] = [:]
  /// The directory that is gone with all that was in it, if there is one.
  private(set) var removedDirectory: String?

  /// A change of a tree of `files`, with random numbers from `random`.
  init(of files: [String: [UInt8]], with random: inout SplitMix64, removesDirectories: Bool) {
    let paths = files.keys.sorted()
    let plans = paths.filter { $0.contains("/plans/") }
    let homes = Set(
      plans.map { $0.split(separator: "/").prefix(while: { $0 != "plans" }).joined(separator: "/") }
    )
    .sorted()
    func any(_ list: [String]) -> String { list.randomElement(using: &random) ?? "specs/TODO.md" }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let plan = files[any(plans)] ?? []
      switch Int.random(in: 0..<12, using: &random) {
      case 0...3:
        let path = any(paths)
        contents[path] = Self.edited(files[path] ?? [], with: &random)
      case 4: contents["specs/TODO.md"] = Self.edited(files["specs/TODO.md"] ?? [], with: &random)
      case 5: contents["specs/state.json"] = Self.edited(files["specs/state.json"] ?? [], with: &random)
      case 6: contents[any(paths)] = .some(nil)
      case 7:
        contents["\(any(homes))/plans/implementation-00\(Int.random(in: 2...4, using: &random)).md"] = plan
      case 8: contents["\(any(homes))/reports/notes.md"] = Array("# Notes\n".utf8)
      case 9:
        let home = "specs/\(Int.random(in: 1...60, using: &random))_somewhere_else"
        contents["\(home)/plans/implementation-001.md"] = plan
        contents["\(home)/state.json"] = Array(#"{"project_number": 3, "status": "active"}"#.utf8)
      case 10:
        // A plan outside of its task's directory, which a link makes known.
        let list = String(decoding: files["specs/TODO.md"] ?? [], as: UTF8.self)
        contents["specs/elsewhere/plan.md"] = plan
        contents["specs/TODO.md"] = Array(
          list.replacing(/\*\*Plan\*\*: .*/, with: "**Plan**: [Plan](elsewhere/plan.md)", maxReplacements: 2)
            .utf8)
      default:
        guard removesDirectories, !homes.isEmpty else { continue }
        let home = any(homes)
        removedDirectory = home
        let isMoved = Bool.random(using: &random)
        for (path, bytes) in files where path.hasPrefix(home + "/") {
          contents[path] = .some(nil)
          if isMoved {
            contents[path.replacing("specs/", with: "specs/archive/", maxReplacements: 1)] = bytes
          }
        }
        for path in contents.keys where path.hasPrefix(home + "/") { contents[path] = .some(nil) }
        return
      }
    }
  }

  private static func edited(_ bytes: [UInt8], with random: inout SplitMix64) -> [UInt8] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
    let index = Int.random(in: lines.indices, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(lines[index], at: index)
    case 2: return []
    case 3: lines[index] = [0xFF]
    default:
      let text = String(decoding: bytes, as: UTF8.self)
      return Array(
        text.replacing("COMPLETED", with: "PLANNED", maxReplacements: 3).replacing(
          "task_type", with: "type", maxReplacements: 40
        ).utf8)
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
