import StatusConfiguration
import StatusEngine
import StatusFileSystem
import StatusFormats
import StatusText

extension ConfigurationFinder {
  /// The formats that are declared for `paths`: by the configuration of the directory in which the search for trees begins.
  mutating func ownFormats(around paths: [String]) throws(CommandError) -> [any PlanFormat] {
    var formats: [any PlanFormat] = []
    var origins: [String: Setting] = [:]
    for path in paths {
      guard let directory = directory(of: path) else { continue }
      let found = try configuration(around: directory, under: ConfigurationLayer())
      for member in found[.formats]?.members ?? [] {
        if let other = origins[member.name], other != member.setting { throw .twoFormats(member, other) }
        if origins.updateValue(member.setting, forKey: member.name) == nil {
          formats += found.ownFormats.filter { $0.name == member.name }
        }
      }
    }
    return formats
  }

  /// The formats that are declared for the file at `path`, which need not exist, nor its directory.
  mutating func ownFormats(aroundFile path: String, _ discovery: TreeDiscovery) throws(CommandError)
    -> [any PlanFormat]
  {
    var place = discovery.absolutePath(path)
    while directory(of: place) == nil, let parent = TreeRoots.parent(of: place) { place = parent }
    return try ownFormats(around: [place])
  }
}

extension CommandError {
  fileprivate static func twoFormats(_ member: Setting.Member, _ other: Setting) -> CommandError {
    .usage(
      "the paths have different formats of the name \"\(member.name)\": \(other.origin.text), \(member.setting.origin.text)",
      hint: "check one path at a time")
  }
}
