import StatusFormats

extension Configuration {
  /// The formats that the project declares; those with a mistake are left out.
  package var ownFormats: [DeclaredFormat] { readFormats().formats }

  /// What is wrong with the formats that the project declares.
  package var formatFaults: [ConfigurationFault] { readFormats().faults }

  private func readFormats() -> (formats: [DeclaredFormat], faults: [ConfigurationFault]) {
    var formats: [DeclaredFormat] = []
    var faults: [ConfigurationFault] = []
    for member in merged[.formats]?.members ?? [] {
      var reader = OwnFormatReader()
      let format = reader.format(member)
      if reader.faults.isEmpty { formats.append(format) }
      faults += reader.faults
    }
    return (formats, faults)
  }
}
