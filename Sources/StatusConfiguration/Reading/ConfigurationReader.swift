import StatusSyntax
import StatusText

/// Reads a configuration file and the files that it extends, and collects every mistake in them.
package struct ConfigurationReader {
  /// Opens the file that another one extends by this path; fails with what is wrong with it, and what to do.
  package typealias Opening = (String, ConfigurationFile) throws(ConfigurationFault) -> ConfigurationFile

  /// The settings of the files: first those of the file that the others extend.
  package private(set) var layers: [ConfigurationLayer] = []
  /// The mistakes in the files.
  package private(set) var faults: [ConfigurationFault] = []
  /// The paths of the files as users see them, first that of the file that extends the others.
  package private(set) var paths: [String] = []

  /// A longer row of files is a mistake.
  private static let mostFiles = 8

  /// Reads `file`, in which `keys` are valid, and what it extends.
  package init(_ file: ConfigurationFile, _ keys: ConfigurationKeys, open: Opening) {
    let form = keys.form
    var seen: [String] = []
    var upcoming: ConfigurationFile? = file
    while let file = upcoming {
      upcoming = nil
      seen.append(file.identity)
      paths.append(file.source.path)
      let layer = read(file, form)
      layers.insert(layer, at: 0)
      guard let extends = layer[.extends], let path = extends.text else { continue }
      do throws(ConfigurationFault) {
        let next = try open(path, file)
        if seen.contains(next.identity) { throw .cycle(path, from: extends.origin) }
        if seen.count == Self.mostFiles { throw .tooManyFiles(Self.mostFiles, from: extends.origin) }
        upcoming = next
      } catch {
        faults.append(ConfigurationFault(extends.origin, error.message, help: error.help))
      }
    }
  }

  private mutating func read(_ file: ConfigurationFile, _ form: ValueForm) -> ConfigurationLayer {
    var reader = SettingReader(file)
    var layer = ConfigurationLayer()
    for member in reader.root(as: form)?.members ?? [] {
      if let key = ConfigurationKey.Name(rawValue: member.name) { layer[key] = member.setting }
    }
    faults += reader.faults
    return layer
  }
}

extension ConfigurationFault {
  fileprivate static func cycle(_ path: String, from origin: SettingOrigin) -> ConfigurationFault {
    ConfigurationFault(
      origin, "\"\(path)\" extends this file again", help: "remove \"extends\" from one of the files")
  }

  fileprivate static func tooManyFiles(_ most: Int, from origin: SettingOrigin) -> ConfigurationFault {
    ConfigurationFault(
      origin, "more than \(most) files extend each other", help: "put their settings into fewer files")
  }
}
